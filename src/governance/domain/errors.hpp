#pragma once
// Every error governance can give. The words are in i18n/*/governance.json under problem.CODE, the paragraphs in
// docs/api/problems.md.
#include "platform/error.hpp"

namespace governance {

// --- Cases ---
inline constexpr ErrorCode case_not_found{"governance.case_not_found", ErrorKind::not_found};
inline constexpr ErrorCode case_stale{"governance.case_stale", ErrorKind::stale};
inline constexpr ErrorCode case_number_faulty{"governance.case_number_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode case_number_taken{"governance.case_number_taken", ErrorKind::conflict};
inline constexpr ErrorCode case_closed_for_changes{"governance.case_closed_for_changes", ErrorKind::conflict};
inline constexpr ErrorCode theme_unknown{"governance.theme_unknown", ErrorKind::invalid_input};
inline constexpr ErrorCode body_unknown{"governance.body_unknown", ErrorKind::invalid_input};
inline constexpr ErrorCode organisation_unknown{"governance.organisation_unknown", ErrorKind::invalid_input};
inline constexpr ErrorCode person_unknown{"governance.person_unknown", ErrorKind::invalid_input};

// --- The path of a case ---
inline constexpr ErrorCode case_step_refused{"governance.case_step_refused", ErrorKind::conflict};
inline constexpr ErrorCode case_at_other_body{"governance.case_at_other_body", ErrorKind::conflict};
inline constexpr ErrorCode case_held{"governance.case_held", ErrorKind::conflict};
inline constexpr ErrorCode notice_too_short{"governance.notice_too_short", ErrorKind::conflict};
inline constexpr ErrorCode outcome_not_allowed{"governance.outcome_not_allowed", ErrorKind::conflict};
inline constexpr ErrorCode referral_faulty{"governance.referral_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode no_body_remains{"governance.no_body_remains", ErrorKind::conflict};
inline constexpr ErrorCode bodies_remain{"governance.bodies_remain", ErrorKind::conflict};
inline constexpr ErrorCode body_only_advises{"governance.body_only_advises", ErrorKind::conflict};
inline constexpr ErrorCode political_record_missing{"governance.political_record_missing", ErrorKind::conflict};
inline constexpr ErrorCode outcome_settles_nothing{"governance.outcome_settles_nothing", ErrorKind::conflict};
inline constexpr ErrorCode path_empty{"governance.path_empty", ErrorKind::invalid_input};
inline constexpr ErrorCode path_too_long{"governance.path_too_long", ErrorKind::invalid_input};

// --- Whom a case concerns ---
inline constexpr ErrorCode concern_faulty{"governance.concern_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode concern_twice{"governance.concern_twice", ErrorKind::invalid_input};
inline constexpr ErrorCode concerns_missing{"governance.concerns_missing", ErrorKind::conflict};
inline constexpr ErrorCode input_day_faulty{"governance.input_day_faulty", ErrorKind::invalid_input};

// --- Documents ---
inline constexpr ErrorCode document_not_found{"governance.document_not_found", ErrorKind::not_found};
inline constexpr ErrorCode document_shielded{"governance.document_shielded", ErrorKind::forbidden};
inline constexpr ErrorCode document_not_ready{"governance.document_not_ready", ErrorKind::conflict};
inline constexpr ErrorCode document_gone{"governance.document_gone", ErrorKind::not_found};
inline constexpr ErrorCode document_type_not_allowed{"governance.document_type_not_allowed", ErrorKind::invalid_input};
inline constexpr ErrorCode document_too_large{"governance.document_too_large", ErrorKind::too_large};
inline constexpr ErrorCode document_empty{"governance.document_empty", ErrorKind::invalid_input};
inline constexpr ErrorCode file_missing{"governance.file_missing", ErrorKind::invalid_input};
inline constexpr ErrorCode documents_too_many{"governance.documents_too_many", ErrorKind::conflict};

// --- Shielding ---
inline constexpr ErrorCode shield_not_found{"governance.shield_not_found", ErrorKind::not_found};
inline constexpr ErrorCode shield_exists{"governance.shield_exists", ErrorKind::conflict};
inline constexpr ErrorCode shield_field_faulty{"governance.shield_field_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode shield_day_faulty{"governance.shield_day_faulty", ErrorKind::invalid_input};

} // namespace governance
