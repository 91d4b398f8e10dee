#pragma once
#include "voice/actions/acting.hpp"
#include "voice/actions/requests.hpp"

namespace voice {

/// Records what the sector has said, resting on a case that is decided. A position it takes the place of is then
/// superseded. Needs voice.speak. Fails with platform.right_missing, platform.request_faulty (addressee or case
/// unknown), voice.addressee_is_member, voice.basis_not_decided, voice.stated_before_decision, voice.day_in_future,
/// voice.position_not_found and voice.position_not_in_force (of the one it supersedes).
Result<Position> state_position(const Acting&, const NewPosition&, bool is_invented = false);

/// Needs voice.speak. Fails with voice.position_not_found, voice.position_not_in_force, voice.stale_version.
Result<Position> withdraw_position(const Acting&, std::string_view number, const Withdrawal&,
                                   std::optional<std::int64_t> version = {});

/// Records what the addressee did with it. Needs voice.speak. Fails with voice.position_not_found,
/// voice.position_answered_already, voice.day_in_future, voice.stated_before_decision, voice.stale_version.
Result<Position> record_response(const Acting&, std::string_view number, const NewResponse&,
                                 std::optional<std::int64_t> version = {});

} // namespace voice
