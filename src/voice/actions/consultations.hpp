#pragma once
#include "voice/actions/acting.hpp"
#include "voice/actions/requests.hpp"

namespace voice {

/// Each needs voice.speak, and fails with platform.right_missing, platform.request_faulty (what is named and unknown)
/// and, where it changes something, voice.consultation_not_found and voice.stale_version.

/// Puts a meeting into the year. Fails with voice.consultation_planned_already, and as faults with
/// voice.counterpart_not_state, voice.speaker_not_appointed and voice.body_may_not_speak.
Result<Consultation> plan_consultation(const Acting&, const NewConsultation&, bool is_invented = false);

/// Gives it another day or place. Fails with voice.consultation_held_already, voice.consultation_planned_already, and
/// as faults with voice.speaker_not_appointed when somebody's seat does not last until then.
Result<Consultation> move_consultation(const Acting&, std::string_view number, const ConsultationMove&,
                                       std::optional<std::int64_t> version = {});

/// Raises something in it, at the end of its list.
Result<ConsultationItem> raise_item(const Acting&, std::string_view number, const NewConsultationItem&);

/// One side's count, by the version of the method that holds today. It takes the place of the side's former one, which
/// is kept. Fails with voice.consultation_item_not_found, voice.price_level_differs (from the other side's),
/// voice.calculation_too_large, and as faults with voice.cost_method_unknown, voice.cost_input_missing,
/// voice.cost_input_unknown and voice.not_an_amount.
Result<Calculation> calculate_cost(const Acting&, std::string_view number, int place, const NewCalculation&);

/// Fails with voice.consultation_item_not_found, voice.consultation_not_held, voice.before_the_meeting,
/// voice.day_in_future and voice.outcome_recorded_already.
Result<ConsultationItem> record_outcome(const Acting&, std::string_view number, int place, const NewOutcome&);

/// Fails with voice.consultation_item_not_found and voice.before_the_meeting (the deadline).
Result<FollowUp> agree_follow_up(const Acting&, std::string_view number, int place, const NewFollowUp&);
/// Fails with voice.follow_up_not_found, voice.follow_up_done_already and voice.day_in_future.
Result<FollowUp> finish_follow_up(const Acting&, FollowUpId, const FollowUpDone&);

} // namespace voice
