#include "voice/actions/positions.hpp"
#include "voice/domain/errors.hpp"
#include "voice/rights.hpp"
#include "voice/store/position_store.hpp"

namespace voice {

Result<Position> record_response(const Acting& acting, std::string_view number, const NewResponse& wanted,
                                 std::optional<std::int64_t> version) {
    TRY(acting.principal.require(right::speak));
    auto position = TRY(store::position_by_number(acting.transaction, number));
    if (version) position.version = *version;
    position = TRY(answered(std::move(position), wanted.response, wanted.responded_on, acting.today()));
    TRY(store::save(acting.transaction, position, acting.now));
    TRY(acting.tell("voice.position_answered", position));
    return position;
}

} // namespace voice
