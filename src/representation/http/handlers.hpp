#pragma once
#include "platform/http/call.hpp"
#include "representation/outside.hpp"

namespace representation {

Result<http::Response> list_rounds(const http::Query&);
Result<http::Response> show_round(const http::Query&);
Result<http::Response> show_new_round_form(const http::Query&);
Result<http::Response> open_round_sent(const http::Command&, const Outside&);
Result<http::Response> show_new_candidate_form(const http::Query&);
Result<http::Response> nominate_sent(const http::Command&, const Outside&);
Result<http::Response> withdraw_candidate_sent(const http::Command&, const Outside&);
Result<http::Response> show_choice(const http::Query&, const Outside&);
Result<http::Response> choose_sent(const http::Command&, const Outside&);
Result<http::Response> show_gender_form(const http::Query&);
Result<http::Response> tell_gender_sent(const http::Command&, const Outside&);
Result<http::Response> list_councils(const http::Query&);
Result<http::Response> show_council(const http::Query&, const Outside&);
Result<http::Response> show_seat(const http::Query&, const Outside&);
Result<http::Response> show_new_council_form(const http::Query&);
Result<http::Response> add_council_sent(const http::Command&, const Outside&);
Result<http::Response> show_new_holder_form(const http::Query&);
Result<http::Response> appoint_holder_sent(const http::Command&, const Outside&);
Result<http::Response> show_holder_ending_form(const http::Query&);
Result<http::Response> end_holder_sent(const http::Command&, const Outside&);
Result<http::Response> show_new_meeting_form(const http::Query&);
Result<http::Response> add_meeting_sent(const http::Command&, const Outside&);
Result<http::Response> list_reports(const http::Query&, const Outside&);
Result<http::Response> show_report(const http::Query&, const Outside&);
Result<http::Response> show_report_form(const http::Query&);
Result<http::Response> report_back_sent(const http::Command&, const Outside&);
Result<http::Response> show_representative(const http::Query&, const Outside&);

Result<http::Response> show_composition(const http::Query&, const Outside&);

} // namespace representation
