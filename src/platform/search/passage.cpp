#include "platform/search/passage.hpp"

#include <optional>

namespace search {
namespace {

constexpr std::size_t words_before = 12, words_after = 24, words_of_beginning = 36;
constexpr std::size_t passage_words_max = 20'000;
constexpr std::string_view ellipsis = "…";

std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const bool is_space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!is_space)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    return line;
}

/// Keeps one space at the edge to the match when the text has any there.
std::string part(std::string_view text, std::size_t begin, std::size_t end) {
    auto line = on_one_line(text.substr(begin, end - begin));
    const char first = begin < end ? text[begin] : 'x';
    if (!line.empty() && (first == ' ' || first == '\n' || first == '\t')) line.insert(0, 1, ' ');
    return line;
}

struct Place {
    std::size_t word, length;
};

std::optional<Place> first_match(const std::vector<Word>& words, const std::vector<Term>& terms) {
    for (std::size_t place = 0; place < words.size(); ++place) {
        for (const auto& term : terms) {
            if (!term.is_excluded && matches_at(term, words, place)) return Place{place, term.words.size()};
        }
    }
    return std::nullopt;
}

Passage beginning(std::string_view text, const std::vector<Word>& words) {
    if (words.size() <= words_of_beginning) return {part(text, 0, text.size()), {}, {}};
    return {part(text, 0, words[words_of_beginning - 1].end) + std::string{ellipsis}, {}, {}};
}

} // namespace

Passage passage_of(std::string_view text, const std::vector<Term>& terms) {
    const auto words = words_of(text, passage_words_max);
    const auto found = first_match(words, terms);
    if (!found) return beginning(text, words);

    const auto& first = words[found->word];
    const auto last_word = found->word + found->length - 1;
    const bool is_cut_before = found->word > words_before;
    const bool is_cut_after = last_word + words_after + 1 < words.size();
    const auto begin = is_cut_before ? words[found->word - words_before].begin : 0;
    const auto end = is_cut_after ? words[last_word + words_after].end : text.size();
    Passage passage;
    passage.before = (is_cut_before ? std::string{ellipsis} : "") + part(text, begin, first.begin);
    passage.match = part(text, first.begin, words[last_word].end);
    passage.after = part(text, words[last_word].end, end) + (is_cut_after ? std::string{ellipsis} : "");
    return passage;
}

} // namespace search
