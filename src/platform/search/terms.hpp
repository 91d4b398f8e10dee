#pragma once
// What a question asks for, read from what somebody typed.
#include "platform/search/words.hpp"

#include <string_view>
#include <vector>

namespace search {

/// Words that stand side by side: one word, "19/03109", or a quoted phrase.
struct Term {
    std::vector<Word> words;
    bool is_exact = false;    ///< Quoted: as written, not by stem.
    bool is_begun = false;    ///< The last word may be half-typed: words that begin so match too.
    bool is_excluded = false; ///< Typed as -word.
};

/// Never fails: what makes no sense is left out. At most 20 words.
std::vector<Term> terms_of(std::string_view question);

/// True when the words from a place on are what the term asks for.
bool matches_at(const Term&, const std::vector<Word>& words, std::size_t place);

} // namespace search
