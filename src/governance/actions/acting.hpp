#pragma once
// What every action on bodies and meetings is given: the transaction it stands in, who does it and when.
#include "directory/directory.hpp"
#include "governance/domain/body.hpp"
#include "governance/domain/meeting_record.hpp"
#include "governance/rights.hpp"
#include "platform/services.hpp"

namespace governance {

struct Acting {
    db::Transaction& transaction;
    const Services& services;
    const Principal& principal;
    Instant now;

    [[nodiscard]] Date today() const { return norwegian_date(now); }
    template <class IdType>
    [[nodiscard]] IdType make_id() const {
        return IdType::make(now, services.random);
    }
    [[nodiscard]] directory::Doer doer() const { return {services.journal, principal, services.random, now}; }
    /// Fails with platform.not_logged_in or platform.right_missing: the right is held for one body.
    [[nodiscard]] Result<void> require(Right, BodyId) const;
    /// Appends an event about the body and whatever else it concerns.
    Result<void> tell(std::string_view type, const Body&, journal::Body facts,
                      std::vector<journal::Subject> others = {}) const;
    /// The same about a meeting of the body; its number stands first among the facts.
    Result<void> tell(std::string_view type, const Body&, const Meeting&, journal::Body facts = {},
                      std::vector<journal::Subject> others = {}) const;
};

/// A meeting about to be changed, with its body: the right to do so is checked, and the version when one is given.
struct OpenedMeeting {
    Body body;
    Meeting meeting;
};
/// Fails with governance.meeting_not_found, platform.right_missing, governance.stale_version.
Result<OpenedMeeting> open_for_change(const Acting&, MeetingId, std::optional<std::int64_t> version = {},
                                      Right = right::hold_meeting);

/// Puts what is public of them into the search index.
Result<void> index_body(const Acting&, const Body&);
Result<void> index_meeting(const Acting&, const Body&, const Meeting&);

} // namespace governance
