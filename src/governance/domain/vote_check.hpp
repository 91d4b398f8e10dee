#pragma once
// What a vote has to satisfy before it is counted: how and when it was held, and each ballot.
#include "governance/domain/rule_engine.hpp"

#include <set>

namespace governance {

/// Holds one vote against the rules. What it is given outlives it.
class VoteCheck {
public:
    VoteCheck(const BodyRules& rules, const VoteInputs& inputs) : rules_{rules}, inputs_{inputs} {}

    /// Fails with governance.written_not_allowed, written_window_too_short, ballots_missing, second_round_not_allowed,
    /// remote_not_allowed.
    [[nodiscard]] Result<void> mode() const;
    /// Of a vote by name. Fails with governance.vote_refused and a fault for each ballot that does not count or is
    /// missing, and with ballots_missing.
    [[nodiscard]] Result<void> ballots() const;
    [[nodiscard]] bool may_vote_blank() const;
    /// Of an election. Lists are counted once and for all.
    [[nodiscard]] bool has_second_ballot() const;
    /// The seat that somebody holds; null when none.
    [[nodiscard]] const RecordedSeat* seat_of(AppointmentId who) const;

private:
    /// A vote in writing shows the time that everybody had.
    [[nodiscard]] Result<void> written_window() const;
    [[nodiscard]] bool came_in_time(AppointmentId who) const;
    /// In an election every vote that is not blank names one of the options; elsewhere there are none to name.
    [[nodiscard]] bool is_for_an_option(Choice choice, const std::optional<int>& option) const;
    /// Points at the row of whoever is able and did not vote; at the list when there is no row.
    void add_missing(Error& error, const std::set<AppointmentId>& voted) const;

    const BodyRules& rules_;
    const VoteInputs& inputs_;
};

} // namespace governance
