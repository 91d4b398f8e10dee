#pragma once
#include "platform/error.hpp"

namespace representation {

inline constexpr ErrorCode round_not_found{"representation.round_not_found", ErrorKind::not_found};
inline constexpr ErrorCode round_period_faulty{"representation.round_period_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode round_closed{"representation.round_closed", ErrorKind::conflict};
inline constexpr ErrorCode round_still_open{"representation.round_still_open", ErrorKind::conflict};
inline constexpr ErrorCode round_filled{"representation.round_filled", ErrorKind::conflict};
inline constexpr ErrorCode nobody_behind{"representation.nobody_behind", ErrorKind::conflict};
inline constexpr ErrorCode consent_missing{"representation.consent_missing", ErrorKind::invalid_input};
inline constexpr ErrorCode workplace_faulty{"representation.workplace_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode person_unknown{"representation.person_unknown", ErrorKind::invalid_input};
inline constexpr ErrorCode nominated_already{"representation.nominated_already", ErrorKind::invalid_input};
inline constexpr ErrorCode candidate_not_found{"representation.candidate_not_found", ErrorKind::not_found};
inline constexpr ErrorCode candidate_withdrawn{"representation.candidate_withdrawn", ErrorKind::conflict};
inline constexpr ErrorCode nobody_chosen{"representation.nobody_chosen", ErrorKind::invalid_input};
inline constexpr ErrorCode too_many_chosen{"representation.too_many_chosen", ErrorKind::invalid_input};
inline constexpr ErrorCode outside_reason_missing{"representation.outside_reason_missing", ErrorKind::invalid_input};
inline constexpr ErrorCode gap_unacknowledged{"representation.gap_unacknowledged", ErrorKind::invalid_input};
inline constexpr ErrorCode council_not_found{"representation.council_not_found", ErrorKind::not_found};
inline constexpr ErrorCode council_slug_faulty{"representation.council_slug_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode council_slug_taken{"representation.council_slug_taken", ErrorKind::invalid_input};
inline constexpr ErrorCode numbers_not_equal{"representation.numbers_not_equal", ErrorKind::invalid_input};
inline constexpr ErrorCode host_faulty{"representation.host_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode seat_not_found{"representation.seat_not_found", ErrorKind::not_found};
inline constexpr ErrorCode seat_taken{"representation.seat_taken", ErrorKind::invalid_input};
inline constexpr ErrorCode person_sits_already{"representation.person_sits_already", ErrorKind::invalid_input};
inline constexpr ErrorCode holder_period_faulty{"representation.holder_period_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode holder_not_found{"representation.holder_not_found", ErrorKind::not_found};
inline constexpr ErrorCode holder_ended_already{"representation.holder_ended_already", ErrorKind::conflict};
inline constexpr ErrorCode meeting_not_found{"representation.meeting_not_found", ErrorKind::not_found};
inline constexpr ErrorCode meeting_known{"representation.meeting_known", ErrorKind::invalid_input};
inline constexpr ErrorCode meeting_not_held{"representation.meeting_not_held", ErrorKind::conflict};
inline constexpr ErrorCode no_valid_appointment{"representation.no_valid_appointment", ErrorKind::forbidden};
inline constexpr ErrorCode reported_already{"representation.reported_already", ErrorKind::conflict};
inline constexpr ErrorCode position_unknown{"representation.position_unknown", ErrorKind::invalid_input};
inline constexpr ErrorCode report_not_found{"representation.report_not_found", ErrorKind::not_found};
inline constexpr ErrorCode representative_not_found{"representation.representative_not_found", ErrorKind::not_found};
inline constexpr ErrorCode stale_version{"representation.stale_version", ErrorKind::stale};

} // namespace representation
