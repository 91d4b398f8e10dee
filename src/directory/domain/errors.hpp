#pragma once
// Every error of the directory. The words are in i18n/*/directory.json, the paragraphs in docs/api/problems.md.
#include "platform/error.hpp"

namespace directory {

inline constexpr ErrorCode organisation_not_found{"directory.organisation_not_found", ErrorKind::not_found};
inline constexpr ErrorCode person_not_found{"directory.person_not_found", ErrorKind::not_found};
inline constexpr ErrorCode role_not_found{"directory.role_not_found", ErrorKind::not_found};

inline constexpr ErrorCode name_missing{"directory.name_missing", ErrorKind::invalid_input};
inline constexpr ErrorCode organisation_number_faulty{"directory.organisation_number_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode identity_number_faulty{"directory.identity_number_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode municipality_number_faulty{"directory.municipality_number_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode postal_code_faulty{"directory.postal_code_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode homepage_faulty{"directory.homepage_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode slug_faulty{"directory.slug_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode period_faulty{"directory.period_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode kind_is_national{"directory.kind_is_national", ErrorKind::invalid_input};
inline constexpr ErrorCode not_a_network{"directory.not_a_network", ErrorKind::invalid_input};

inline constexpr ErrorCode organisation_number_taken{"directory.organisation_number_taken", ErrorKind::conflict};
inline constexpr ErrorCode number_taken{"directory.number_taken", ErrorKind::conflict};
inline constexpr ErrorCode slug_taken{"directory.slug_taken", ErrorKind::conflict};
inline constexpr ErrorCode person_known{"directory.person_known", ErrorKind::conflict};
inline constexpr ErrorCode already_member{"directory.already_member", ErrorKind::conflict};
inline constexpr ErrorCode not_member{"directory.not_member", ErrorKind::conflict};
inline constexpr ErrorCode organisation_stale{"directory.organisation_stale", ErrorKind::stale};

inline constexpr ErrorCode reform_needs_two{"directory.reform_needs_two", ErrorKind::invalid_input};
inline constexpr ErrorCode reform_mixes_kinds{"directory.reform_mixes_kinds", ErrorKind::invalid_input};
inline constexpr ErrorCode reform_in_future{"directory.reform_in_future", ErrorKind::invalid_input};
inline constexpr ErrorCode reform_heir_missing{"directory.reform_heir_missing", ErrorKind::invalid_input};
inline constexpr ErrorCode organisation_ended{"directory.organisation_ended", ErrorKind::conflict};

inline constexpr ErrorCode map_unreadable{"directory.map_unreadable", ErrorKind::invalid_input};
inline constexpr ErrorCode map_without_municipalities{"directory.map_without_municipalities", ErrorKind::invalid_input};
inline constexpr ErrorCode map_incomplete{"directory.map_incomplete", ErrorKind::invalid_input};

} // namespace directory
