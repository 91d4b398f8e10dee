// What came of an item, and what follows from it.
#include "directory/directory.hpp"
#include "platform/json/described_members.hpp"
#include "voice/actions/consultations.hpp"
#include "voice/actions/references.hpp"
#include "voice/domain/errors.hpp"
#include "voice/rights.hpp"
#include "voice/store/consultation_store.hpp"

namespace voice {

Result<ConsultationItem> record_outcome(const Acting& acting, std::string_view number, int place,
                                        const NewOutcome& wanted) {
    TRY(acting.principal.require(right::speak));
    auto meeting = TRY(store::consultation_by_number(acting.transaction, number));
    auto item = TRY(store::item_at(acting.transaction, meeting.id, place));
    item = TRY(settled(std::move(item), meeting, {wanted.outcome, wanted.words, wanted.decided_on}, acting.today()));
    TRY(store::save_outcome(acting.transaction, item));
    TRY(store::touch(acting.transaction, meeting, acting.now));
    std::vector<journal::Subject> subjects;
    for (const auto& each : item.basis.positions)
        subjects.push_back({"position", each.to_string()});
    for (const auto& each : item.basis.hindrances)
        subjects.push_back({"hindrance", each.to_string()});
    journal::Body body;
    body.text("title", item.title).text("outcome", json::name_of(*item.outcome)).text("words", item.outcome_words);
    TRY(acting.tell("voice.consultation_item_settled", meeting, std::move(body), std::move(subjects)));
    return item;
}

Result<FollowUp> agree_follow_up(const Acting& acting, std::string_view number, int place, const NewFollowUp& wanted) {
    TRY(acting.principal.require(right::speak));
    auto meeting = TRY(store::consultation_by_number(acting.transaction, number));
    const auto item = TRY(store::item_at(acting.transaction, meeting.id, place));
    const auto owner = directory::find_organisation_by_key(acting.transaction, wanted.owner);
    Faults faults;
    faults.take(owner, "#/owner");
    if (wanted.due_on < meeting.held_on) {
        faults.add(before_the_meeting.at("#/dueOn",
                                         {{"day", to_string(wanted.due_on)}, {"meeting", to_string(meeting.held_on)}}));
    }
    TRY(faults.result());
    FollowUp fresh;
    fresh.id = FollowUpId::make(acting.now, acting.services.random);
    fresh.item = item.id;
    fresh.what = wanted.what;
    fresh.owner = owner->id;
    fresh.due_on = wanted.due_on;
    fresh.agreed_at = acting.now;
    TRY(store::insert(acting.transaction, fresh));
    TRY(store::touch(acting.transaction, meeting, acting.now));
    journal::Body body;
    body.text("what", fresh.what).text("owner", owner->name).text("day", to_string(fresh.due_on));
    TRY(acting.tell("voice.follow_up_agreed", meeting, std::move(body), {{"organisation", owner->id.to_string()}}));
    return fresh;
}

Result<FollowUp> finish_follow_up(const Acting& acting, FollowUpId id, const FollowUpDone& wanted) {
    TRY(acting.principal.require(right::speak));
    auto follow_up = TRY(store::follow_up(acting.transaction, id));
    follow_up = TRY(done(std::move(follow_up), wanted.words, wanted.done_on, acting.today()));
    TRY(store::save_done(acting.transaction, follow_up));
    const auto item = TRY(store::consultation_item(acting.transaction, follow_up.item));
    auto meeting = TRY(store::consultation(acting.transaction, item.consultation));
    TRY(store::touch(acting.transaction, meeting, acting.now));
    journal::Body body;
    body.text("what", follow_up.what).text("words", follow_up.done_words);
    TRY(acting.tell("voice.follow_up_done", meeting, std::move(body), {{"organisation", follow_up.owner.to_string()}}));
    return follow_up;
}

} // namespace voice
