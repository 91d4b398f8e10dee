#pragma once
// Lists of cases.
#include "directory/ids.hpp"
#include "governance/case_card.hpp"
#include "governance/domain/case_filter.hpp"
#include "platform/db/database.hpp"

#include <vector>

namespace governance {

/// A filter with its names looked up. What is left empty does not narrow the list.
struct CaseQuery {
    std::vector<CaseState> states;
    std::vector<std::string> themes;
    std::optional<BodyId> body;
    /// Of these organisations by name, and of all that the flags name.
    struct Concerned {
        std::vector<directory::OrganisationId> organisations;
        bool are_municipalities = false, are_counties = false;
    };
    std::optional<Concerned> concerned;
    std::optional<Date> from, to;
    std::optional<std::vector<std::string>> ids; ///< Only these cases.
    std::optional<Date> next_from;               ///< Planned for a meeting on this day or later.
    std::optional<Date> input_from;              ///< Input is asked for, until this day or later.
    CaseOrder order = CaseOrder::changed;
    bool orders_by_input = false;   ///< The nearest deadline for input first, instead of order.
    bool orders_by_planned = false; ///< The newest case first, instead of order.
    int limit = 20;
    int offset = 0;
};

/// Titles and summaries that are shielded on the day are left empty, whoever asks.
Result<std::vector<CaseCard>> list_cases(db::Reader&, const CaseQuery&, Date today, i18n::Language);
Result<std::int64_t> count_cases(db::Reader&, const CaseQuery&);

} // namespace governance
