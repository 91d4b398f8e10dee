#include "governance/held_seats.hpp"
#include "platform/faults.hpp"
#include "representation/actions/counting.hpp"
#include "representation/actions/rounds.hpp"
#include "representation/domain/errors.hpp"
#include "representation/rights.hpp"
#include "representation/store/round_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace representation {

using directory::OrganisationKind;

/// Those named, in the order of nomination, and what is wrong with the naming.
static std::vector<Candidate> named_in(const Choice& choice, const std::vector<Candidate>& all, int seats,
                                       Faults& faults) {
    if (choice.candidates.empty()) faults.add(nobody_chosen.at("#/candidates"));
    for (std::size_t i = 0; i < choice.candidates.size(); ++i) {
        const auto found = std::ranges::find(all, choice.candidates[i], &Candidate::id);
        const auto pointer = fmt::format("#/candidates/{}", i);
        if (found == all.end()) {
            faults.add(candidate_not_found.at(pointer));
        } else if (found->withdrawn_at) {
            faults.add(candidate_withdrawn.at(pointer));
        }
    }
    std::vector<Candidate> named;
    for (const auto& candidate : all) {
        const bool is_named = std::ranges::find(choice.candidates, candidate.id) != choice.candidates.end();
        if (is_named && !candidate.withdrawn_at) named.push_back(candidate);
    }
    if (static_cast<int>(named.size()) > seats) {
        faults.add(too_many_chosen.at("#/candidates", {{"seats", std::int64_t{seats}}}));
    }
    return named;
}

using Nominators = std::map<directory::OrganisationId, directory::OrganisationSummary>;

static Result<Nominators> nominators_of(db::Reader& reader, const std::vector<Candidate>& candidates) {
    std::vector<directory::OrganisationId> ids;
    for (const auto& candidate : candidates) {
        ids.push_back(candidate.nominator);
    }
    Nominators nominators;
    for (auto& one : TRY(directory::organisations_by_id(reader, ids))) {
        nominators.emplace(one.id, std::move(one));
    }
    return nominators;
}

/// A person of the directory from now on, if not before; what they told of their gender follows them.
static Result<directory::PersonId> person_of(const Acting& acting, const Round& round, const Candidate& candidate) {
    auto id = candidate.person;
    if (!id) {
        directory::NewPerson person;
        person.name = candidate.name;
        person.is_invented = round.is_invented;
        id = TRY(directory::register_person(acting.transaction, acting.doer(), directory::PersonKey{}, person));
    }
    if (candidate.gender) {
        const auto word = TRY(acting.outside.open(*candidate.gender, candidate.id.to_string()));
        TRY(store::keep_gender(acting.transaction, *id, acting.outside.seal(word, id->to_string()), acting.now));
    }
    return *id;
}

static Result<void> appoint(const Acting& acting, const Round& round, const Candidate& candidate,
                            const directory::OrganisationSummary& nominator) {
    governance::NewSeat seat;
    seat.person = TRY(person_of(acting, round, candidate));
    seat.on_behalf_of = candidate.workplace;
    const bool is_region = nominator.kind == OrganisationKind::network || nominator.kind == OrganisationKind::county;
    if (is_region) seat.region = nominator.id;
    seat.is_ambassador = round.is_ambassador && is_region;
    seat.valid_from = round.valid_from;
    seat.valid_to = round.valid_to;
    seat.basis = fmt::format("Nominasjon {}, foreslått av {}", round.number, nominator.name);
    const auto appointment =
        TRY(governance::fill_seat(acting.transaction, acting.services, acting.principal, acting.now, round.body, seat));
    return store::save_appointment(acting.transaction, candidate.id, seat.person, appointment);
}

static Result<void> tell_of_choice(const Acting& acting, const Round& round, const Nominators& nominators,
                                   std::size_t chosen) {
    std::vector<journal::Subject> subjects;
    for (const auto& [id, nominator] : nominators) {
        subjects.push_back({"organisation", id.to_string()});
    }
    journal::Body facts;
    facts.number("count", static_cast<std::int64_t>(chosen)).text("reasons", round.reasons);
    facts.number("gaps", static_cast<std::int64_t>(round.gaps_after.size()));
    return acting.tell("representation.seats_filled", round, std::move(facts), std::move(subjects));
}

Result<Round> choose(const Acting& acting, std::string_view number, const Choice& choice,
                     std::optional<std::int64_t> version) {
    auto round = TRY(store::round_by_number(acting.transaction, number));
    TRY(acting.principal.require(right::choose, round.body.to_string()));
    TRY(check_choosing(round, acting.today()));
    if (version) round.version = *version;
    Faults faults;
    const auto all = TRY(store::candidates(acting.transaction, round.id));
    const auto chosen = named_in(choice, all, round.seats, faults);
    const auto nominators = TRY(nominators_of(acting.transaction, chosen));
    const bool has_outsider = std::ranges::any_of(chosen, [&](const Candidate& candidate) {
        return nominators.at(candidate.nominator).kind != OrganisationKind::network;
    });
    faults.need(choice.reasons, "#/reasons");
    if (has_outsider && choice.outside_reason.empty()) faults.add(outside_reason_missing.at("#/outsideReason"));

    const auto body = TRY(governance::body_card(acting.transaction, round.body, i18n::Language::nb));
    const auto added = TRY(sittings_of(acting.transaction, acting.outside, chosen));
    round.gaps_before = TRY(count_seats(acting.transaction, acting.outside, body, acting.today())).gaps;
    round.gaps_after = TRY(count_seats(acting.transaction, acting.outside, body, round.valid_from, added)).gaps;
    if (!round.gaps_after.empty() && choice.acknowledgement.empty()) {
        faults.add(gap_unacknowledged.at("#/acknowledgement",
                                         {{"count", static_cast<std::int64_t>(round.gaps_after.size())}}));
    }
    TRY(faults.result());

    for (const auto& candidate : chosen) {
        TRY(appoint(acting, round, candidate, nominators.at(candidate.nominator)));
    }
    round.chosen_at = acting.now;
    round.reasons = choice.reasons;
    round.outside_reason = choice.outside_reason;
    round.acknowledgement = choice.acknowledgement;
    TRY(store::save_choice(acting.transaction, round, acting.now));
    TRY(tell_of_choice(acting, round, nominators, chosen.size()));
    return round;
}

} // namespace representation
