#pragma once
// What a meeting does to a case. Called by the meeting's own actions, inside their transaction: the case, its journal
// events and the meeting change together or not at all.
#include "governance/case_words.hpp"
#include "governance/ids.hpp"
#include "platform/services.hpp"

#include <optional>
#include <string>
#include <vector>

namespace governance {

/// Where on an agenda.
struct AgendaPlace {
    BodyId body;
    MeetingId meeting;
    AgendaItemId item;
    Date meeting_day;
};

/// How a body ended its treatment of a case.
struct Treatment {
    BodyId body;
    MeetingId meeting;
    AgendaItemId item;
    Outcome outcome = Outcome::adopted;
    std::vector<std::string> points;   ///< The text as decided, point by point; empty when nothing was decided.
    std::optional<BodyId> referred_to; ///< Required when referred, else nothing.
    std::string vote_summary;          ///< "10 mot 1": as shown beside the step; empty when nobody voted.
    std::string authority;             ///< On what the body acts: its mandate or statutes, in words.
};

/// in_preparation → on_agenda. Appends governance.case_put_on_agenda.
/// Fails with governance.case_not_found, governance.case_step_refused (wrong state), governance.case_at_other_body,
/// governance.notice_too_short (fewer days since the notice than the body's rules ask for), governance.case_held.
Result<void> case_put_on_agenda(db::Transaction&, const Services&, const Principal&, CaseId, const AgendaPlace&,
                                Instant now);

/// on_agenda → in_preparation: the item was taken off, or the meeting was cancelled. Appends
/// governance.case_taken_off_agenda. Fails with governance.case_not_found, governance.case_step_refused,
/// governance.case_at_other_body.
Result<void> case_taken_off_agenda(db::Transaction&, const Services&, const Principal&, CaseId, AgendaItemId,
                                   Instant now);

/// on_agenda → treated. postponed puts the same body on the path again as the next step; referred puts the other body
/// there and then this one again. Appends governance.case_treated with the lead time in days. Fails with
/// governance.case_not_found, governance.case_step_refused, governance.case_at_other_body,
/// governance.outcome_not_allowed (the body's rules), governance.referral_faulty, governance.case_held.
Result<void> case_treated(db::Transaction&, const Services&, const Principal&, CaseId, const Treatment&, Instant now);

} // namespace governance
