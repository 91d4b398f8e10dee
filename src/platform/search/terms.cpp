#include "platform/search/terms.hpp"

namespace search {
namespace {

constexpr std::size_t question_words_max = 20;
constexpr std::string_view space = " \t\r\n";

struct Piece {
    std::string_view text;
    bool is_quoted = false, is_excluded = false, is_starred = false, is_last = false;
};

/// Takes the next piece off the front of what is left.
Piece next_piece(std::string_view& rest) {
    Piece piece;
    if (rest.front() == '-') {
        piece.is_excluded = true;
        rest.remove_prefix(1);
    }
    piece.is_quoted = !rest.empty() && rest.front() == '"';
    if (piece.is_quoted) rest.remove_prefix(1);
    piece.text = rest.substr(0, piece.is_quoted ? rest.find('"') : rest.find_first_of(space));
    rest.remove_prefix(piece.text.size());
    // A space behind the last word tells that it is complete.
    piece.is_last = rest.empty();
    if (piece.is_quoted && !rest.empty()) rest.remove_prefix(1);
    piece.is_starred = piece.text.ends_with('*') || (piece.is_quoted && rest.starts_with('*'));
    if (piece.is_quoted && piece.is_starred && !rest.empty()) rest.remove_prefix(1);
    return piece;
}

bool begins(const std::string& word, const std::string& beginning) {
    return word.starts_with(beginning);
}

} // namespace

std::vector<Term> terms_of(std::string_view question) {
    std::vector<Term> terms;
    std::size_t count = 0;
    for (auto rest = question; count < question_words_max;) {
        const auto start = rest.find_first_not_of(space);
        if (start == std::string_view::npos) break;
        rest.remove_prefix(start);
        const auto piece = next_piece(rest);
        Term term{words_of(piece.text, question_words_max - count), piece.is_quoted, false, piece.is_excluded};
        if (term.words.empty()) continue;
        // One letter begins half of all words.
        const bool is_half_typed = piece.is_last && !piece.is_quoted && term.words.back().folded.size() > 1;
        term.is_begun = piece.is_starred || (is_half_typed && !piece.is_excluded);
        count += term.words.size();
        terms.push_back(std::move(term));
    }
    return terms;
}

bool matches_at(const Term& term, const std::vector<Word>& words, std::size_t place) {
    if (place + term.words.size() > words.size()) return false;
    bool by_stem = !term.is_exact, as_written = term.is_exact || term.is_begun;
    for (std::size_t n = 0; n < term.words.size(); ++n) {
        const auto& word = words[place + n];
        const bool may_be_longer = term.is_begun && n + 1 == term.words.size();
        by_stem = by_stem && word.stem == term.words[n].stem;
        as_written = as_written &&
                     (may_be_longer ? begins(word.folded, term.words[n].folded) : word.folded == term.words[n].folded);
    }
    return by_stem || as_written;
}

} // namespace search
