#pragma once
#include "voice/actions/acting.hpp"
#include "voice/actions/requests.hpp"
#include "voice/domain/state_hearing.hpp"

namespace voice {

/// Each needs voice.speak, and fails with platform.right_missing, platform.request_faulty (what is named and unknown)
/// and, where it changes something, voice.state_hearing_not_found and voice.stale_version.

/// Fails as faults with voice.counterpart_not_state, voice.not_an_address, voice.day_in_future (sent) and
/// voice.deadline_before_sent.
Result<StateHearing> register_state_hearing(const Acting&, const NewStateHearing&, bool is_invented = false);

/// Another deadline, or the case where the answer is prepared. Fails with voice.state_hearing_closed and
/// voice.deadline_before_sent.
Result<StateHearing> change_state_hearing(const Acting&, std::string_view number, const StateHearingChange&,
                                          std::optional<std::int64_t> version = {});

/// Makes a position of the answer, resting on the hearing's case. Fails with voice.state_hearing_closed,
/// voice.answer_without_case, what state_position() fails with (the case must be decided), and as faults with
/// platform.empty, voice.document_not_open, voice.speaker_not_appointed and voice.body_may_not_speak.
Result<StateHearing> answer_state_hearing(const Acting&, std::string_view number, const NewStateAnswer&,
                                          std::optional<std::int64_t> version = {});

/// Says that the sector does not answer, and why. Fails with voice.state_hearing_closed.
Result<StateHearing> decline_state_hearing(const Acting&, std::string_view number, const Withdrawal&,
                                           std::optional<std::int64_t> version = {});

/// What the state did with the answer, here and on the position. Fails with voice.state_hearing_unanswered,
/// voice.state_hearing_settled, voice.day_in_future, voice.stated_before_decision, and as faults with
/// voice.not_an_address.
Result<StateHearing> conclude_state_hearing(const Acting&, std::string_view number, const NewStateResult&,
                                            std::optional<std::int64_t> version = {});

} // namespace voice
