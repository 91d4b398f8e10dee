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
inline constexpr ErrorCode database_taken{"platform.database_taken", ErrorKind::unavailable};
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

// The request border
inline constexpr ErrorCode path_not_found{"platform.path_not_found", ErrorKind::not_found};
inline constexpr ErrorCode path_malformed{"platform.path_malformed", ErrorKind::invalid_input};
inline constexpr ErrorCode method_not_allowed{"platform.method_not_allowed", ErrorKind::invalid_input};
inline constexpr ErrorCode method_unknown{"platform.method_unknown", ErrorKind::invalid_input};
inline constexpr ErrorCode format_not_offered{"platform.format_not_offered", ErrorKind::invalid_input};
inline constexpr ErrorCode request_timed_out{"platform.request_timed_out", ErrorKind::invalid_input};
inline constexpr ErrorCode length_required{"platform.length_required", ErrorKind::invalid_input};
inline constexpr ErrorCode body_too_large{"platform.body_too_large", ErrorKind::too_large};
inline constexpr ErrorCode address_too_long{"platform.address_too_long", ErrorKind::too_large};
inline constexpr ErrorCode media_type_unsupported{"platform.media_type_unsupported", ErrorKind::invalid_input};
inline constexpr ErrorCode header_too_large{"platform.header_too_large", ErrorKind::too_large};
inline constexpr ErrorCode request_malformed{"platform.request_malformed", ErrorKind::invalid_input};
inline constexpr ErrorCode expectation_failed{"platform.expectation_failed", ErrorKind::invalid_input};
inline constexpr ErrorCode too_many_fields{"platform.too_many_fields", ErrorKind::too_large};
inline constexpr ErrorCode too_many_parts{"platform.too_many_parts", ErrorKind::too_large};
inline constexpr ErrorCode field_too_large{"platform.field_too_large", ErrorKind::too_large};
inline constexpr ErrorCode multipart_malformed{"platform.multipart_malformed", ErrorKind::invalid_input};
inline constexpr ErrorCode file_name_refused{"platform.file_name_refused", ErrorKind::invalid_input};
inline constexpr ErrorCode form_expired{"platform.form_expired", ErrorKind::forbidden};
inline constexpr ErrorCode rate_limited{"platform.rate_limited", ErrorKind::too_many};
inline constexpr ErrorCode server_busy{"platform.server_busy", ErrorKind::unavailable};
inline constexpr ErrorCode too_many_watchers{"platform.too_many_watchers", ErrorKind::unavailable};
inline constexpr ErrorCode range_unsatisfiable{"platform.range_unsatisfiable", ErrorKind::invalid_input};
inline constexpr ErrorCode request_key_reused{"platform.request_key_reused", ErrorKind::conflict};
inline constexpr ErrorCode request_key_malformed{"platform.request_key_malformed", ErrorKind::invalid_input};
inline constexpr ErrorCode disk_full{"platform.disk_full", ErrorKind::unavailable};
inline constexpr ErrorCode disk_unwritable{"platform.disk_unwritable", ErrorKind::unavailable};
inline constexpr ErrorCode probe_unanswered{"platform.probe_unanswered", ErrorKind::unavailable};
inline constexpr ErrorCode address_taken{"platform.address_taken", ErrorKind::unavailable};
inline constexpr ErrorCode certificate_unusable{"platform.certificate_unusable", ErrorKind::unavailable};

// Tables
inline constexpr ErrorCode csv_faulty{"platform.csv_faulty", ErrorKind::invalid_input};

// Keys and seals
inline constexpr ErrorCode seal_broken{"platform.seal_broken", ErrorKind::unavailable};
inline constexpr ErrorCode key_file_open{"platform.key_file_open", ErrorKind::unavailable};
inline constexpr ErrorCode key_file_faulty{"platform.key_file_faulty", ErrorKind::unavailable};
inline constexpr ErrorCode key_file_unavailable{"platform.key_file_unavailable", ErrorKind::unavailable};
inline constexpr ErrorCode key_token_unavailable{"platform.key_token_unavailable", ErrorKind::unavailable};
inline constexpr ErrorCode key_token_pin_wrong{"platform.key_token_pin_wrong", ErrorKind::unavailable};
inline constexpr ErrorCode key_token_without_key{"platform.key_token_without_key", ErrorKind::unavailable};
inline constexpr ErrorCode master_key_sealed{"platform.master_key_sealed", ErrorKind::unavailable};
inline constexpr ErrorCode master_key_open{"platform.master_key_open", ErrorKind::unavailable};

// Blobs
inline constexpr ErrorCode blob_missing{"platform.blob_missing", ErrorKind::not_found};
inline constexpr ErrorCode blob_damaged{"platform.blob_damaged", ErrorKind::unavailable};
inline constexpr ErrorCode blob_store_unavailable{"platform.blob_store_unavailable", ErrorKind::unavailable};
inline constexpr ErrorCode blob_store_taken{"platform.blob_store_taken", ErrorKind::unavailable};

// The world outside
inline constexpr ErrorCode outside_unreachable{"platform.outside_unreachable", ErrorKind::unavailable};
inline constexpr ErrorCode outside_answer_too_large{"platform.outside_answer_too_large", ErrorKind::unavailable};
inline constexpr ErrorCode outside_address_refused{"platform.outside_address_refused", ErrorKind::invalid_input};
inline constexpr ErrorCode mail_refused{"platform.mail_refused", ErrorKind::conflict};
inline constexpr ErrorCode mail_unavailable{"platform.mail_unavailable", ErrorKind::unavailable};
inline constexpr ErrorCode sftp_unreachable{"platform.sftp_unreachable", ErrorKind::unavailable};
inline constexpr ErrorCode sftp_host_unknown{"platform.sftp_host_unknown", ErrorKind::unavailable};
inline constexpr ErrorCode sftp_login_refused{"platform.sftp_login_refused", ErrorKind::unavailable};
inline constexpr ErrorCode sftp_broken_off{"platform.sftp_broken_off", ErrorKind::unavailable};
inline constexpr ErrorCode sftp_refused{"platform.sftp_refused", ErrorKind::unavailable};
inline constexpr ErrorCode scanner_unavailable{"platform.scanner_unavailable", ErrorKind::unavailable};

// PDF
inline constexpr ErrorCode pdf_workshop_unavailable{"platform.pdf_workshop_unavailable", ErrorKind::unavailable};
inline constexpr ErrorCode pdf_not_bound{"platform.pdf_not_bound", ErrorKind::conflict};

// Jobs
inline constexpr ErrorCode job_not_found{"platform.job_not_found", ErrorKind::not_found};
inline constexpr ErrorCode job_lost{"platform.job_lost", ErrorKind::unavailable};
inline constexpr ErrorCode job_hopeless{"platform.job_hopeless", ErrorKind::conflict};

// Journal
inline constexpr ErrorCode event_not_found{"platform.event_not_found", ErrorKind::not_found};
inline constexpr ErrorCode bundle_too_large{"platform.bundle_too_large", ErrorKind::too_large};

// Tokens
inline constexpr ErrorCode token_malformed{"platform.token_malformed", ErrorKind::unauthenticated};
inline constexpr ErrorCode token_algorithm_refused{"platform.token_algorithm_refused", ErrorKind::unauthenticated};
inline constexpr ErrorCode token_key_unknown{"platform.token_key_unknown", ErrorKind::unauthenticated};
inline constexpr ErrorCode token_signature_wrong{"platform.token_signature_wrong", ErrorKind::unauthenticated};

} // namespace platform
