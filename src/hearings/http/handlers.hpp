#pragma once
// The handlers of hearings; their addresses stand in routes.cpp.
#include "governance/stored_file.hpp"
#include "hearings/hearings.hpp"

namespace hearings {

Result<http::Response> list_hearings_in(const http::Query&);
Result<http::Response> show_hearing(const http::Query&, const Services&);
Result<http::Response> show_plan_form(const http::Query&);
Result<http::Response> plan_hearing_sent(const http::Command&);

Result<http::Response> show_answer(const http::Query&);
Result<http::Response> show_answer_form(const http::Query&);
Result<http::Response> give_answer_sent(const http::Command&);
Result<http::Response> withdraw_answer_sent(const http::Command&);

Result<http::Response> show_extension_form(const http::Query&);
Result<http::Response> extend_hearing_sent(const http::Command&);
Result<http::Response> show_withdrawal_form(const http::Query&);
Result<http::Response> withdraw_hearing_sent(const http::Command&);
Result<http::Response> show_documents_form(const http::Query&);
Result<http::Response> add_documents_sent(const http::Command&);
void add_change_routes(http::Router&);

Result<http::Response> show_attachment_form(const http::Query&);
Result<http::Response> attach_file_sent(const http::Command&, governance::Scanning);
Result<http::Response> download_attachment(const http::Query&);
Result<http::Response> detach_file_sent(const http::Command&);
void add_attachment_routes(http::Router&, governance::Scanning);

Result<http::Response> show_anchoring(const http::Query&);
Result<http::Response> show_matters(const http::Query&);
Result<http::Response> show_openness(const http::Query&);

Result<http::Response> show_assessment(const http::Query&);
Result<http::Response> show_delivery_form(const http::Query&);
Result<http::Response> deliver_assessment_sent(const http::Command&);
Result<http::Response> withdraw_requirement_sent(const http::Command&);
Result<http::Response> show_requirement_form(const http::Query&);
Result<http::Response> require_assessment_sent(const http::Command&);
void add_assessment_routes(http::Router&);

Result<http::Response> list_booklets_in(const http::Query&);
Result<http::Response> show_booklet(const http::Query&);
Result<http::Response> show_new_booklet_form(const http::Query&);
Result<http::Response> publish_booklet_sent(const http::Command&);
Result<http::Response> show_booklet_answer_form(const http::Query&);
Result<http::Response> answer_booklet_sent(const http::Command&);
Result<http::Response> show_summary_form(const http::Query&);
Result<http::Response> sum_up_booklet_sent(const http::Command&);
void add_booklet_routes(http::Router&);

void add_hearing_routes(http::Router&, const Services&);

} // namespace hearings
