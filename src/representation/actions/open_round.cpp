#include "platform/faults.hpp"
#include "platform/search/search.hpp"
#include "representation/actions/counting.hpp"
#include "representation/actions/rounds.hpp"
#include "representation/domain/errors.hpp"
#include "representation/rights.hpp"
#include "representation/store/round_store.hpp"

#include <fmt/format.h>

namespace representation {

static constexpr int seats_in_round_max = 30;

static Result<void> index_round(const Acting& acting, const Round& round, const governance::BodyCard& body) {
    return search::put(acting.transaction, {.kind = "nominations",
                                            .id = round.id.to_string(),
                                            .language = round.language,
                                            .title = fmt::format("{} {}", round.number, body.name),
                                            .text = round.wanted,
                                            .url = round.url(),
                                            .changed_at = acting.now});
}

Result<Round> open_round(const Acting& acting, const NewRound& wanted, bool is_invented) {
    const auto body = governance::body_card_by_key(acting.transaction, wanted.body, i18n::Language::nb);
    if (body) TRY(acting.principal.require(right::choose, body->id.to_string()));
    Round fresh;
    fresh.language = wanted.language == WrittenForm::nn ? i18n::Language::nn : i18n::Language::nb;
    fresh.wanted = wanted.wanted;
    fresh.seats = wanted.seats;
    fresh.valid_from = wanted.valid_from;
    fresh.valid_to = wanted.valid_to;
    fresh.closes_on = wanted.closes_on;
    fresh.is_ambassador = wanted.is_ambassador;
    fresh.is_invented = is_invented;
    fresh.opened_at = fresh.changed_at = acting.now;
    Faults faults;
    faults.take(body, "#/body");
    faults.need(wanted.wanted, "#/wanted");
    if (wanted.seats < 1 || wanted.seats > seats_in_round_max) {
        faults.add(platform::number_out_of_range.at(
            "#/seats", {{"minimum", std::int64_t{1}}, {"maximum", std::int64_t{seats_in_round_max}}}));
    }
    if (const auto checked = check_period(fresh, acting.today()); !checked) {
        for (const auto& fault : checked.error().faults) {
            faults.add(fault);
        }
    }
    TRY(faults.result());
    fresh.id = acting.make_id<RoundId>();
    fresh.body = body->id;
    fresh.number = TRY(store::next_number(acting.transaction, acting.today()));
    TRY(store::insert(acting.transaction, fresh));
    TRY(index_round(acting, fresh, *body));
    journal::Body facts;
    facts.number("seats", fresh.seats).text("closes", to_string(fresh.closes_on));
    TRY(acting.tell("representation.round_opened", fresh, std::move(facts)));
    return fresh;
}

} // namespace representation
