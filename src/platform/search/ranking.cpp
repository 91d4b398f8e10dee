#include "platform/search/ranking.hpp"

#include <algorithm>
#include <tuple>

namespace search {
namespace {

constexpr double title_word = 10, title_begun_word = 6, title_whole = 20;
/// The usual saturation of BM25 (Robertson and Zaragoza 2009, section 3): the second mention counts less than the
/// first. Without the rarity of words: all candidates have all words.
constexpr double saturation = 1.2, length_share = 0.75, length_usual = 300;

struct Count {
    std::size_t words = 0, same = 0, begun = 0;
};

/// Counts the term's first word; for a phrase the database has checked the rest.
Count count(std::string_view stems, const Term& term) {
    Count found;
    const auto& wanted = term.words.front();
    while (!stems.empty()) {
        const auto word = stems.substr(0, stems.find(' '));
        stems.remove_prefix(std::min(stems.size(), word.size() + 1));
        ++found.words;
        if (word == wanted.stem)
            ++found.same;
        else if (term.is_begun && term.words.size() == 1 && word.starts_with(wanted.folded))
            ++found.begun;
    }
    return found;
}

double score(const Candidate& candidate, const std::vector<Term>& terms) {
    double sum = 0;
    std::size_t words_in_title = 0, words_asked = 0, title_length = 0;
    for (const auto& term : terms) {
        if (term.is_excluded) continue;
        words_asked += term.words.size();
        const auto in_title = count(candidate.title_stems, term);
        title_length = in_title.words;
        if (in_title.same > 0) {
            sum += title_word;
            words_in_title += term.words.size();
        } else if (in_title.begun > 0) {
            sum += title_begun_word;
        }
        const auto in_text = count(candidate.text_stems, term);
        const double times = static_cast<double>(in_text.same) + 0.5 * static_cast<double>(in_text.begun);
        const double length = static_cast<double>(in_text.words) / length_usual;
        sum += times * (saturation + 1) / (times + saturation * (1 - length_share + length_share * length));
    }
    if (words_in_title == words_asked && title_length == words_asked) sum += title_whole;
    return sum;
}

} // namespace

void rank(std::vector<Candidate>::iterator begin, std::vector<Candidate>::iterator end,
          const std::vector<Term>& terms) {
    for (auto candidate = begin; candidate != end; ++candidate)
        candidate->score = score(*candidate, terms);
    std::sort(begin, end, [](const Candidate& left, const Candidate& right) {
        return std::tie(right.score, right.changed_at, left.kind, left.id) <
               std::tie(left.score, left.changed_at, right.kind, right.id);
    });
}

} // namespace search
