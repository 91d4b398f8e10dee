#pragma once
// The list of cases: page, CSV and feed.
#include "governance/views/case_models.hpp"
#include "platform/csv.hpp"
#include "platform/feed/feed.hpp"
#include "platform/ui/components.hpp"

namespace governance {

/// What the filter offers, each with the value that goes into the address.
struct FilterChoices {
    std::vector<ui::Choice> bodies, regions;
};

Html case_list_page(const http::Call&, const CaseListView&, const CaseFilter&, const FilterChoices&, bool may_plan);
csv::Table case_table(const http::Call&, const CaseListView&);
feed::Feed case_feed(const http::Call&, const CaseListView&);

/// One case as a card.
Html case_card_of(const http::Call&, const CaseRow&);

} // namespace governance
