#pragma once
// What counts as the same word. "Årsmøtet", "ÅRSMØTE" and "Aarsmøte" do; "bær" and "bar" do not.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace search {

struct Word {
    std::string folded; ///< Small letters a–z æ ø å and digits.
    std::string stem;   ///< Without its Norwegian ending.
    std::size_t begin;  ///< Where it stands in the text, in bytes.
    std::size_t end;
};

/// Letters and digits make words, all else parts them; a soft hyphen is nothing. Small letters; ä and ö as æ and ø, aa
/// as å, so that a name is found however it is spelled; other letters lose their marks, so that a Sami name is found
/// from a Norwegian keyboard. At most so many words and so many folded bytes: neither database takes an endless text.
std::vector<Word> words_of(std::string_view text, std::size_t words_max);

} // namespace search
