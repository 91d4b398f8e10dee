#include "hearings/store/booklet_store.hpp"

#include "platform/i18n/translator.hpp"

#include <fmt/format.h>

namespace hearings {

static constexpr std::string_view booklet_query =
    "SELECT id, year, language, title, introduction, opens_on, closes_on, published_at, is_invented FROM"
    " hearings_booklet";

Result<void> insert_booklet(db::Transaction& transaction, const Booklet& booklet) {
    TRY(transaction.enqueue(
        "INSERT INTO hearings_booklet (id, year, language, title, introduction, opens_on, closes_on, published_at,"
        " is_invented) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {booklet.id, booklet.year, i18n::code(booklet.language), booklet.title, booklet.introduction, booklet.opens_on,
         booklet.closes_on, booklet.published_at, booklet.is_invented}));
    int number = 0;
    for (const auto& question : booklet.questions) {
        TRY(transaction.enqueue(
            "INSERT INTO hearings_booklet_question (booklet_id, number, text, summary) VALUES ($1, $2, $3, '')",
            {booklet.id, ++number, question.text}));
    }
    return {};
}

static Result<Booklet> whole_booklet(db::Reader& reader, const db::Row& row) {
    Booklet found;
    found.id = row.id<BookletId>(0);
    found.year = static_cast<int>(row.number(1));
    found.language = i18n::language_of(row.text(2)).value_or(i18n::Language::nb);
    found.title = row.text(3);
    found.introduction = row.text(4);
    found.opens_on = row.date(5);
    found.closes_on = row.date(6);
    found.published_at = row.instant(7);
    found.is_invented = row.flag(8);
    for (const auto& question :
         TRY(reader.query("SELECT text, summary FROM hearings_booklet_question WHERE booklet_id = $1 ORDER BY number",
                          {found.id}))) {
        found.questions.push_back({question.text(0), question.text(1)});
    }
    for (const auto& link : TRY(reader.query("SELECT question, case_id FROM hearings_booklet_case WHERE booklet_id = $1"
                                             " ORDER BY question, case_id",
                                             {found.id}))) {
        found.questions[static_cast<std::size_t>(link.number(0) - 1)].cases.push_back(link.id<governance::CaseId>(1));
    }
    return found;
}

Result<std::optional<Booklet>> find_booklet(db::Reader& reader, int year) {
    const auto row = TRY(reader.find(fmt::format("{} WHERE year = $1", booklet_query), {year}));
    if (!row) return std::optional<Booklet>{};
    return std::optional{TRY(whole_booklet(reader, *row))};
}

Result<std::vector<Booklet>> list_booklets(db::Reader& reader) {
    std::vector<Booklet> found;
    for (const auto& row : TRY(reader.query(fmt::format("{} ORDER BY year DESC", booklet_query))))
        found.push_back(TRY(whole_booklet(reader, row)));
    return found;
}

Result<std::vector<BookletAnswer>> booklet_answers(db::Reader& reader, BookletId id) {
    std::vector<BookletAnswer> found;
    for (const auto& row : TRY(reader.query("SELECT question, county_id, text, answered_at FROM hearings_booklet_answer"
                                            " WHERE booklet_id = $1 ORDER BY question, answered_at, county_id",
                                            {id}))) {
        found.push_back(
            {static_cast<int>(row.number(0)), row.id<directory::OrganisationId>(1), row.text(2), row.instant(3)});
    }
    return found;
}

Result<void> put_booklet_answer(db::Transaction& transaction, BookletId id, const BookletAnswer& answer) {
    return transaction.enqueue(
        "INSERT INTO hearings_booklet_answer (booklet_id, question, county_id, text, answered_at)"
        " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (booklet_id, question, county_id)"
        " DO UPDATE SET text = excluded.text, answered_at = excluded.answered_at",
        {id, answer.question, answer.county, answer.text, answer.answered_at});
}

Result<void> put_summary(db::Transaction& transaction, BookletId id, int number, const BookletQuestion& question) {
    TRY(transaction.enqueue("UPDATE hearings_booklet_question SET summary = $3 WHERE booklet_id = $1 AND number = $2",
                            {id, number, question.summary}));
    TRY(transaction.enqueue("DELETE FROM hearings_booklet_case WHERE booklet_id = $1 AND question = $2", {id, number}));
    for (const auto matter : question.cases) {
        TRY(transaction.enqueue("INSERT INTO hearings_booklet_case (booklet_id, question, case_id) VALUES ($1, $2, $3)",
                                {id, number, matter}));
    }
    return {};
}

Result<std::vector<BookletOrigin>> origins_of(db::Reader& reader, governance::CaseId id) {
    std::vector<BookletOrigin> found;
    for (const auto& row :
         TRY(reader.query("SELECT booklet.year, link.question FROM hearings_booklet_case link"
                          " JOIN hearings_booklet booklet ON booklet.id = link.booklet_id WHERE link.case_id = $1"
                          " ORDER BY booklet.year, link.question",
                          {id}))) {
        found.push_back({static_cast<int>(row.number(0)), static_cast<int>(row.number(1))});
    }
    return found;
}

} // namespace hearings
