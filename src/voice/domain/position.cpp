#include "voice/domain/position.hpp"

#include "platform/json/described_members.hpp"
#include "voice/domain/errors.hpp"

namespace voice {

using governance::CaseState;

Result<Position> resting_on(Position position, const Basis& basis, Date today) {
    const bool is_decided = basis.state == CaseState::final || basis.state == CaseState::followed_up;
    if (!is_decided || !basis.outcome || !basis.body || !basis.decided_on)
        return basis_not_decided.error({{"matter", basis.case_number}});
    if (position.stated_on > today) return day_in_future.error({{"day", to_string(position.stated_on)}});
    if (position.stated_on < *basis.decided_on) {
        return stated_before_decision.error(
            {{"day", to_string(position.stated_on)}, {"decided", to_string(*basis.decided_on)}});
    }
    position.case_id = basis.case_id;
    position.body = *basis.body;
    position.outcome = *basis.outcome;
    return position;
}

static Result<void> require_in_force(const Position& position) {
    if (position.state() == PositionState::in_force) return {};
    return position_not_in_force.error(
        {{"number", position.number}, {"state", std::string{json::name_of(position.state())}}});
}

Result<Position> withdraw(Position position, std::string reason, Date today) {
    TRY(require_in_force(position));
    position.withdrawn_on = today;
    position.withdrawal_reason = std::move(reason);
    return position;
}

Result<Position> answered(Position position, std::string response, Date on, Date today) {
    if (position.responded_on) return position_answered_already.error({{"day", to_string(*position.responded_on)}});
    if (on > today) return day_in_future.error({{"day", to_string(on)}});
    if (on < position.stated_on) {
        return stated_before_decision.error({{"day", to_string(on)}, {"decided", to_string(position.stated_on)}});
    }
    position.response = std::move(response);
    position.responded_on = on;
    return position;
}

} // namespace voice
