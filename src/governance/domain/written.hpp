#pragma once
// Skriftlig saksbehandling: a meeting without a room, with a window in which each answers for themselves. Source:
// kommuneloven § 11-8, from general knowledge, to be read against Lovdata before release; the rules of the body say
// when it may decide so, how long the window stands, and whether one of them can have a meeting instead.
#include "governance/domain/meeting.hpp"
#include "governance/domain/rule_engine.hpp"

namespace governance {

/// One answer as it came in; the last one of each counts.
struct WrittenBallot {
    AgendaItemId item_id;
    AppointmentId who;
    Choice choice = Choice::blank;
    std::string recorded_by; ///< Id of the person who recorded it for them; empty: sent by oneself.
    std::string remark;      ///< How it came, when somebody else recorded it.
    Instant at;
};

/// Somebody asked for a meeting instead.
struct MeetingDemand {
    AppointmentId by;
    std::string reason;
    Instant at;
};

/// Fails with governance.written_not_allowed, and with governance.meeting_plan_faulty: written_window_too_short (fewer
/// days than the rules ask for) and written_reason_missing (the rules want to know what cannot wait) as faults.
Result<void> check_written(const Meeting&, const BodyRules&);

/// The newest answer of each on the item, in the order the first ones came.
std::vector<WrittenBallot> newest_answers(const std::vector<WrittenBallot>&, AgendaItemId);
/// The window as it was kept, with when each of those answered.
WrittenWindow window_of(const Meeting&, const std::vector<WrittenBallot>& newest);

/// Answers come in now. Fails with governance.written_only (the meeting has a room), written_window_closed.
Result<void> require_window(const Meeting&, Instant now);
/// Nothing is decided by anybody else's hand in writing. Fails with governance.written_by_each.
Result<void> require_room(const Meeting&);

/// When a question fell that is talked over for some days before its second round.
struct EarlierRound {
    Instant at;
    bool goes_to_second_round = false;
};
/// 1; or 2 when the newest vote on the question asked for another. Fails with governance.discussion_under_way before
/// the days of the rules have passed.
Result<int> round_now(const BodyRules&, const std::optional<EarlierRound>& newest, Instant now);

} // namespace governance
