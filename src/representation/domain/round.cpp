#include "representation/domain/round.hpp"

#include "platform/errors.hpp"
#include "representation/domain/errors.hpp"

namespace representation {

RoundState Round::state_on(Date day) const {
    if (chosen_at) return RoundState::filled;
    return day <= closes_on ? RoundState::open : RoundState::choosing;
}

Result<void> check_period(const Round& round, Date today) {
    auto error = platform::request_faulty.error();
    if (round.closes_on < today || round.closes_on >= round.valid_from) {
        error.faults.push_back(round_period_faulty.at("#/closesOn"));
    }
    if (round.valid_to && *round.valid_to <= round.valid_from) {
        error.faults.push_back(round_period_faulty.at("#/validTo"));
    }
    if (error.faults.empty()) return {};
    return error;
}

Result<void> check_open(const Round& round, Date today) {
    if (round.state_on(today) == RoundState::open) return {};
    return round_closed.error({{"number", round.number}, {"day", to_string(round.closes_on)}});
}

Result<void> check_choosing(const Round& round, Date today) {
    switch (round.state_on(today)) {
    case RoundState::open:
        return round_still_open.error({{"number", round.number}, {"day", to_string(round.closes_on)}});
    case RoundState::filled:
        return round_filled.error({{"number", round.number}});
    case RoundState::choosing:
        break;
    }
    return {};
}

} // namespace representation
