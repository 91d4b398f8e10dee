#pragma once
// What every action is given: the transaction it stands in, who does it and when.
#include "hearings/domain/hearing.hpp"
#include "hearings/rights.hpp"
#include "platform/services.hpp"

namespace hearings {

struct Acting {
    db::Transaction& transaction;
    const Services& services;
    const Principal& principal;
    Instant now;

    [[nodiscard]] Date today() const { return norwegian_date(now); }
    /// Appends an event about the hearing and whatever else it concerns; number and title stand among the facts. Gives
    /// its place in the journal. The case is a subject only of what concerns those who follow it: hundreds of answers
    /// would bury the rest of its history.
    Result<std::int64_t> tell(std::string_view type, const Hearing&, journal::Body facts,
                              std::vector<journal::Subject> others = {},
                              journal::Visibility = journal::Visibility::everybody) const;
};

/// Fails with hearings.hearing_not_found.
Result<Hearing> load_hearing(db::Reader&, HearingId);
/// As it stands in an address. Fails with hearings.hearing_not_found.
Result<Hearing> load_hearing(db::Reader&, std::string_view key);

} // namespace hearings
