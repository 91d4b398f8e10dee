#pragma once
// The identifiers of hearings, as they cross its border.
#include "platform/id.hpp"

namespace hearings {

using HearingId = Id<struct HearingTag>;
using BookletId = Id<struct BookletTag>;
using AttachmentId = Id<struct AttachmentTag>;
using AssessmentId = Id<struct AssessmentTag>;

} // namespace hearings
