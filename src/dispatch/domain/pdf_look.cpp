#include "dispatch/domain/pdf_look.hpp"

#include <algorithm>

namespace dispatch {

/// The word, and not the beginning of a longer one (/EncryptMetadata).
static bool has_encryption_entry(std::string_view text) {
    static constexpr std::string_view word = "/Encrypt";
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const auto after = at + word.size();
        if (after >= text.size()) return false; // Seen again together with the next piece.
        const char next = text[after];
        const bool goes_on = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
        if (!goes_on) return true;
    }
    return false;
}

void PdfLook::add(std::string_view piece) {
    if (head_.size() < tail_length) head_ += piece.substr(0, tail_length - head_.size());
    tail_ += piece;
    is_locked_ = is_locked_ || has_encryption_entry(tail_);
    if (tail_.size() > tail_length) tail_.erase(0, tail_.size() - tail_length);
}

bool PdfLook::is_whole() const {
    return head_.find("%PDF-") != std::string::npos && tail_.find("%%EOF") != std::string::npos;
}

} // namespace dispatch
