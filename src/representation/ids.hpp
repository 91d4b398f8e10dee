#pragma once
#include "platform/id.hpp"

namespace representation {

using RoundId = Id<struct RoundTag>;
using CouncilId = Id<struct CouncilTag>;
using HolderId = Id<struct HolderTag>;
using CouncilMeetingId = Id<struct CouncilMeetingTag>;
using ReportId = Id<struct ReportTag>;
using CandidateId = Id<struct CandidateTag>;

} // namespace representation
