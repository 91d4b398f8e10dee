#pragma once
// The identifiers of governance, as they cross its border.
#include "platform/id.hpp"

namespace governance {

using CaseId = Id<struct CaseTag>;
using PointId = Id<struct PointTag>; ///< One point of a proposed decision.
using StepId = Id<struct StepTag>;   ///< One body on a case's path.
using ConcernId = Id<struct ConcernTag>;
using DocumentId = Id<struct DocumentTag>;
using ShieldId = Id<struct ShieldTag>;

using BodyId = Id<struct BodyTag>;
using MandateId = Id<struct MandateTag>;
using AppointmentId = Id<struct AppointmentTag>;
using MeetingId = Id<struct MeetingTag>;
using AgendaItemId = Id<struct AgendaItemTag>;
using ProposalId = Id<struct ProposalTag>; ///< A proposal made in a meeting.
using ElectionId = Id<struct ElectionTag>; ///< An election in an item, over all its rounds.
using VoteId = Id<struct VoteTag>;
using DissentId = Id<struct DissentTag>;
using ImpartialityId = Id<struct ImpartialityTag>; ///< Somebody's impartiality in an item, as it was raised.
using MinutesId = Id<struct MinutesTag>;

} // namespace governance
