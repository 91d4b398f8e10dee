#include "representation/demonstration.hpp"

#include "governance/held_seats.hpp"
#include "governance/lookups.hpp"
#include "platform/embedded.hpp"
#include "representation/actions/rounds.hpp"
#include "representation/actions/tell_gender.hpp"
#include "representation/store/round_store.hpp"

#include <algorithm>
#include <set>

namespace representation {

using namespace std::chrono_literals;

struct SaidCandidate {
    std::string nominator, workplace, name, position, grounds;
    Gender gender = Gender::woman;
};
BOOST_DESCRIBE_STRUCT(SaidCandidate, (), (nominator, workplace, name, position, grounds, gender))

/// Days are counted from the one on which the demonstration is loaded.
struct SaidRound {
    std::string body, wanted, reasons, acknowledgement;
    int seats = 1, opened = 0, closes = 0, from = 0, years = 0, chosen_day = 0;
    bool is_ambassador = false;
    std::vector<SaidCandidate> candidates;
    std::vector<std::string> chosen;
};
BOOST_DESCRIBE_STRUCT(SaidRound, (),
                      (body, wanted, reasons, acknowledgement, seats, opened, closes, from, years, chosen_day,
                       is_ambassador, candidates, chosen))

struct SaidOfNominations {
    std::vector<SaidRound> rounds;
    std::vector<std::string> women, men;
};
BOOST_DESCRIBE_STRUCT(SaidOfNominations, (), (rounds, women, men))

namespace {

class Staging {
public:
    Staging(const Services& services, const Outside& outside, db::Transaction& transaction, Date today)
        : services_{services}, outside_{outside}, transaction_{transaction}, today_{today} {}

    Result<void> stage(const SaidRound& said) {
        NewRound wanted;
        wanted.body = said.body;
        wanted.wanted = said.wanted;
        wanted.seats = said.seats;
        wanted.valid_from = day(said.from);
        wanted.valid_to = wanted.valid_from + std::chrono::years{said.years};
        if (!wanted.valid_to->ok()) wanted.valid_to = *wanted.valid_to - std::chrono::months{1};
        wanted.closes_on = day(said.closes);
        wanted.is_ambassador = said.is_ambassador;
        const auto round = TRY(open_round(acting(program_, said.opened), wanted, true));
        for (const auto& candidate : said.candidates) {
            TRY(nominate(round, said, candidate));
        }
        if (said.chosen.empty()) return {};
        return choose(round, said);
    }

    /// What the invented people of all bodies have told, each themselves.
    Result<void> tell_genders(const SaidOfNominations& said) {
        std::set<directory::PersonId> seen;
        for (const auto& body : TRY(governance::body_cards(transaction_, i18n::Language::nb))) {
            for (const auto& seat : TRY(governance::voting_seats(transaction_, body.id, today_))) {
                if (seen.insert(seat.person).second) TRY(tell_gender_of(seat.person, said));
            }
        }
        return {};
    }

private:
    [[nodiscard]] Date day(int from_today) const {
        return Date{std::chrono::sys_days{today_} + std::chrono::days{from_today}};
    }
    [[nodiscard]] Acting acting(const Principal& who, int from_today) const {
        return {transaction_, services_, who, at_norwegian_time(day(from_today), 10h), outside_};
    }

    Result<void> nominate(const Round& round, const SaidRound& said, const SaidCandidate& candidate) {
        const auto nominator = TRY(directory::find_organisation_by_key(transaction_, candidate.nominator));
        auto behind = program_;
        behind.organisation_id = nominator.id.to_string();
        behind.organisation_name = nominator.name;
        NewCandidate wanted;
        wanted.workplace = candidate.workplace;
        wanted.name = Line<120>{candidate.name};
        wanted.position = candidate.position;
        wanted.grounds = candidate.grounds;
        wanted.gender = candidate.gender;
        wanted.has_consented = true;
        TRY(representation::nominate(acting(behind, said.opened + 5), round.number, wanted));
        return {};
    }

    Result<void> choose(const Round& round, const SaidRound& said) {
        Choice choice;
        for (const auto& candidate : TRY(store::candidates(transaction_, round.id))) {
            const bool is_chosen = std::ranges::find(said.chosen, candidate.name) != said.chosen.end();
            if (is_chosen) choice.candidates.push_back(candidate.id);
        }
        choice.reasons = said.reasons;
        choice.acknowledgement = said.acknowledgement;
        TRY(representation::choose(acting(program_, said.chosen_day), round.number, choice));
        return {};
    }

    Result<void> tell_gender_of(directory::PersonId id, const SaidOfNominations& said) {
        const auto people = TRY(directory::people_by_id(transaction_, {id}));
        const auto& name = people.front().name;
        const bool is_woman = std::ranges::find(said.women, name) != said.women.end();
        const bool is_man = std::ranges::find(said.men, name) != said.men.end();
        if (!is_woman && !is_man) return {};
        Principal person;
        person.kind = PrincipalKind::person;
        person.id = id.to_string();
        person.name = name;
        return tell_gender(acting(person, -100), is_woman ? Gender::woman : Gender::man);
    }

    const Services& services_;
    const Outside& outside_;
    db::Transaction& transaction_;
    Date today_;
    Principal program_ = the_program("demonstrasjon");
};

} // namespace

Result<void> load_demonstration(const Services& services, const Outside& outside, Date today) {
    return services.database.write([&](db::Transaction& transaction) -> Result<void> {
        if (!TRY(store::rounds(transaction)).empty()) return {};
        SaidOfNominations said;
        for (const auto& file : embedded::representation_facts()) {
            if (file.name.starts_with("demonstration_rounds")) said = TRY(json::read<SaidOfNominations>(file.bytes));
        }
        Staging staging{services, outside, transaction, today};
        TRY(staging.tell_genders(said));
        for (const auto& round : said.rounds) {
            TRY(staging.stage(round));
        }
        return {};
    });
}

} // namespace representation
