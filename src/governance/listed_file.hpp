#pragma once
// A file that somebody sent in, as pages list it.
#include "governance/document_words.hpp"
#include "platform/ui/components.hpp"

namespace governance {

struct ListedFile {
    std::string title;
    std::string path; ///< Of its bytes, with language prefix; without while nobody can read it.
    std::string media_type;
    std::uint64_t size = 0; ///< Bytes.
    DocumentState state = DocumentState::available;
    std::string state_reason;
    Date dated;
};
/// "PDF · 612 kB · 25. februar 2026", and where it stands when it cannot be read.
ui::DocumentRow listed(const http::Call&, const ListedFile&);

} // namespace governance
