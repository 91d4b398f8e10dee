#pragma once
#include "platform/error.hpp"

namespace voice {

inline constexpr ErrorCode position_not_found{"voice.position_not_found", ErrorKind::not_found};
inline constexpr ErrorCode basis_not_decided{"voice.basis_not_decided", ErrorKind::conflict};
inline constexpr ErrorCode stated_before_decision{"voice.stated_before_decision", ErrorKind::invalid_input};
inline constexpr ErrorCode position_not_in_force{"voice.position_not_in_force", ErrorKind::conflict};
inline constexpr ErrorCode position_answered_already{"voice.position_answered_already", ErrorKind::conflict};
inline constexpr ErrorCode day_in_future{"voice.day_in_future", ErrorKind::invalid_input};
inline constexpr ErrorCode addressee_is_member{"voice.addressee_is_member", ErrorKind::invalid_input};
inline constexpr ErrorCode hindrance_not_found{"voice.hindrance_not_found", ErrorKind::not_found};
inline constexpr ErrorCode hindrance_step_refused{"voice.hindrance_step_refused", ErrorKind::conflict};
inline constexpr ErrorCode raised_without_voice{"voice.raised_without_voice", ErrorKind::invalid_input};
inline constexpr ErrorCode nobody_behind{"voice.nobody_behind", ErrorKind::conflict};
inline constexpr ErrorCode supported_already{"voice.supported_already", ErrorKind::conflict};
inline constexpr ErrorCode stale_version{"voice.stale_version", ErrorKind::stale};

} // namespace voice
