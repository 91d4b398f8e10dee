#include "governance/actions/minutes.hpp"
#include "governance/store/minutes_store.hpp"
#include "platform/json/described.hpp"

namespace governance {

Result<int> correct_minutes(const Acting& acting, MeetingId id, int number, const MinutesCorrectionRequest& wanted) {
    const auto [body, meeting] = TRY(open_for_change(acting, id));
    const auto corrected = TRY(load_minutes(acting.transaction, id, number));
    const auto versions = TRY(minutes_versions(acting.transaction, id));
    TRY(require_state(versions.back(), MinutesState::published));
    TRY(require_state(corrected, MinutesState::published));
    MinutesChange change{wanted.reason, wanted.place, {}};
    for (const auto& item : wanted.items) {
        change.items.push_back({item.item, item.note, {item.decision.begin(), item.decision.end()}});
    }
    const auto content = TRY(correct(TRY(json::read<MinutesContent>(corrected.content)), number, change, acting.now));
    Minutes minutes;
    minutes.meeting_id = id;
    minutes.number = versions.back().number + 1;
    minutes.content = json::write(content);
    minutes.correction_reason = wanted.reason;
    minutes.drafted_at = acting.now;
    TRY(insert_minutes(acting.transaction, minutes));
    journal::Body facts;
    facts.number("number", minutes.number).number("corrects", number).text("reason", wanted.reason);
    TRY(acting.tell("governance.minutes_corrected", body, meeting, std::move(facts)));
    return minutes.number;
}

} // namespace governance
