#include "platform/journal/record_store.hpp"

#include "platform/journal/columns.hpp"

#include <array>
#include <fmt/format.h>
#include <map>

namespace journal::store {

namespace {

const std::string columns = "e.sequence, e.id, e.at, e.type, e.visibility, e.actor_kind, e.actor_id, e.actor_name, "
                            "e.organisation_id, e.organisation_name, e.authority, e.body, e.leaf";

Record record_of(const db::Row& row) {
    return {.sequence = row.number(0),
            .id = row.text(1),
            .at = row.number(2),
            .type = row.text(3),
            .visibility = static_cast<Visibility>(row.number(4)),
            .actor_kind = row.text(5),
            .actor_id = row.text(6),
            .actor_name = row.text(7),
            .organisation_id = row.text(8),
            .organisation_name = row.text(9),
            .authority = row.text(10),
            .body = row.text(11),
            .subjects = {},
            .leaf = digest_from(row.bytes(12))};
}

Result<std::vector<Record>> with_subjects(db::Reader& reader, const db::Rows& rows) {
    std::vector<Record> records;
    db::Arguments sequences;
    std::map<std::int64_t, std::size_t> places;
    for (const auto& row : rows) {
        places.emplace(row.number(0), records.size());
        sequences.emplace_back(row.number(0));
        records.push_back(record_of(row));
    }
    if (records.empty()) return records;
    const auto condition = in_list(sequences);
    const auto subjects =
        TRY(reader.query("SELECT sequence, kind, subject_id FROM platform_journal_subject WHERE sequence IN " +
                             condition + " ORDER BY sequence, place",
                         sequences));
    for (const auto& row : subjects)
        records[places.at(row.number(0))].subjects.emplace_back(row.text(1), row.text(2));
    return records;
}

std::int64_t upper_limit(const Page& page) {
    return page.before > 0 ? page.before : INT64_MAX;
}

} // namespace

Result<std::int64_t> newest_sequence(db::Reader& reader) {
    const auto row = TRY(reader.find("SELECT COALESCE(MAX(sequence), 0) FROM platform_journal_event"));
    return row->number(0);
}

Result<std::vector<Touch>> touches(db::Reader& reader, std::string_view kind, std::int64_t after, std::int64_t up_to) {
    std::vector<Touch> found;
    for (const auto& row :
         TRY(reader.query("SELECT e.sequence, e.type, e.visibility, s.subject_id FROM platform_journal_subject s "
                          "JOIN platform_journal_event e ON e.sequence = s.sequence "
                          "WHERE s.sequence > $1 AND s.sequence <= $2 AND s.kind = $3 ORDER BY s.sequence, s.place",
                          {after, up_to, kind}))) {
        found.push_back({row.number(0), row.text(1), static_cast<Visibility>(row.number(2)), row.text(3)});
    }
    return found;
}

Result<std::int64_t> newest_about(db::Reader& reader, const Subject& subject) {
    const auto row = TRY(reader.find(
        "SELECT COALESCE(MAX(sequence), 0) FROM platform_journal_subject WHERE kind = $1 AND subject_id = $2",
        {subject.kind, subject.id}));
    return row->number(0);
}

namespace {

/// Rows that go into one statement at most: what a busy group has, without a statement to prepare for each number.
constexpr std::array<std::size_t, 4> rows_at_a_time{32, 8, 2, 1};

/// "INSERT INTO … VALUES ($1, $2), ($3, $4)".
std::string insertion(std::string_view head, std::size_t columns_count, std::size_t rows_count) {
    auto sql = fmt::format("INSERT INTO {} VALUES ", head);
    for (std::size_t n = 1; n <= columns_count * rows_count; ++n) {
        const bool begins_row = (n - 1) % columns_count == 0;
        sql += fmt::format("{}${}{}", begins_row ? (n > 1 ? ", (" : "(") : ", ", n, n % columns_count == 0 ? ")" : "");
    }
    return sql;
}

/// Writes rows, each so many arguments long, in as few statements as are prepared for.
class Insertions {
public:
    Insertions(std::string_view head, std::size_t columns_count) : columns_count_{columns_count} {
        for (const auto rows_count : rows_at_a_time)
            statements_.emplace_back(rows_count, insertion(head, columns_count, rows_count));
    }
    Result<void> write(db::Transaction& transaction, const db::Arguments& rows) const {
        auto next = rows.begin();
        for (const auto& [rows_count, sql] : statements_) {
            const auto length = static_cast<std::ptrdiff_t>(rows_count * columns_count_);
            for (; rows.end() - next >= length; next += length)
                TRY(transaction.enqueue(sql, db::Arguments(next, next + length)));
        }
        return {};
    }

private:
    const std::size_t columns_count_;
    std::vector<std::pair<std::size_t, std::string>> statements_;
};

} // namespace

Result<void> insert(db::Transaction& transaction, std::span<const Record> records) {
    static const Insertions event_rows{
        "platform_journal_event (sequence, id, at, type, visibility, actor_kind, actor_id, actor_name, "
        "organisation_id, organisation_name, authority, body, leaf)",
        13};
    static const Insertions subject_rows{"platform_journal_subject (sequence, place, kind, subject_id)", 4};
    db::Arguments events, subjects;
    for (const auto& record : records) {
        for (auto&& each : std::initializer_list<db::Argument>{
                 record.sequence, record.id, record.at, record.type, static_cast<int>(record.visibility),
                 record.actor_kind, record.actor_id, record.actor_name, record.organisation_id,
                 record.organisation_name, record.authority, record.body, bytes_of(record.leaf)})
            events.push_back(each);
        int place = 0;
        for (const auto& [kind, id] : record.subjects) {
            for (auto&& each : std::initializer_list<db::Argument>{record.sequence, ++place, kind, id})
                subjects.push_back(each);
        }
    }
    TRY(event_rows.write(transaction, events));
    return subject_rows.write(transaction, subjects);
}

Result<std::optional<Record>> find(db::Reader& reader, std::int64_t sequence) {
    auto records = TRY(range(reader, sequence, sequence));
    if (records.empty()) return std::optional<Record>{};
    return std::optional{std::move(records.front())};
}

Result<std::vector<Record>> range(db::Reader& reader, std::int64_t first, std::int64_t last) {
    const auto rows = TRY(reader.query("SELECT " + columns +
                                           " FROM platform_journal_event e WHERE e.sequence >= $1 AND e.sequence <= $2 "
                                           "ORDER BY e.sequence",
                                       {first, last}));
    return with_subjects(reader, rows);
}

Result<std::vector<Record>> after(db::Reader& reader, std::int64_t sequence, int limit) {
    const auto rows = TRY(reader.query(
        "SELECT " + columns + " FROM platform_journal_event e WHERE e.sequence > $1 ORDER BY e.sequence LIMIT $2",
        {sequence, limit}));
    return with_subjects(reader, rows);
}

Result<std::vector<Record>> newest(db::Reader& reader, const Page& page) {
    const auto rows =
        TRY(reader.query("SELECT " + columns +
                             " FROM platform_journal_event e WHERE e.visibility <= $1 AND e.sequence < $2 "
                             "ORDER BY e.sequence DESC LIMIT $3",
                         {static_cast<int>(page.widest), upper_limit(page), page.limit}));
    return with_subjects(reader, rows);
}

Result<std::vector<Record>> about(db::Reader& reader, const Subject& subject, const Page& page) {
    const auto rows = TRY(
        reader.query("SELECT " + columns +
                         " FROM platform_journal_subject s JOIN platform_journal_event e ON e.sequence = s.sequence "
                         "WHERE s.kind = $1 AND s.subject_id = $2 AND s.sequence < $3 AND e.visibility <= $4 "
                         "ORDER BY s.sequence DESC LIMIT $5",
                     {subject.kind, subject.id, upper_limit(page), static_cast<int>(page.widest), page.limit}));
    return with_subjects(reader, rows);
}

} // namespace journal::store
