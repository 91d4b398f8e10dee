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
inline constexpr ErrorCode consultation_not_found{"voice.consultation_not_found", ErrorKind::not_found};
inline constexpr ErrorCode consultation_item_not_found{"voice.consultation_item_not_found", ErrorKind::not_found};
inline constexpr ErrorCode consultation_planned_already{"voice.consultation_planned_already", ErrorKind::conflict};
inline constexpr ErrorCode counterpart_not_state{"voice.counterpart_not_state", ErrorKind::invalid_input};
inline constexpr ErrorCode speaker_not_appointed{"voice.speaker_not_appointed", ErrorKind::invalid_input};
inline constexpr ErrorCode body_may_not_speak{"voice.body_may_not_speak", ErrorKind::invalid_input};
inline constexpr ErrorCode consultation_not_held{"voice.consultation_not_held", ErrorKind::conflict};
inline constexpr ErrorCode consultation_held_already{"voice.consultation_held_already", ErrorKind::conflict};
inline constexpr ErrorCode before_the_meeting{"voice.before_the_meeting", ErrorKind::invalid_input};
inline constexpr ErrorCode outcome_recorded_already{"voice.outcome_recorded_already", ErrorKind::conflict};
inline constexpr ErrorCode follow_up_not_found{"voice.follow_up_not_found", ErrorKind::not_found};
inline constexpr ErrorCode follow_up_done_already{"voice.follow_up_done_already", ErrorKind::conflict};
inline constexpr ErrorCode not_an_amount{"voice.not_an_amount", ErrorKind::invalid_input};
inline constexpr ErrorCode cost_method_unknown{"voice.cost_method_unknown", ErrorKind::invalid_input};
inline constexpr ErrorCode cost_input_missing{"voice.cost_input_missing", ErrorKind::invalid_input};
inline constexpr ErrorCode cost_input_unknown{"voice.cost_input_unknown", ErrorKind::invalid_input};
inline constexpr ErrorCode calculation_too_large{"voice.calculation_too_large", ErrorKind::invalid_input};
inline constexpr ErrorCode price_level_differs{"voice.price_level_differs", ErrorKind::conflict};
inline constexpr ErrorCode co_funding_statement_not_found{"voice.co_funding_statement_not_found", ErrorKind::not_found};
inline constexpr ErrorCode statement_not_given{"voice.statement_not_given", ErrorKind::not_found};
inline constexpr ErrorCode too_short_notice{"voice.too_short_notice", ErrorKind::conflict};
inline constexpr ErrorCode deadline_passed{"voice.deadline_passed", ErrorKind::conflict};
inline constexpr ErrorCode comment_given_already{"voice.comment_given_already", ErrorKind::conflict};
inline constexpr ErrorCode comment_rule_not_ahead{"voice.comment_rule_not_ahead", ErrorKind::invalid_input};
inline constexpr ErrorCode state_hearing_not_found{"voice.state_hearing_not_found", ErrorKind::not_found};
inline constexpr ErrorCode state_hearing_closed{"voice.state_hearing_closed", ErrorKind::conflict};
inline constexpr ErrorCode state_hearing_unanswered{"voice.state_hearing_unanswered", ErrorKind::conflict};
inline constexpr ErrorCode state_hearing_settled{"voice.state_hearing_settled", ErrorKind::conflict};
inline constexpr ErrorCode answer_without_case{"voice.answer_without_case", ErrorKind::conflict};
inline constexpr ErrorCode document_not_open{"voice.document_not_open", ErrorKind::invalid_input};
inline constexpr ErrorCode not_an_address{"voice.not_an_address", ErrorKind::invalid_input};
inline constexpr ErrorCode deadline_before_sent{"voice.deadline_before_sent", ErrorKind::invalid_input};
inline constexpr ErrorCode stale_version{"voice.stale_version", ErrorKind::stale};

} // namespace voice
