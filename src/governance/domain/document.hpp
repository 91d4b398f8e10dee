#pragma once
// A document of a case: what it is and where it stands. Its bytes lie in the blob store.
#include "governance/document_words.hpp"
#include "governance/ids.hpp"
#include "platform/clock.hpp"
#include "platform/i18n/message.hpp"

#include <boost/describe.hpp>
#include <optional>
#include <string>

namespace governance {

/// Names from Norwegian case work, kept as they are: case paper, attachment, minutes, memo, answer to a hearing.
enum class DocumentKind : std::uint8_t { saksframlegg, vedlegg, protokoll, notat, hoeringssvar };
BOOST_DESCRIBE_ENUM(DocumentKind, saksframlegg, vedlegg, protokoll, notat, hoeringssvar)

struct Document {
    DocumentId id;
    CaseId case_id;
    DocumentKind kind = DocumentKind::vedlegg;
    std::string title;
    i18n::Language language = i18n::Language::nb;
    Date dated;
    std::string file_name;
    std::string media_type; ///< By content, never by what the sender says.
    std::uint64_t size = 0; ///< Bytes.
    blobs::Digest digest;
    DocumentState state = DocumentState::available;
    std::string state_reason; ///< Why it was refused or removed.
    bool is_late = false;     ///< Came after the body's deadline for papers.
    Instant added_at;
    std::optional<Instant> removed_at;
};

} // namespace governance
