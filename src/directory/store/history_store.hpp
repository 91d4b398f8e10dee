#pragma once
// Names, numbers, populations and successions through time.
#include "directory/domain/organisation.hpp"

namespace directory::store {

Result<void> insert_name(db::Transaction&, OrganisationId, const NameUse&);
Result<void> insert_number(db::Transaction&, OrganisationId, const NumberUse&);
Result<void> insert_population(db::Transaction&, OrganisationId, Date as_of, std::int64_t inhabitants);
/// End what holds: the name in a language, the number of a scheme, or all of them.
Result<void> end_name(db::Transaction&, OrganisationId, std::string_view language, Date on);
Result<void> end_number(db::Transaction&, OrganisationId, std::string_view scheme, Date on);
Result<void> end_names_and_numbers(db::Transaction&, OrganisationId, Date on);

/// By language, newest first.
Result<std::vector<NameUse>> names(db::Reader&, OrganisationId);
/// Newest first.
Result<std::vector<NumberUse>> numbers(db::Reader&, OrganisationId);
struct Population {
    Date as_of;
    std::int64_t inhabitants;
};
Result<std::vector<Population>> populations(db::Reader&, OrganisationId);

struct SuccessionRow {
    OrganisationId predecessor, successor;
    Date on;
};
Result<void> insert_succession(db::Transaction&, const SuccessionRow&);
/// All that touch the organisation, oldest first.
Result<std::vector<SuccessionRow>> successions_of(db::Reader&, OrganisationId);
/// All that lead to or from the organisation, however far back and forward.
Result<std::vector<SuccessionRow>> lineage_of(db::Reader&, OrganisationId);

/// Every organisation with all its names and former numbers as one text each, for the list's search.
Result<std::vector<std::pair<OrganisationId, std::string>>> searchable_words(db::Reader&);

} // namespace directory::store
