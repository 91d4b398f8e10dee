#include "dispatch/actions/altinn.hpp"

#include "dispatch/actions/content.hpp"
#include "platform/ensure.hpp"

#include <algorithm>

namespace dispatch {

using namespace std::chrono_literals;

bool may_go_to_altinn(const Office& office, const Account& account, const Envelope& envelope) {
    if (!office.altinn || !account.uses_altinn || envelope.needs_high_level) return false;
    if (envelope.is_confidential && !office.altinn->takes_confidential()) return false;
    return envelope.documents.size() <= registers::AltinnMessages::documents_max &&
           can_be_carried(envelope, registers::AltinnMessages::bytes_max);
}

Result<bool> may_go_to_altinn(db::Reader& reader, const Office& office, const Dispatch& dispatch) {
    if (!office.altinn || !dispatch.wrapped_key) return false;
    const auto account = TRY(store::account(reader, dispatch.account_id));
    if (!account || !account->uses_altinn) return false;
    const auto envelope = TRY(open_envelope(office, dispatch));
    return may_go_to_altinn(office, *account, envelope);
}

Result<void> settle_altinn_message(const Settling& settling, DispatchId id, std::string_view message_id) {
    static constexpr auto first_question_after = 1min;
    TRY(store::set_altinn_message(settling.transaction, id, message_id, settling.now + first_question_after,
                                  settling.now));
    return settle_taken(settling, altinn_carrier, id);
}

/// It lies in the inbox, and the recipient was told: from now on the deadline for reading runs.
static Result<void> settle_published(const Settling& settling, Dispatch dispatch) {
    if (dispatch.channel != Channel::altinn || dispatch.status != Status::sent_to_altinn) return {};
    return settling.move(dispatch, Status::notified,
                         {settling.happening(HappeningKind::delivered_to_altinn, Status::notified)});
}

static Result<void> settle_reported(const Settling& settling, const Dispatch& dispatch, registers::AltinnState state) {
    using enum registers::AltinnState;
    switch (state) {
    case waiting:
        break;
    case published:
        return settle_published(settling, dispatch);
    case read:
        return mark_read(settling, dispatch, HappeningKind::read_elsewhere, std::string{altinn_carrier.name});
    case reserved:
        return leave(settling, altinn_carrier, dispatch.id, HappeningKind::reserved, true);
    case failed:
        return leave(settling, altinn_carrier, dispatch.id, HappeningKind::altinn_failed);
    }
    return {};
}

static std::optional<Instant> next_altinn_question(const Dispatch& dispatch, const AltinnMessage& message,
                                                   registers::AltinnState state, Instant now) {
    static constexpr std::chrono::hours asked_for = 90 * 24h, late_pause = 6h;
    static constexpr std::chrono::microseconds pause_min = 1min, pause_max = 30min;
    using enum registers::AltinnState;
    const bool is_open = (state == waiting || state == published) && dispatch.status != Status::read &&
                         dispatch.status != Status::handled_manually;
    const auto age = now - message.handed_over_at.value_or(now);
    if (!is_open || age >= asked_for) return std::nullopt;
    // What was printed may still be read there, and nobody waits for it.
    if (is_final(dispatch.status)) return now + late_pause;
    return now + std::clamp<std::chrono::microseconds>(age / 10, pause_min, pause_max);
}

Result<void> settle_altinn_state(const Settling& settling, const AltinnMessage& message, registers::AltinnState state) {
    const auto dispatch = TRY(store::find(settling.transaction, message.dispatch_id));
    ensure(dispatch.has_value());
    TRY(settle_reported(settling, *dispatch, state));
    return store::set_altinn_question(settling.transaction, message.dispatch_id,
                                      next_altinn_question(*dispatch, message, state, settling.now));
}

} // namespace dispatch
