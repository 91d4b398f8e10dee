#pragma once
#include "governance/case_standing.hpp"
#include "governance/seats.hpp"
#include "platform/http/call.hpp"
#include "platform/ui/components.hpp"
#include "voice/views/state_hearing_models.hpp"

namespace voice {

Html state_hearings_page(const http::Call&, const StateHearingListView&, bool may_speak);
Html state_hearing_page(const http::Call&, const StateHearingView&, bool may_speak);
Html new_state_hearing_page(const http::Call&, const ui::FormState&);
/// case_number: of the case where the answer is prepared, or empty.
Html state_hearing_change_page(const http::Call&, const ui::FormState&, const StateHearingView&,
                               const std::string& case_number);
Html state_answer_page(const http::Call&, const ui::FormState&, const StateHearingView&,
                       const std::vector<governance::OpenDocument>&, const std::vector<governance::SeatCard>& speakers);
Html state_hearing_decline_page(const http::Call&, const ui::FormState&, const StateHearingView&);
Html state_result_page(const http::Call&, const ui::FormState&, const StateHearingView&);

} // namespace voice
