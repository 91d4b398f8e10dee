#include "hearings/actions/reach.hpp"

#include "directory/directory.hpp"
#include "hearings/store/hearing_store.hpp"
#include "hearings/store/opened_store.hpp"
#include "identity/identity.hpp"

#include <algorithm>

namespace hearings {

Result<void> record_opening(const Acting& acting, governance::CaseId matter, std::string_view number,
                            directory::OrganisationId id) {
    if (TRY(has_opened(acting.transaction, matter, id))) return {};
    TRY(mark_case_opened(acting.transaction, matter, id, acting.now));
    journal::Event event;
    event.type = "hearings.case_opened";
    event.subjects = {{"case", matter.to_string()}, {"organisation", id.to_string()}};
    event.body.text("organisation", TRY(directory::find_organisation(acting.transaction, id)).name);
    event.body.text("number", number);
    event.visibility = journal::Visibility::internal;
    TRY(acting.services.journal.append(acting.transaction, acting.principal, event, acting.now));
    return {};
}

Result<void> record_reading(const Acting& acting, const Hearing& hearing, directory::OrganisationId id) {
    const auto addressee = TRY(find_addressee(acting.transaction, hearing.id, id));
    if (!addressee || addressee->opened_at) return {};
    TRY(mark_opened(acting.transaction, hearing.id, id, acting.now));
    TRY(mark_case_opened(acting.transaction, hearing.case_id, id, acting.now));
    journal::Body facts;
    facts.text("organisation", TRY(directory::find_organisation(acting.transaction, id)).name);
    TRY(acting.tell("hearings.hearing_read", hearing, std::move(facts), {{"organisation", id.to_string()}},
                    journal::Visibility::internal));
    return {};
}

Result<int> record_reach(const Acting& acting, const Hearing& hearing, const std::vector<std::string>& told) {
    const auto spoken_for = TRY(identity::organisations_spoken_for(acting.transaction, right::answer, acting.today()));
    int reached = 0;
    for (const auto& one : TRY(addressees_of(acting.transaction, hearing.id))) {
        const auto id = one.organisation.to_string();
        const bool could_know = spoken_for.contains(id) || std::ranges::find(told, id) != told.end();
        if (one.reached_at || !could_know) continue;
        TRY(mark_reached(acting.transaction, hearing.id, one.organisation, acting.now));
        ++reached;
    }
    if (reached == 0) return 0;
    journal::Body facts;
    facts.number("count", reached);
    TRY(acting.tell("hearings.reach_recorded", hearing, std::move(facts), {}, journal::Visibility::internal));
    return reached;
}

Result<int> remind_silent(const Acting& acting, const Hearing& hearing) {
    const auto first_day = hearing.remind_from();
    const bool is_time = first_day && acting.today() >= *first_day;
    if (!is_time || hearing.state_on(acting.today()) != HearingState::open) return 0;
    std::vector<journal::Subject> silent;
    for (const auto& one : TRY(addressees_of(acting.transaction, hearing.id))) {
        // A reminder from before the closing day was moved was for another day.
        if (one.stance || (one.reminded_at && norwegian_date(*one.reminded_at) >= *first_day)) continue;
        TRY(mark_reminded(acting.transaction, hearing.id, one.organisation, acting.now));
        silent.push_back({"organisation", one.organisation.to_string()});
    }
    const auto count = static_cast<int>(silent.size());
    if (count == 0) return 0;
    TRY(insert_reminder(acting.transaction, hearing.id, {acting.now, count}));
    journal::Body facts;
    facts.number("count", count).text("closes", to_string(hearing.closes_on));
    TRY(acting.tell("hearings.silent_reminded", hearing, std::move(facts), std::move(silent)));
    return count;
}

} // namespace hearings
