#pragma once
// What the selections of forms and filters offer.
#include "governance/views/case_forms.hpp"
#include "governance/views/case_list_page.hpp"
#include "platform/http/call.hpp"

namespace governance {

/// Bodies, the people with a role in the organisation, and whom the one who asks acts for.
Result<FormChoices> form_choices(const http::Query&, std::optional<directory::OrganisationId> organisation);
/// Bodies and counties, by what stands in their addresses.
Result<FilterChoices> filter_choices(const http::Query&);

} // namespace governance
