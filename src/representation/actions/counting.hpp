#pragma once
// Counts how a body is put together on a day. The only place where what people told of themselves is opened.
#include "directory/directory.hpp"
#include "governance/lookups.hpp"
#include "representation/domain/round.hpp"
#include "representation/outside.hpp"

namespace representation {

/// Councils and the committees that work for them must hear every county, together.
Demands demands_of(governance::BodyKind);
/// The bodies that share that duty with this one: the council above a working committee, the working committees below
/// a council.
Result<std::vector<governance::BodyCard>> together_with(db::Reader&, const governance::BodyCard&, i18n::Language);

struct Counted {
    Composition composition;
    std::vector<Gap> gaps;
};
/// Those who hold a seat on the day, and those who are added to them.
Result<Counted> count_seats(db::Reader&, const Outside&, const governance::BodyCard&, Date,
                            const std::vector<Sitting>& added = {});
/// What candidates would add.
Result<std::vector<Sitting>> sittings_of(db::Reader&, const Outside&, const std::vector<Candidate>&);

/// As an organisation is counted.
Sitting sitting_for(const directory::OrganisationSummary&);

} // namespace representation
