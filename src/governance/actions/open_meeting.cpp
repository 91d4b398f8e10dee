#include "governance/actions/agenda_cases.hpp"
#include "governance/actions/meetings.hpp"
#include "governance/domain/roll.hpp"
#include "governance/domain/written.hpp"
#include "governance/store/appointment_store.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/treatment_store.hpp"
#include "platform/errors.hpp"

#include <fmt/format.h>

namespace governance {

/// Each faulty arrival is a fault of its own, so that the secretary mends the whole list at once.
static Result<void> record_arrivals(Roll& roll, const MeetingOpening& opening, Instant now) {
    auto error = platform::request_faulty.error();
    const auto record = [&](const std::vector<AppointmentId>& people, std::string_view field, bool is_remote) {
        for (std::size_t i = 0; i < people.size(); ++i) {
            const auto recorded = roll.record({now, PresenceKind::arrived, people[i], {}, is_remote, {}});
            if (!recorded) {
                error.faults.push_back({fmt::format("#/{}/{}", field, i), recorded.error().code, {}});
            }
        }
    };
    record(opening.present, "present", false);
    record(opening.remote, "remote", true);
    if (error.faults.empty()) {
        const auto leader = roll.voter(opening.chaired_by);
        if (!leader) error.faults.push_back({"#/chairedBy", leader.error().code, {}});
    }
    if (error.faults.empty()) return {};
    return error;
}

Result<void> open_meeting(const Acting& acting, MeetingId id, const MeetingOpening& opening, ExpectedVersion version) {
    const auto [body, before] = TRY(open_for_change(acting, id, version));
    TRY(require_room(before));
    const auto rules = TRY(rules_in_force(acting.transaction, body.id, acting.today()));
    const auto meeting = TRY(open_meeting(before, opening.chaired_by, rules.number, acting.now));
    Roll roll{TRY(appointments_of_body(acting.transaction, body.id)), acting.today()};
    TRY(record_arrivals(roll, opening, acting.now));

    TRY(update_meeting(acting.transaction, meeting, before.version, acting.now));
    int sequence = 0;
    for (const auto& entry : roll.log())
        TRY(insert_presence(acting.transaction, id, ++sequence, entry));
    TRY(insert_handover(acting.transaction, id, 1, {opening.chaired_by, acting.now}));
    std::vector<journal::Subject> subjects;
    for (const auto& item : TRY(agenda_of(acting.transaction, id))) {
        TRY(put_recommendation(acting, item));
        if (item.case_id) subjects.push_back({"case", item.case_id->to_string()});
    }
    const auto quorum = quorum_of(roll, rules.rules);
    journal::Body facts;
    facts.number("present", quorum.present).number("seats", quorum.seats).number("quorumNeeded", quorum.needed);
    return acting.tell("governance.meeting_opened", body, meeting, std::move(facts), std::move(subjects));
}

} // namespace governance
