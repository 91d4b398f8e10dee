#pragma once
// The list of organisations: search, filters, pages.
#include "directory/views/models.hpp"
#include "platform/csv.hpp"
#include "platform/html/html.hpp"
#include "platform/http/call.hpp"
#include "platform/ui/components.hpp"

namespace directory {

/// What the filters offer.
struct FilterChoices {
    std::vector<ui::Choice> counties, networks;
};
Html organisation_list_page(const http::Call&, const OrganisationListView&, const OrganisationFilter&,
                            const FilterChoices&, bool may_maintain);
csv::Table organisation_csv(const http::Call&, const std::vector<OrganisationRow>&);

} // namespace directory
