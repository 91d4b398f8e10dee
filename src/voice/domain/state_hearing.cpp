#include "voice/domain/state_hearing.hpp"

#include "voice/domain/errors.hpp"

namespace voice {

bool is_web_address(std::string_view text) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!text.starts_with(scheme)) continue;
        const auto rest = text.substr(scheme.size());
        return !rest.empty() && rest.front() != '/' && rest.find(' ') == std::string_view::npos;
    }
    return false;
}

Result<void> require_unanswered(const StateHearing& hearing) {
    const auto closed = hearing.answered_on ? hearing.answered_on : hearing.declined_on;
    if (closed) return state_hearing_closed.error({{"day", to_string(*closed)}});
    return {};
}

Result<StateHearing> declined(StateHearing hearing, std::string reason, Date today) {
    TRY(require_unanswered(hearing));
    hearing.declined_on = today;
    hearing.decline_reason = std::move(reason);
    return hearing;
}

Result<StateHearing> concluded(StateHearing hearing, const ResultGiven& given, Date today) {
    if (!hearing.answered_on) return state_hearing_unanswered.error();
    if (hearing.result) return state_hearing_settled.error({{"day", to_string(*hearing.result_on)}});
    if (given.on > today) return day_in_future.error({{"day", to_string(given.on)}});
    if (given.on < *hearing.answered_on)
        return stated_before_decision.error(
            {{"day", to_string(given.on)}, {"decided", to_string(*hearing.answered_on)}});
    hearing.result = given.result;
    hearing.result_words = given.words;
    hearing.result_source = given.source;
    hearing.result_on = given.on;
    return hearing;
}

} // namespace voice
