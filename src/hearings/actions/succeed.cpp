#include "hearings/actions/succeed.hpp"

#include "directory/directory.hpp"
#include "hearings/store/attachment_store.hpp"
#include "hearings/store/hearing_store.hpp"

#include <algorithm>

namespace hearings {

static void take_first(std::optional<Instant>& into, const std::optional<Instant>& other) {
    if (other && (!into || *other < *into)) into = other;
}

static Result<void> take_place(const Acting& acting, const Hearing& hearing, const Addressee& from,
                               const directory::OrganisationSummary& to) {
    const auto there = TRY(find_addressee(acting.transaction, hearing.id, to.id));
    Addressee heir = there.value_or(Addressee{});
    if (!there) {
        heir.organisation = to.id;
        heir.is_municipality = to.kind == directory::OrganisationKind::municipality;
        heir.number = to.number;
        heir.county_number = to.county_number.empty() ? to.number : to.county_number;
    }
    heir.inhabitants = to.population;
    take_first(heir.reached_at, from.reached_at);
    take_first(heir.opened_at, from.opened_at);
    take_first(heir.reminded_at, from.reminded_at);
    return there ? save_addressee(acting.transaction, hearing.id, heir)
                 : insert_addressee(acting.transaction, hearing.id, heir);
}

/// The newest of what predecessors of the successor said; nothing when they did not agree, or none of them answered.
static Result<std::optional<Answer>> agreed_answer(const Acting& acting, const Hearing& hearing,
                                                   directory::OrganisationId to) {
    std::optional<Answer> newest;
    for (const auto& one : TRY(predecessors_of(acting.transaction, hearing.id))) {
        if (one.successor != to || !one.addressee.stance) continue;
        auto said = TRY(find_answer(acting.transaction, hearing.id, one.addressee.organisation));
        if (newest && newest->stance != said->stance) return std::optional<Answer>{};
        if (!newest || said->changed_at > newest->changed_at) newest = std::move(said);
    }
    return newest;
}

static Result<void> inherit_answer(const Acting& acting, const Hearing& hearing, directory::OrganisationId to) {
    const auto own = TRY(find_answer(acting.transaction, hearing.id, to));
    if (own && !own->is_inherited) return {};
    auto agreed = TRY(agreed_answer(acting, hearing, to));
    TRY(detach_all(acting.transaction, hearing.id, to));
    if (own) TRY(remove_answer(acting.transaction, hearing.id, to));
    if (!agreed) return {};
    const auto said_by = agreed->organisation;
    agreed->organisation = to;
    agreed->is_inherited = true;
    TRY(put_answer(acting.transaction, hearing.id, *agreed));
    return attach_as(acting.transaction, hearing.id, said_by, to);
}

Result<void> succeed_addressee(const Acting& acting, const Hearing& hearing, directory::OrganisationId from,
                               directory::OrganisationId to) {
    const auto addressee = TRY(find_addressee(acting.transaction, hearing.id, from));
    if (!addressee || from == to) return {};
    const auto successor = TRY(directory::find_organisation(acting.transaction, to));
    TRY(mark_succeeded(acting.transaction, hearing.id, from, to, acting.now));
    TRY(take_place(acting, hearing, *addressee, successor));
    TRY(inherit_answer(acting, hearing, to));
    journal::Body facts;
    facts.text("organisation", TRY(directory::find_organisation(acting.transaction, from)).name);
    facts.text("successor", successor.name);
    TRY(acting.tell("hearings.addressee_succeeded", hearing, std::move(facts),
                    {{"organisation", from.to_string()}, {"organisation", to.to_string()}}));
    return {};
}

} // namespace hearings
