#include "voice/demonstration.hpp"

#include "directory/directory.hpp"
#include "platform/embedded.hpp"
#include "voice/actions/hindrances.hpp"
#include "voice/actions/positions.hpp"
#include "voice/jobs/demonstration_co_funding.hpp"
#include "voice/jobs/demonstration_consultations.hpp"
#include "voice/jobs/demonstration_state_hearings.hpp"
#include "voice/store/hindrance_store.hpp"
#include "voice/store/position_store.hpp"

namespace voice {

struct SaidPosition {
    std::string matter, addressee, title, statement, occasion, response;
    Date stated_on;
    std::optional<Date> responded_on;
};
BOOST_DESCRIBE_STRUCT(SaidPosition, (),
                      (matter, addressee, title, statement, occasion, response, stated_on, responded_on))

struct SaidHindrance {
    std::string reporter, title, law, provision, hinders, who_is_hit, proposal;
    std::vector<std::string> supporters;
    std::vector<HindranceState> steps;
};
BOOST_DESCRIBE_STRUCT(SaidHindrance, (),
                      (reporter, title, law, provision, hinders, who_is_hit, proposal, supporters, steps))

struct SaidByTheSector {
    std::vector<SaidPosition> positions;
    std::vector<SaidHindrance> hindrances;
};
BOOST_DESCRIBE_STRUCT(SaidByTheSector, (), (positions, hindrances))

static Result<Position> say(const Acting& acting, const SaidPosition& said) {
    NewPosition wanted;
    wanted.title = said.title;
    wanted.statement = said.statement;
    wanted.addressee = said.addressee;
    wanted.occasion = said.occasion;
    wanted.stated_on = said.stated_on;
    wanted.case_number = said.matter;
    const auto position = TRY(state_position(acting, wanted, true));
    if (!said.responded_on) return position;
    NewResponse response;
    response.response = said.response;
    response.responded_on = *said.responded_on;
    return record_response(acting, position.number, response);
}

/// The program itself, on behalf of the organisation.
static Result<Principal> behind(db::Reader& reader, std::string_view key) {
    const auto found = TRY(directory::find_organisation_by_key(reader, key));
    auto principal = the_program("demonstrasjon");
    principal.organisation_id = found.id.to_string();
    principal.organisation_name = found.name;
    return principal;
}

static Result<Hindrance> tell_of(const Acting& acting, const SaidHindrance& said, const std::string& raised_in) {
    const auto reporter = TRY(behind(acting.transaction, said.reporter));
    NewHindrance wanted;
    wanted.title = said.title;
    wanted.law = said.law;
    if (!said.provision.empty()) wanted.provision = said.provision;
    wanted.hinders = said.hinders;
    wanted.who_is_hit = said.who_is_hit;
    wanted.proposal = said.proposal;
    const auto hindrance =
        TRY(report_hindrance({acting.transaction, acting.services, reporter, acting.now}, wanted, true));
    for (const auto& key : said.supporters) {
        const auto supporter = TRY(behind(acting.transaction, key));
        TRY(support_hindrance({acting.transaction, acting.services, supporter, acting.now}, hindrance.number));
    }
    for (const auto step : said.steps) {
        HindranceMove move;
        move.to = step;
        move.note = "Oppdiktet eksempel.";
        if (step == HindranceState::raised) move.position = raised_in;
        TRY(move_hindrance(acting, hindrance.number, move));
    }
    return hindrance;
}

static std::string_view fact_file(std::string_view name) {
    for (const auto& file : embedded::voice_facts()) {
        if (file.name == name) return file.bytes;
    }
    ensure(false);
    return {};
}

Result<void> load_demonstration(const Services& services) {
    const auto program = the_program("demonstrasjon");
    return services.database.write([&](db::Transaction& transaction) -> Result<void> {
        if (!TRY(store::positions(transaction, {})).empty()) return {};
        const auto said = TRY(json::read<SaidByTheSector>(fact_file("demonstration.json")));
        const Acting acting{transaction, services, program, services.clock.now()};
        Spoken spoken;
        for (const auto& position : said.positions) {
            const auto made = TRY(say(acting, position));
            spoken.positions.push_back(made.number);
        }
        ensure(!spoken.positions.empty());
        for (const auto& hindrance : said.hindrances) {
            const auto made = TRY(tell_of(acting, hindrance, spoken.positions.back()));
            spoken.hindrances.push_back(made.number);
        }
        TRY(load_consultations(acting, fact_file("consultations.json"), spoken));
        TRY(load_co_funding(acting, fact_file("co_funding.json")));
        return load_state_hearings(acting, fact_file("state_hearings.json"));
    });
}

} // namespace voice
