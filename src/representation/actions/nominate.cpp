#include "platform/faults.hpp"
#include "platform/json/described_members.hpp"
#include "representation/actions/rounds.hpp"
#include "representation/domain/errors.hpp"
#include "representation/rights.hpp"
#include "representation/store/round_store.hpp"

#include <algorithm>

namespace representation {

using directory::OrganisationKind;
using directory::OrganisationSummary;

/// A network nominates from its members, a county from itself and its municipalities, a municipality from itself; KS
/// from all of them.
static Result<bool> may_nominate_from(const Acting& acting, const OrganisationSummary& nominator,
                                      const OrganisationSummary& workplace) {
    const bool is_member =
        workplace.kind == OrganisationKind::municipality || workplace.kind == OrganisationKind::county;
    if (!is_member || nominator.id == workplace.id) return is_member;
    switch (nominator.kind) {
    case OrganisationKind::network:
    case OrganisationKind::county: {
        const auto members = TRY(directory::members_of(acting.transaction, nominator.id, acting.today()));
        return std::ranges::find(members, workplace.id, &OrganisationSummary::id) != members.end();
    }
    case OrganisationKind::municipality:
        return false;
    default:
        return true;
    }
}

/// The name that they are known by, when they are known.
static Result<std::string> name_of(const Acting& acting, const NewCandidate& wanted) {
    if (!wanted.person_id) return std::string{wanted.name.value_or("")};
    const auto people = TRY(directory::people_by_id(acting.transaction, {*wanted.person_id}));
    if (people.empty()) return person_unknown.error();
    return people.front().name;
}

static bool stands_already(const std::vector<Candidate>& others, const Candidate& fresh) {
    return std::ranges::any_of(others, [&](const Candidate& other) {
        if (other.withdrawn_at) return false;
        const bool is_same_person = fresh.person && other.person == fresh.person;
        return is_same_person || (other.name == fresh.name && other.workplace == fresh.workplace);
    });
}

Result<Candidate> nominate(const Acting& acting, std::string_view number, const NewCandidate& wanted) {
    const auto round = TRY(store::round_by_number(acting.transaction, number));
    const auto nominator = TRY(acting.behind());
    TRY(acting.principal.require(right::nominate, nominator.id.to_string()));
    TRY(check_open(round, acting.today()));

    const auto workplace = directory::find_organisation_by_key(acting.transaction, wanted.workplace);
    const auto name = name_of(acting, wanted);
    Faults faults;
    faults.take(workplace, "#/workplace");
    faults.take(name, "#/personId");
    if (workplace && !TRY(may_nominate_from(acting, nominator, *workplace))) {
        faults.add(
            workplace_faulty.at("#/workplace", {{"organisation", workplace->name}, {"nominator", nominator.name}}));
    }
    if (name) faults.need(*name, "#/name");
    faults.need(wanted.grounds, "#/grounds");
    if (!wanted.has_consented) faults.add(consent_missing.at("#/hasConsented"));
    TRY(faults.result());

    Candidate fresh;
    fresh.id = acting.make_id<CandidateId>();
    fresh.round = round.id;
    fresh.nominator = nominator.id;
    fresh.person = wanted.person_id;
    fresh.name = *name;
    fresh.workplace = workplace->id;
    fresh.position = wanted.position;
    fresh.grounds = wanted.grounds;
    fresh.nominated_at = acting.now;
    if (wanted.gender) fresh.gender = acting.outside.seal(json::name_of(*wanted.gender), fresh.id.to_string());
    if (stands_already(TRY(store::candidates(acting.transaction, round.id)), fresh)) {
        faults.add(nominated_already.at(wanted.person_id ? "#/personId" : "#/name"));
        TRY(faults.result());
    }
    TRY(store::insert(acting.transaction, fresh));
    // Who was nominated is nobody's business but those who choose: the journal tells that somebody was, and by whom.
    journal::Body facts;
    facts.text("nominator", nominator.name);
    TRY(acting.tell("representation.candidate_nominated", round, std::move(facts),
                    {{"organisation", nominator.id.to_string()}}));
    return fresh;
}

Result<void> withdraw_candidate(const Acting& acting, std::string_view number, CandidateId id) {
    const auto round = TRY(store::round_by_number(acting.transaction, number));
    const auto all = TRY(store::candidates(acting.transaction, round.id));
    const auto found = std::ranges::find(all, id, &Candidate::id);
    if (found == all.end()) return candidate_not_found.error();
    if (!acting.principal.may(right::choose, round.body.to_string())) {
        TRY(acting.principal.require(right::nominate, found->nominator.to_string()));
    }
    if (round.chosen_at) return round_filled.error({{"number", round.number}});
    if (found->withdrawn_at) return candidate_withdrawn.error();
    TRY(store::withdraw(acting.transaction, id, acting.now));
    const auto nominator = TRY(directory::find_organisation(acting.transaction, found->nominator));
    journal::Body facts;
    facts.text("nominator", nominator.name);
    return acting.tell("representation.nomination_withdrawn", round, std::move(facts),
                       {{"organisation", nominator.id.to_string()}});
}

} // namespace representation
