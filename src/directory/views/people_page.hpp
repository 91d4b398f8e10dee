#pragma once
// People with the roles they hold.
#include "directory/views/models.hpp"
#include "platform/html/html.hpp"
#include "platform/http/call.hpp"

namespace directory {

/// Nothing when there are none to show.
Html roles_section(const http::Call&, const std::vector<RoleView>&, bool may_end);
Html person_page(const http::Call&, const PersonView&);

} // namespace directory
