#pragma once
// What the routes lead to.
#include "directory/directory.hpp"
#include "directory/views/models.hpp"
#include "platform/http/call.hpp"

namespace directory {

// Reading
Result<http::Response> list_organisations(const http::Query&);
Result<http::Response> show_organisation(const http::Query&, const Extensions&);
Result<http::Response> show_map(const http::Query&);
Result<http::Response> list_counties(const http::Query&);
Result<http::Response> show_county(const http::Query&);
Result<http::Response> show_person(const http::Query&);

/// The picture that holds today, with what the municipalities are called and how many live there.
Result<MapView> read_map(const http::Query&);

// Maintaining: the forms, and what they send
Result<http::Response> show_register_form(const http::Query&);
Result<http::Response> register_organisation_sent(const http::Command&);
Result<http::Response> show_change_form(const http::Query&);
Result<http::Response> change_organisation_sent(const http::Command&);
Result<http::Response> show_members_form(const http::Query&);
Result<http::Response> join_network_sent(const http::Command&);
Result<http::Response> leave_network_sent(const http::Command&);
Result<http::Response> show_role_form(const http::Query&);
Result<http::Response> give_role_sent(const http::Command&, const PersonKey&);
Result<http::Response> end_role_sent(const http::Command&);
Result<http::Response> show_merger_form(const http::Query&, const Extensions&);
Result<http::Response> merge_sent(const http::Command&, const Extensions&);
Result<http::Response> show_split_form(const http::Query&, const Extensions&);
Result<http::Response> split_sent(const http::Command&, const Extensions&);

} // namespace directory
