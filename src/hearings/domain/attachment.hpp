#pragma once
// A file that stands beside answers to a hearing. It is as open as the most open of them.
#include "governance/document_words.hpp"
#include "hearings/domain/hearing.hpp"

namespace hearings {

struct Attachment {
    AttachmentId id;
    HearingId hearing;
    std::string title;
    governance::StoredFile file;
    governance::DocumentState state = governance::DocumentState::available;
    std::string state_reason; ///< What the scanner found.
    Instant added_at;
    std::vector<directory::OrganisationId> organisations; ///< Beside whose answers it stands.
};

inline constexpr std::size_t attachments_max = 10; ///< Of one answer.

} // namespace hearings
