#pragma once
// Hearings from the state, from the tables to what is shown.
#include "platform/http/call.hpp"
#include "voice/domain/state_hearing.hpp"
#include "voice/views/state_hearing_pages.hpp"

namespace voice {

Result<StateHearingListView> read_state_hearings(const http::Query&, const StateHearingQuestion&);
/// Fails with voice.state_hearing_not_found.
Result<StateHearing> state_hearing_in_path(const http::Query&);
Result<StateHearingView> read_state_hearing(const http::Query&);

} // namespace voice
