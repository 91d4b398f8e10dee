#pragma once
#include "platform/error.hpp"

namespace identity {

inline constexpr ErrorCode scope_missing{"identity.scope_missing", ErrorKind::invalid_input};
inline constexpr ErrorCode period_faulty{"identity.period_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode holding_not_found{"identity.holding_not_found", ErrorKind::not_found};
inline constexpr ErrorCode session_not_found{"identity.session_not_found", ErrorKind::not_found};
inline constexpr ErrorCode person_not_invented{"identity.person_not_invented", ErrorKind::forbidden};

} // namespace identity
