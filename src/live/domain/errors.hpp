#pragma once
#include "platform/error.hpp"

namespace live {

inline constexpr ErrorCode not_a_member{"live.not_a_member", ErrorKind::forbidden};
inline constexpr ErrorCode not_in_the_room{"live.not_in_the_room", ErrorKind::conflict};
inline constexpr ErrorCode nothing_treated{"live.nothing_treated", ErrorKind::conflict};
inline constexpr ErrorCode limits_faulty{"live.limits_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode seconds_out_of_range{"live.seconds_out_of_range", ErrorKind::invalid_input};
inline constexpr ErrorCode asked_already{"live.asked_already", ErrorKind::conflict};
inline constexpr ErrorCode speaker_not_found{"live.speaker_not_found", ErrorKind::not_found};
inline constexpr ErrorCode speaker_step_refused{"live.speaker_step_refused", ErrorKind::conflict};
inline constexpr ErrorCode ballot_not_found{"live.ballot_not_found", ErrorKind::not_found};
inline constexpr ErrorCode ballot_ended{"live.ballot_ended", ErrorKind::conflict};
inline constexpr ErrorCode cast_already{"live.cast_already", ErrorKind::conflict};
inline constexpr ErrorCode blank_refused{"live.blank_refused", ErrorKind::invalid_input};

} // namespace live
