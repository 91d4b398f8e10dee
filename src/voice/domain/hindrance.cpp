#include "voice/domain/hindrance.hpp"

#include "platform/json/described_members.hpp"
#include "voice/domain/errors.hpp"

#include <algorithm>

namespace voice {

std::vector<HindranceState> next_states(HindranceState state) {
    using enum HindranceState;
    switch (state) {
    case reported:
        return {assessed, declined};
    case assessed:
        return {raised, resolved, declined};
    case raised:
        return {resolved, declined};
    case resolved:
    case declined:
        return {};
    }
    return {};
}

Result<Hindrance> moved(Hindrance hindrance, const HindranceStep& step, Date today) {
    const auto allowed = next_states(hindrance.state);
    if (std::ranges::find(allowed, step.to) == allowed.end()) {
        return hindrance_step_refused.error(
            {{"state", std::string{json::name_of(hindrance.state)}}, {"asked", std::string{json::name_of(step.to)}}});
    }
    if (step.case_id) hindrance.case_id = step.case_id;
    if (step.position_id) hindrance.position_id = step.position_id;
    if (step.to == HindranceState::raised && !hindrance.case_id && !hindrance.position_id)
        return raised_without_voice.error();
    hindrance.state = step.to;
    hindrance.state_note = step.note;
    hindrance.state_since = today;
    return hindrance;
}

} // namespace voice
