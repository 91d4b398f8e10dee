#pragma once
#include "platform/error.hpp"

namespace identity {

inline constexpr ErrorCode scope_missing{"identity.scope_missing", ErrorKind::invalid_input};
inline constexpr ErrorCode period_faulty{"identity.period_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode holding_not_found{"identity.holding_not_found", ErrorKind::not_found};
inline constexpr ErrorCode session_not_found{"identity.session_not_found", ErrorKind::not_found};
inline constexpr ErrorCode person_not_invented{"identity.person_not_invented", ErrorKind::forbidden};

// Tokens of people and machines
inline constexpr ErrorCode tokens_not_taken{"identity.tokens_not_taken", ErrorKind::unauthenticated};
inline constexpr ErrorCode token_issuer_wrong{"identity.token_issuer_wrong", ErrorKind::unauthenticated};
inline constexpr ErrorCode token_audience_wrong{"identity.token_audience_wrong", ErrorKind::unauthenticated};
inline constexpr ErrorCode token_expired{"identity.token_expired", ErrorKind::unauthenticated};
inline constexpr ErrorCode token_not_yet_valid{"identity.token_not_yet_valid", ErrorKind::unauthenticated};
inline constexpr ErrorCode token_consumer_missing{"identity.token_consumer_missing", ErrorKind::unauthenticated};
inline constexpr ErrorCode token_scope_missing{"identity.token_scope_missing", ErrorKind::forbidden};
inline constexpr ErrorCode organisation_unknown{"identity.organisation_unknown", ErrorKind::forbidden};

inline constexpr ErrorCode assertion_refused{"identity.assertion_refused", ErrorKind::invalid_input};

// Logging in with a provider
inline constexpr ErrorCode provider_missing{"identity.provider_missing", ErrorKind::not_found};
inline constexpr ErrorCode provider_answer_faulty{"identity.provider_answer_faulty", ErrorKind::unavailable};
inline constexpr ErrorCode login_not_begun{"identity.login_not_begun", ErrorKind::unauthenticated};
inline constexpr ErrorCode login_refused{"identity.login_refused", ErrorKind::unauthenticated};
inline constexpr ErrorCode nonce_wrong{"identity.nonce_wrong", ErrorKind::unauthenticated};
inline constexpr ErrorCode assurance_too_low{"identity.assurance_too_low", ErrorKind::unauthenticated};
inline constexpr ErrorCode identity_number_missing{"identity.identity_number_missing", ErrorKind::unauthenticated};

} // namespace identity
