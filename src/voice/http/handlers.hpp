#pragma once
#include "platform/http/call.hpp"

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

} // namespace voice
