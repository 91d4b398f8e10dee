#include "voice/actions/positions.hpp"
#include "voice/domain/errors.hpp"
#include "voice/rights.hpp"
#include "voice/store/position_store.hpp"

namespace voice {

Result<Position> withdraw_position(const Acting& acting, std::string_view number, const Withdrawal& wanted,
                                   std::optional<std::int64_t> version) {
    TRY(acting.principal.require(right::speak));
    auto position = TRY(store::position_by_number(acting.transaction, number));
    if (version) position.version = *version;
    position = TRY(withdraw(std::move(position), wanted.reason, acting.today()));
    TRY(store::save(acting.transaction, position, acting.now));
    journal::Body body;
    body.text("reason", wanted.reason);
    TRY(acting.tell("voice.position_withdrawn", position, std::move(body)));
    return position;
}

} // namespace voice
