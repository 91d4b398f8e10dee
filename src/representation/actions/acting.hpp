#pragma once
#include "directory/directory.hpp"
#include "platform/services.hpp"
#include "representation/domain/round.hpp"
#include "representation/outside.hpp"

namespace representation {

/// What every action here is given: the transaction it stands in, who does it and when.
struct Acting {
    db::Transaction& transaction;
    const Services& services;
    const Principal& principal;
    Instant now;
    const Outside& outside;

    [[nodiscard]] Date today() const { return norwegian_date(now); }
    [[nodiscard]] directory::Doer doer() const { return {services.journal, principal, services.random, now}; }
    template <class IdType>
    [[nodiscard]] IdType make_id() const {
        return IdType::make(now, services.random);
    }
    /// The organisation one acts for. Fails with representation.nobody_behind.
    [[nodiscard]] Result<directory::OrganisationSummary> behind() const;
    /// Appends an event about the round, its body and whatever else it concerns.
    Result<void> tell(std::string_view type, const Round&, journal::Body = {},
                      std::vector<journal::Subject> others = {}) const;
};

} // namespace representation
