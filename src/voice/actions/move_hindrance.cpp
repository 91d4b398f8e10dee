#include "governance/lookups.hpp"
#include "platform/json/described_members.hpp"
#include "voice/actions/hindrances.hpp"
#include "voice/actions/references.hpp"
#include "voice/rights.hpp"
#include "voice/store/hindrance_store.hpp"
#include "voice/store/position_store.hpp"

namespace voice {

static Result<HindranceStep> step_of(const Acting& acting, const HindranceMove& wanted) {
    HindranceStep step;
    step.to = wanted.to;
    step.note = wanted.note;
    Faults faults;
    if (wanted.case_number) {
        const auto found = governance::case_by_number(acting.transaction, *wanted.case_number);
        faults.take(found, "#/caseNumber");
        if (found) step.case_id = *found;
    }
    if (wanted.position) {
        const auto found = store::position_by_number(acting.transaction, *wanted.position);
        faults.take(found, "#/position");
        if (found) step.position_id = found->id;
    }
    TRY(faults.result());
    return step;
}

Result<Hindrance> move_hindrance(const Acting& acting, std::string_view number, const HindranceMove& wanted,
                                 std::optional<std::int64_t> version) {
    TRY(acting.principal.require(right::speak));
    auto hindrance = TRY(store::hindrance_by_number(acting.transaction, number));
    if (version) hindrance.version = *version;
    const auto step = TRY(step_of(acting, wanted));
    hindrance = TRY(moved(std::move(hindrance), step, acting.today()));
    TRY(store::save(acting.transaction, hindrance, acting.now));
    journal::Body body;
    body.text("state", json::name_of(hindrance.state)).text("note", hindrance.state_note);
    TRY(acting.tell("voice.hindrance_moved", hindrance, std::move(body)));
    return hindrance;
}

} // namespace voice
