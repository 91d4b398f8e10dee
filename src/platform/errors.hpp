#pragma once
// Every error the platform can give, by room. The words are in i18n/*/platform.json, the paragraphs in
// docs/api/problems.md.
#include "platform/error.hpp"

namespace platform {

/// An invariant of ours is broken, or an exception reached a border. The log tells why; the caller can do nothing.
inline constexpr ErrorCode internal{"platform.internal", ErrorKind::internal};

// Values
inline constexpr ErrorCode bad_value{"platform.bad_value", ErrorKind::invalid_input};

// Access
inline constexpr ErrorCode not_logged_in{"platform.not_logged_in", ErrorKind::unauthenticated};
inline constexpr ErrorCode right_missing{"platform.right_missing", ErrorKind::forbidden};

// Database
inline constexpr ErrorCode database_damaged{"platform.database_damaged", ErrorKind::unavailable};
inline constexpr ErrorCode database_refused{"platform.database_refused", ErrorKind::conflict};
inline constexpr ErrorCode database_too_new{"platform.database_too_new", ErrorKind::conflict};
inline constexpr ErrorCode database_unavailable{"platform.database_unavailable", ErrorKind::unavailable};
inline constexpr ErrorCode migration_changed{"platform.migration_changed", ErrorKind::conflict};
inline constexpr ErrorCode outcome_unknown{"platform.outcome_unknown", ErrorKind::outcome_unknown};
// Requests
inline constexpr ErrorCode request_faulty{"platform.request_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode body_not_json{"platform.body_not_json", ErrorKind::invalid_input};
inline constexpr ErrorCode bad_encoding{"platform.bad_encoding", ErrorKind::invalid_input};
inline constexpr ErrorCode field_missing{"platform.field_missing", ErrorKind::invalid_input};
inline constexpr ErrorCode field_unknown{"platform.field_unknown", ErrorKind::invalid_input};
inline constexpr ErrorCode duplicate_field{"platform.duplicate_field", ErrorKind::invalid_input};
inline constexpr ErrorCode wrong_type{"platform.wrong_type", ErrorKind::invalid_input};
inline constexpr ErrorCode empty{"platform.empty", ErrorKind::invalid_input};
inline constexpr ErrorCode too_long{"platform.too_long", ErrorKind::invalid_input};
inline constexpr ErrorCode control_characters{"platform.control_characters", ErrorKind::invalid_input};
inline constexpr ErrorCode not_a_number{"platform.not_a_number", ErrorKind::invalid_input};
inline constexpr ErrorCode number_out_of_range{"platform.number_out_of_range", ErrorKind::invalid_input};
inline constexpr ErrorCode not_a_date{"platform.not_a_date", ErrorKind::invalid_input};
inline constexpr ErrorCode not_a_time{"platform.not_a_time", ErrorKind::invalid_input};
inline constexpr ErrorCode not_an_id{"platform.not_an_id", ErrorKind::invalid_input};
inline constexpr ErrorCode not_one_of{"platform.not_one_of", ErrorKind::invalid_input};
inline constexpr ErrorCode too_many_items{"platform.too_many_items", ErrorKind::invalid_input};
inline constexpr ErrorCode too_deep{"platform.too_deep", ErrorKind::invalid_input};

// Tables
inline constexpr ErrorCode csv_faulty{"platform.csv_faulty", ErrorKind::invalid_input};

} // namespace platform
