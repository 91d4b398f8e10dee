#pragma once
// Every error of hearings. The words are in i18n/*/hearings.json, the paragraphs in docs/api/problems.md.
#include "platform/error.hpp"

namespace hearings {

inline constexpr ErrorCode hearing_not_found{"hearings.hearing_not_found", ErrorKind::not_found};
inline constexpr ErrorCode answer_not_found{"hearings.answer_not_found", ErrorKind::not_found};

inline constexpr ErrorCode case_unknown{"hearings.case_unknown", ErrorKind::invalid_input};
inline constexpr ErrorCode case_is_over{"hearings.case_is_over", ErrorKind::conflict};
inline constexpr ErrorCode opens_in_past{"hearings.opens_in_past", ErrorKind::invalid_input};
inline constexpr ErrorCode closes_too_soon{"hearings.closes_too_soon", ErrorKind::invalid_input};
inline constexpr ErrorCode audience_faulty{"hearings.audience_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode audience_empty{"hearings.audience_empty", ErrorKind::invalid_input};
inline constexpr ErrorCode organisation_unknown{"hearings.organisation_unknown", ErrorKind::invalid_input};
inline constexpr ErrorCode document_unknown{"hearings.document_unknown", ErrorKind::invalid_input};
inline constexpr ErrorCode options_faulty{"hearings.options_faulty", ErrorKind::invalid_input};

inline constexpr ErrorCode hearing_not_open{"hearings.hearing_not_open", ErrorKind::conflict};
inline constexpr ErrorCode hearing_is_over{"hearings.hearing_is_over", ErrorKind::conflict};
inline constexpr ErrorCode hearing_is_withdrawn{"hearings.hearing_is_withdrawn", ErrorKind::conflict};
inline constexpr ErrorCode closes_not_later{"hearings.closes_not_later", ErrorKind::invalid_input};

inline constexpr ErrorCode attachment_not_found{"hearings.attachment_not_found", ErrorKind::not_found};
inline constexpr ErrorCode attachment_withheld{"hearings.attachment_withheld", ErrorKind::forbidden};
inline constexpr ErrorCode attachment_not_ready{"hearings.attachment_not_ready", ErrorKind::conflict};
inline constexpr ErrorCode attachments_too_many{"hearings.attachments_too_many", ErrorKind::conflict};
inline constexpr ErrorCode answer_missing{"hearings.answer_missing", ErrorKind::invalid_input};

inline constexpr ErrorCode not_addressed{"hearings.not_addressed", ErrorKind::invalid_input};
inline constexpr ErrorCode speaks_for_itself{"hearings.speaks_for_itself", ErrorKind::conflict};
inline constexpr ErrorCode condition_missing{"hearings.condition_missing", ErrorKind::invalid_input};
inline constexpr ErrorCode reply_faulty{"hearings.reply_faulty", ErrorKind::invalid_input};

inline constexpr ErrorCode booklet_not_found{"hearings.booklet_not_found", ErrorKind::not_found};
inline constexpr ErrorCode booklet_year_taken{"hearings.booklet_year_taken", ErrorKind::conflict};
inline constexpr ErrorCode booklet_not_open{"hearings.booklet_not_open", ErrorKind::conflict};
inline constexpr ErrorCode closes_before_opens{"hearings.closes_before_opens", ErrorKind::invalid_input};
inline constexpr ErrorCode county_unknown{"hearings.county_unknown", ErrorKind::invalid_input};

inline constexpr ErrorCode assessment_not_found{"hearings.assessment_not_found", ErrorKind::not_found};
inline constexpr ErrorCode assessment_required_already{"hearings.assessment_required_already", ErrorKind::conflict};
inline constexpr ErrorCode assessment_settled{"hearings.assessment_settled", ErrorKind::conflict};
inline constexpr ErrorCode assessor_faulty{"hearings.assessor_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode body_not_on_path{"hearings.body_not_on_path", ErrorKind::invalid_input};
inline constexpr ErrorCode layers_missing{"hearings.layers_missing", ErrorKind::invalid_input};
inline constexpr ErrorCode reservation_unexplained{"hearings.reservation_unexplained", ErrorKind::invalid_input};

} // namespace hearings
