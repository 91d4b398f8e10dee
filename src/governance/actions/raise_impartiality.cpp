#include "governance/actions/impartiality.hpp"
#include "governance/actions/sitting.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/impartiality_store.hpp"
#include "governance/store/meeting_record_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>

namespace governance {

Result<ImpartialityId> raise_impartiality(const Acting& acting, MeetingId meeting, AgendaItemId item_id,
                                          const NewImpartiality& wanted) {
    return raise_impartiality_in(acting, TRY(read_item_in_sitting(acting, meeting, item_id)), wanted);
}

Result<ImpartialityId> raise_impartiality_in(const Acting& acting, const ItemInSitting& at,
                                             const NewImpartiality& wanted) {
    const auto* who = at.sitting.roll.appointment(wanted.who);
    if (who == nullptr) return not_appointed_here.error();
    if (wanted.raised_by) TRY(at.sitting.roll.voter(*wanted.raised_by));
    if (std::ranges::find(at.impartiality, wanted.who, &Impartiality::who) != at.impartiality.end()) {
        return impartiality_raised_already.error();
    }
    Impartiality raised;
    raised.id = acting.make_id<ImpartialityId>();
    raised.item_id = at.item.id;
    raised.who = wanted.who;
    raised.raised_by = wanted.raised_by;
    raised.ground = wanted.ground;
    raised.reason = wanted.reason;
    raised.raised_at = acting.now;
    TRY(insert_impartiality(acting.transaction, raised));
    TRY(touch_meeting(acting.transaction, at.sitting.meeting.id, acting.now));

    const auto names = TRY(names_of(acting.transaction, {*who}));
    const auto person = names.people.find(who->person_id);
    journal::Body facts;
    facts.text("number", at.item.number_text())
        .personal("person", who->person_id.to_string(), person == names.people.end() ? "" : person->second)
        .text("ground", json::name_of(raised.ground));
    auto subjects = at.subjects();
    subjects.push_back({"person", who->person_id.to_string()});
    TRY(acting.tell("governance.impartiality_raised", at.sitting.body, at.sitting.meeting, std::move(facts),
                    std::move(subjects)));
    return raised.id;
}

} // namespace governance
