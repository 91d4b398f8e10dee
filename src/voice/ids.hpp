#pragma once
#include "platform/id.hpp"

namespace voice {

using PositionId = Id<struct PositionTag>;
using HindranceId = Id<struct HindranceTag>;
using ConsultationId = Id<struct ConsultationTag>;
using ConsultationItemId = Id<struct ConsultationItemTag>;
using CalculationId = Id<struct CalculationTag>;
using CoFundingStatementId = Id<struct CoFundingStatementTag>;
using StateHearingId = Id<struct StateHearingTag>;
using FollowUpId = Id<struct FollowUpTag>;

} // namespace voice
