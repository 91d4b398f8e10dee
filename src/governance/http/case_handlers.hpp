#pragma once
// The handlers of cases; their addresses stand in case_routes.cpp.
#include "governance/governance.hpp"
#include "platform/http/router.hpp"

namespace governance {

Result<http::Response> list_cases_in(const http::Query&);
Result<http::Response> show_case(const http::Query&, const Extensions&);
Result<http::Response> send_export(const http::Query&);

// Forms and what they send.
Result<http::Response> show_plan_form(const http::Query&);
Result<http::Response> plan_case_sent(const http::Command&);
Result<http::Response> show_texts_form(const http::Query&);
Result<http::Response> change_texts_sent(const http::Command&);
Result<http::Response> show_path_form(const http::Query&);
Result<http::Response> change_path_sent(const http::Command&);
Result<http::Response> show_concerns_form(const http::Query&);
Result<http::Response> change_concerns_sent(const http::Command&);
Result<http::Response> show_notice_form(const http::Query&);
Result<http::Response> give_notice_sent(const http::Command&);
Result<http::Response> begin_preparation_sent(const http::Command&);
Result<http::Response> send_on_sent(const http::Command&);
Result<http::Response> make_final_sent(const http::Command&);
Result<http::Response> show_follow_up_form(const http::Query&);
Result<http::Response> follow_up_sent(const http::Command&);
Result<http::Response> show_withdrawal_form(const http::Query&);
Result<http::Response> withdraw_sent(const http::Command&);
Result<http::Response> show_shields_form(const http::Query&);
Result<http::Response> set_shield_sent(const http::Command&);
Result<http::Response> lift_shield_sent(const http::Command&);

// Documents.
Result<http::Response> show_document_form(const http::Query&);
Result<http::Response> add_documents_sent(const http::Command&, const Extensions&);
Result<http::Response> show_removal_form(const http::Query&);
Result<http::Response> remove_document_sent(const http::Command&);
Result<http::Response> download_document(const http::Query&);

void add_case_routes(http::Router&, const Extensions&);

} // namespace governance
