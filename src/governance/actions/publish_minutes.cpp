#include "governance/actions/minutes.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/minutes_store.hpp"
#include "platform/json/described.hpp"

namespace governance {

Result<void> publish_minutes(const Acting& acting, MeetingId id, int number, ExpectedVersion version) {
    const auto [body, before] = TRY(open_for_change(acting, id, {}, right::approve_minutes));
    auto minutes = TRY(load_minutes(acting.transaction, id, number));
    if (version && *version != minutes.version) return stale_version.error();
    TRY(require_state(minutes, MinutesState::signed_));
    if (!is_seal_good(minutes, acting.services.journal.signing_key().public_key())) return minutes_changed.error();
    const auto content = TRY(json::read<MinutesContent>(minutes.content));
    const auto rules = TRY(rules_by_number(acting.transaction, body.id, *before.rules_number, before.day_held()));
    TRY(check_complete(content, rules.rules.minutes_parts));
    minutes.state = MinutesState::published;
    minutes.published_at = acting.now;
    TRY(update_minutes(acting.transaction, minutes, minutes.version));
    auto meeting = before;
    meeting.state = MeetingState::minutes_published;
    TRY(update_meeting(acting.transaction, meeting, before.version, acting.now));

    journal::Body facts;
    facts.number("number", number).flag("isCorrection", minutes.correction_reason.has_value());
    std::vector<journal::Subject> subjects;
    for (const auto& item : TRY(agenda_of(acting.transaction, id))) {
        if (item.case_id) subjects.push_back({"case", item.case_id->to_string()});
    }
    return acting.tell("governance.minutes_published", body, meeting, std::move(facts), std::move(subjects));
}

} // namespace governance
