#include "platform/errors.hpp"
#include "platform/json/described_members.hpp"
#include "voice/actions/consultations.hpp"
#include "voice/actions/references.hpp"
#include "voice/domain/errors.hpp"
#include "voice/rights.hpp"
#include "voice/store/calculation_store.hpp"
#include "voice/store/consultation_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace voice {

static constexpr int price_level_year_min = 1990, price_level_years_ahead_max = 5;

/// The numbers as the method wants them: each once, none missing, none besides.
static void read_inputs(const CostMethod& method, const NewCalculation& wanted, Calculation& fresh, Faults& faults) {
    for (std::size_t i = 0; i < wanted.inputs.size(); ++i) {
        const auto& input = wanted.inputs[i];
        const auto place = fmt::format("#/inputs/{}", i);
        if (std::ranges::find(method.inputs, input.name, &CostInputKind::name) == method.inputs.end()) {
            faults.add(cost_input_unknown.at(place + "/name", {{"input", std::string{input.name}}}));
            continue;
        }
        const auto amount = Amount::parse(input.amount);
        faults.take(amount, place + "/amount");
        if (!fresh.inputs.emplace(input.name, amount ? *amount : Amount{}).second)
            faults.add(platform::duplicate_field.at(place + "/name"));
        fresh.sources.emplace(input.name, input.source.value_or(""));
    }
    for (std::size_t i = 0; i < method.inputs.size(); ++i) {
        const auto& name = method.inputs[i].name;
        if (!fresh.inputs.contains(name)) {
            faults.add(cost_input_missing.at(fmt::format("#/inputs/{}/amount", i), {{"input", name}}));
        }
    }
}

static Result<Calculation> read_calculation(const Acting& acting, const NewCalculation& wanted) {
    Calculation fresh;
    Faults faults;
    const int year_max = static_cast<int>(acting.today().year()) + price_level_years_ahead_max;
    if (wanted.price_level_year < price_level_year_min || wanted.price_level_year > year_max) {
        faults.add(platform::number_out_of_range.at(
            "#/priceLevelYear", {{"min", std::int64_t{price_level_year_min}}, {"max", std::int64_t{year_max}}}));
    }
    const auto* method = cost_method_on(wanted.method, acting.today());
    if (method == nullptr) {
        faults.add(cost_method_unknown.at("#/method", {{"method", std::string{wanted.method}}}));
    } else {
        fresh.method = method->code;
        fresh.method_version = method->version;
        read_inputs(*method, wanted, fresh, faults);
    }
    TRY(faults.result());
    fresh.side = wanted.side;
    fresh.price_level_year = wanted.price_level_year;
    fresh.note = wanted.note;
    return fresh;
}

/// Kroner of different years cannot be set beside each other.
static Result<void> require_same_price_level(const Acting& acting, const Calculation& fresh) {
    for (const auto& other : TRY(store::calculations_of(acting.transaction, fresh.item))) {
        if (other.side != fresh.side && other.price_level_year != fresh.price_level_year)
            return price_level_differs.error({{"year", std::to_string(other.price_level_year)}});
    }
    return {};
}

Result<Calculation> calculate_cost(const Acting& acting, std::string_view number, int place,
                                   const NewCalculation& wanted) {
    TRY(acting.principal.require(right::speak));
    auto meeting = TRY(store::consultation_by_number(acting.transaction, number));
    const auto item = TRY(store::item_at(acting.transaction, meeting.id, place));
    auto fresh = TRY(read_calculation(acting, wanted));
    fresh.id = CalculationId::make(acting.now, acting.services.random);
    fresh.item = item.id;
    fresh.made_at = acting.now;
    TRY(require_same_price_level(acting, fresh));
    const auto worked = TRY(work_out(*cost_method(fresh.method, fresh.method_version), fresh.inputs));
    fresh.revision = TRY(store::newest_revision(acting.transaction, item.id, fresh.side)) + 1;
    TRY(store::insert(acting.transaction, fresh));
    TRY(store::touch(acting.transaction, meeting, acting.now));
    journal::Body body;
    body.text("title", item.title)
        .text("side", json::name_of(fresh.side))
        .text("method", fresh.method)
        .number("methodVersion", fresh.method_version)
        .number("priceLevelYear", fresh.price_level_year)
        .text("total", worked.back().amount.to_string());
    TRY(acting.tell("voice.cost_calculated", meeting, std::move(body)));
    return fresh;
}

} // namespace voice
