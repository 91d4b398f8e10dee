#include "platform/search/search.hpp"

#include "platform/ensure.hpp"
#include "platform/i18n/translator.hpp"
#include "platform/search/expression.hpp"
#include "platform/search/passage.hpp"
#include "platform/search/ranking.hpp"
#include "platform/search/terms.hpp"
#include "platform/unicode.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>

namespace search {
namespace {

constexpr std::size_t title_words_max = 200;
constexpr std::size_t text_words_max = 12'000; // PostgreSQL numbers the words of a text up to 16 383.
/// PostgreSQL keeps so many places of a word in one text; what comes later must be lost on SQLite too.
constexpr int places_max = 255;
/// So many are ranked; answers beyond come with titles first, newest first.
constexpr int ranked_max = 300;
constexpr int answers_max = 1000;

struct IndexedWords {
    std::vector<Word> title, text;
};

/// Leaves an empty word in the place of one that has come too often.
void limit_places(IndexedWords& words) {
    std::unordered_map<std::string, int> stems, written;
    for (auto* part : {&words.title, &words.text}) {
        for (auto& word : *part) {
            if (++stems[word.stem] > places_max) word.stem.clear();
            if (++written[word.folded] > places_max) word.folded.clear();
        }
    }
}

IndexedWords indexed(const Document& document) {
    IndexedWords words{words_of(document.title, title_words_max), words_of(document.text, text_words_max)};
    limit_places(words);
    return words;
}

/// Parted by single spaces; a dot keeps the place of an empty word.
std::string joined(const std::vector<Word>& words, std::string Word::*form) {
    constexpr std::string_view lost = "·";
    std::string line;
    for (const auto& word : words) {
        if (!line.empty()) line += ' ';
        line += (word.*form).empty() ? lost : std::string_view{word.*form};
    }
    return line;
}

Result<void> put_into_sqlite(db::Transaction& transaction, const Document& document, const IndexedWords& words) {
    const auto row = TRY(transaction.find(
        "INSERT INTO search_document (kind, id, language, title, text, url, changed_at)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (kind, id) DO UPDATE SET language = excluded.language,"
        " title = excluded.title, text = excluded.text, url = excluded.url, changed_at = excluded.changed_at"
        " RETURNING number",
        {document.kind, document.id, i18n::code(document.language), document.title, document.text, document.url,
         document.changed_at}));
    ensure(row.has_value());
    TRY(transaction.enqueue("DELETE FROM search_word WHERE rowid = $1", {row->number(0)}));
    return transaction.enqueue(
        "INSERT INTO search_word (rowid, title_stems, text_stems, title_words, text_words) VALUES ($1, $2, $3, $4, $5)",
        {row->number(0), joined(words.title, &Word::stem), joined(words.text, &Word::stem),
         joined(words.title, &Word::folded), joined(words.text, &Word::folded)});
}

Result<void> put_into_postgresql(db::Transaction& transaction, const Document& document, const IndexedWords& words) {
    return transaction.enqueue(
        "INSERT INTO search_document (kind, id, language, title, text, url, changed_at, title_stems, text_stems, words)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, CAST($10 AS TSVECTOR)) ON CONFLICT (kind, id) DO UPDATE SET"
        " language = excluded.language, title = excluded.title, text = excluded.text, url = excluded.url,"
        " changed_at = excluded.changed_at, title_stems = excluded.title_stems, text_stems = excluded.text_stems,"
        " words = excluded.words",
        {document.kind, document.id, i18n::code(document.language), document.title, document.text, document.url,
         document.changed_at, joined(words.title, &Word::stem), joined(words.text, &Word::stem),
         word_vector(words.title, words.text)});
}

struct Statements {
    std::string_view kinds, candidates;
};

Statements statements(db::Dialect dialect) {
    if (dialect == db::Dialect::sqlite) {
        return {"SELECT kind, count(*) FROM search_word JOIN search_document ON number = search_word.rowid"
                " WHERE search_word MATCH $1 GROUP BY kind ORDER BY kind",
                "SELECT number, kind, id, changed_at, title_stems, text_stems FROM search_word"
                " JOIN search_document ON number = search_word.rowid"
                " WHERE search_word MATCH $1 AND (kind = $3 OR $3 = '')"
                " ORDER BY number IN (SELECT rowid FROM search_word WHERE search_word MATCH $2) DESC,"
                " changed_at DESC, kind, id LIMIT $4"};
    }
    return {"SELECT kind, count(*) FROM search_document WHERE words @@ CAST($1 AS TSQUERY) GROUP BY kind ORDER BY kind",
            "SELECT number, kind, id, changed_at, title_stems, text_stems FROM search_document"
            " WHERE words @@ CAST($1 AS TSQUERY) AND (kind = $3 OR $3 = '')"
            " ORDER BY words @@ CAST($2 AS TSQUERY) DESC, changed_at DESC, kind, id LIMIT $4"};
}

Result<std::vector<Candidate>> candidates(db::Reader& reader, const std::vector<Term>& terms, const Question& question,
                                          int count) {
    const auto rows = TRY(reader.query(statements(reader.dialect()).candidates,
                                       {expression(reader.dialect(), terms, Within::everything),
                                        expression(reader.dialect(), terms, Within::title), question.kind, count}));
    std::vector<Candidate> found;
    for (const auto& row : rows) {
        found.push_back({row.number(0), row.text(1), row.text(2), row.instant(3), row.text(4), row.text(5), 0});
    }
    rank(found.begin(), found.begin() + std::min<std::ptrdiff_t>(ranked_max, std::ssize(found)), terms);
    return found;
}

Result<Hit> hit(db::Reader& reader, const Candidate& candidate, const std::vector<Term>& terms) {
    const auto row =
        TRY(reader.find("SELECT title, text, url FROM search_document WHERE number = $1", {candidate.number}));
    if (!row) return Hit{}; // Removed between the two questions.
    auto passage = passage_of(row->text(1), terms);
    return Hit{candidate.kind,
               candidate.id,
               row->text(0),
               row->text(2),
               std::move(passage.before),
               std::move(passage.match),
               std::move(passage.after),
               candidate.changed_at};
}

} // namespace

Result<void> put(db::Transaction& transaction, const Document& given) {
    if (!given.is_public) return remove(transaction, given.kind, given.id);
    auto document = given;
    document.title = unicode::composed(std::move(document.title));
    document.text = unicode::composed(std::move(document.text));
    const auto words = indexed(document);
    if (transaction.dialect() == db::Dialect::sqlite) return put_into_sqlite(transaction, document, words);
    return put_into_postgresql(transaction, document, words);
}

Result<void> remove(db::Transaction& transaction, std::string_view kind, std::string_view id) {
    if (transaction.dialect() == db::Dialect::postgresql) {
        return transaction.enqueue("DELETE FROM search_document WHERE kind = $1 AND id = $2", {kind, id});
    }
    const auto row =
        TRY(transaction.find("DELETE FROM search_document WHERE kind = $1 AND id = $2 RETURNING number", {kind, id}));
    if (!row) return {};
    return transaction.enqueue("DELETE FROM search_word WHERE rowid = $1", {row->number(0)});
}

Result<Answer> find(db::Reader& reader, const Question& question) {
    if (!unicode::is_valid(question.words)) return Answer{};
    const auto terms = terms_of(unicode::composed(question.words));
    const auto wanted = expression(reader.dialect(), terms, Within::everything);
    if (wanted.empty()) return Answer{};

    Answer answer;
    for (const auto& row : TRY(reader.query(statements(reader.dialect()).kinds, {wanted}))) {
        answer.kinds.emplace_back(row.text(0), row.number(1));
        if (question.kind.empty() || question.kind == row.text(0)) answer.total += row.number(1);
    }
    const int first = std::clamp(question.offset, 0, answers_max);
    const int last = std::clamp(first + question.limit, first, answers_max);
    const auto found = TRY(candidates(reader, terms, question, std::max(ranked_max, last)));
    for (auto n = static_cast<std::size_t>(first); n < found.size() && n < static_cast<std::size_t>(last); ++n) {
        auto made = TRY(hit(reader, found[n], terms));
        if (!made.id.empty()) answer.hits.push_back(std::move(made));
    }
    return answer;
}

} // namespace search
