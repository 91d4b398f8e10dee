#pragma once
#include "platform/http/call.hpp"

namespace http {
class Router;
}

namespace voice {

Result<http::Response> list_positions(const http::Query&);
Result<http::Response> show_position(const http::Query&);
Result<http::Response> show_new_position_form(const http::Query&);
Result<http::Response> state_position_sent(const http::Command&);
Result<http::Response> show_withdrawal_form(const http::Query&);
Result<http::Response> withdraw_position_sent(const http::Command&);
Result<http::Response> show_response_form(const http::Query&);
Result<http::Response> record_response_sent(const http::Command&);

Result<http::Response> list_hindrances(const http::Query&);
Result<http::Response> show_hindrance(const http::Query&);
Result<http::Response> show_new_hindrance_form(const http::Query&);
Result<http::Response> report_hindrance_sent(const http::Command&);
Result<http::Response> support_hindrance_sent(const http::Command&);
Result<http::Response> show_move_form(const http::Query&);
Result<http::Response> move_hindrance_sent(const http::Command&);

Result<http::Response> list_consultations(const http::Query&);
Result<http::Response> show_consultation(const http::Query&);
Result<http::Response> list_cost_methods(const http::Query&);
Result<http::Response> show_new_consultation_form(const http::Query&);
Result<http::Response> plan_consultation_sent(const http::Command&);
Result<http::Response> show_consultation_move_form(const http::Query&);
Result<http::Response> move_consultation_sent(const http::Command&);
Result<http::Response> show_new_item_form(const http::Query&);
Result<http::Response> raise_item_sent(const http::Command&);
Result<http::Response> show_calculation_form(const http::Query&);
Result<http::Response> calculate_cost_sent(const http::Command&);
Result<http::Response> show_outcome_form(const http::Query&);
Result<http::Response> record_outcome_sent(const http::Command&);
Result<http::Response> show_follow_up_form(const http::Query&);
Result<http::Response> agree_follow_up_sent(const http::Command&);
Result<http::Response> show_follow_up_done_form(const http::Query&);
Result<http::Response> finish_follow_up_sent(const http::Command&);

/// Their routes; add_routes() of the front door calls it.
void add_consultation_routes(http::Router&);
void add_co_funding_routes(http::Router&);
void add_state_hearing_routes(http::Router&);

} // namespace voice
