#include "governance/actions/sitting.hpp"
#include "governance/actions/treatment.hpp"
#include "governance/domain/impartiality.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/impartiality_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/treatment_store.hpp"

namespace governance {

Result<DissentId> record_dissent(const Acting& acting, MeetingId meeting, AgendaItemId item_id,
                                 const NewDissent& wanted) {
    const auto sitting = TRY(read_sitting(acting, meeting));
    return record_dissent_in(acting, sitting, TRY(load_item(acting.transaction, meeting, item_id)), wanted);
}

Result<DissentId> record_dissent_in(const Acting& acting, const Sitting& sitting, const AgendaItem& item,
                                    const NewDissent& wanted) {
    const auto meeting = sitting.meeting.id;
    TRY(sitting.roll.voter(wanted.who));
    TRY(require_part(TRY(impartiality_of_item(acting.transaction, item.id)), wanted.who));
    for (const auto& other : TRY(dissents_of(acting.transaction, meeting))) {
        if (other.item_id == item.id && other.who == wanted.who) return dissent_recorded_already.error();
    }
    const Dissent dissent{acting.make_id<DissentId>(), item.id, wanted.who, wanted.text, acting.now};
    TRY(insert_dissent(acting.transaction, dissent));
    TRY(touch_meeting(acting.transaction, meeting, acting.now));
    const auto& who = *sitting.roll.appointment(wanted.who);
    journal::Body facts;
    facts.text("number", item.number_text());
    std::vector<journal::Subject> subjects{{"person", who.person_id.to_string()}};
    if (item.case_id) subjects.push_back({"case", item.case_id->to_string()});
    TRY(acting.tell("governance.dissent_recorded", sitting.body, sitting.meeting, std::move(facts),
                    std::move(subjects)));
    return dissent.id;
}

} // namespace governance
