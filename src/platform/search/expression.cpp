#include "platform/search/expression.hpp"

#include <fmt/format.h>

namespace search {
namespace {

enum class Form { stem, written };

const std::string& text_of(const Word& word, Form form) {
    return form == Form::stem ? word.stem : word.folded;
}

/// "19 031" * in the columns that hold the form.
std::string sqlite_phrase(const Term& term, Form form, Within within) {
    std::string words;
    for (const auto& word : term.words)
        words += (words.empty() ? "" : " ") + text_of(word, form);
    const std::string kind = form == Form::stem ? "stems" : "words";
    const auto columns = within == Within::title ? "title_" + kind : "title_" + kind + " text_" + kind;
    return fmt::format("({{{}}} : \"{}\"{})", columns, words, form == Form::written && term.is_begun ? " *" : "");
}

/// '=19':AB <-> '=031':*AB
std::string postgresql_phrase(const Term& term, Form form, Within within) {
    std::string words;
    for (std::size_t n = 0; n < term.words.size(); ++n) {
        const bool may_be_longer = form == Form::written && term.is_begun && n + 1 == term.words.size();
        words +=
            fmt::format("{}'{}{}':{}{}", n == 0 ? "" : " <-> ", form == Form::stem ? "" : "=",
                        text_of(term.words[n], form), may_be_longer ? "*" : "", within == Within::title ? "A" : "AB");
    }
    return fmt::format("({})", words);
}

std::string one_term(db::Dialect dialect, const Term& term, Within within) {
    const bool is_sqlite = dialect == db::Dialect::sqlite;
    const auto phrase = is_sqlite ? sqlite_phrase : postgresql_phrase;
    if (term.is_exact) return phrase(term, Form::written, within);
    if (!term.is_begun) return phrase(term, Form::stem, within);
    return fmt::format("({} {} {})", phrase(term, Form::stem, within), is_sqlite ? "OR" : "|",
                       phrase(term, Form::written, within));
}

} // namespace

std::string expression(db::Dialect dialect, const std::vector<Term>& terms, Within within) {
    const bool is_sqlite = dialect == db::Dialect::sqlite;
    std::string wanted, unwanted;
    for (const auto& term : terms) {
        if (term.is_excluded) {
            unwanted += (is_sqlite ? " NOT " : " & !") + one_term(dialect, term, Within::everything);
        } else {
            wanted += (wanted.empty() ? "" : is_sqlite ? " AND " : " & ") + one_term(dialect, term, within);
        }
    }
    if (wanted.empty()) return {};
    return fmt::format("({}){}", wanted, unwanted);
}

std::string word_vector(const std::vector<Word>& title, const std::vector<Word>& text) {
    std::string vector;
    std::size_t place = 0;
    const auto add = [&](const std::vector<Word>& words, char label) {
        for (const auto& word : words) {
            ++place;
            if (!word.stem.empty()) vector += fmt::format("'{}':{}{} ", word.stem, place, label);
            if (!word.folded.empty()) vector += fmt::format("'={}':{}{} ", word.folded, place, label);
        }
    };
    add(title, 'A');
    place += 1; // So that no phrase begins in the title and ends in the text.
    add(text, 'B');
    return vector;
}

} // namespace search
