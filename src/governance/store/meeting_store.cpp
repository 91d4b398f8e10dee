#include "governance/store/meeting_store.hpp"

#include "governance/domain/meeting_errors.hpp"
#include "governance/store/body_store.hpp"
#include "platform/json/described_members.hpp"

#include <charconv>
#include <fmt/format.h>

namespace governance {

static constexpr std::string_view meeting_columns =
    "m.id, m.body_id, m.year, m.number, m.state, m.starts_at, m.ends_at, m.place, m.remote_url, m.noticed_at, "
    "m.consent, m.opened_at, m.closed_at, m.chaired_by, m.cancel_reason, m.rules_number, m.calendar_sequence, "
    "m.is_invented, m.changed_at, m.version, m.mode, m.written_reason";

static Meeting meeting_of(const db::Row& row) {
    Meeting meeting;
    meeting.id = row.id<MeetingId>(0);
    meeting.body_id = row.id<BodyId>(1);
    meeting.year = static_cast<int>(row.number(2));
    meeting.number = static_cast<int>(row.number(3));
    meeting.state = *json::enumerator_of<MeetingState>(row.text(4));
    meeting.starts_at = row.instant(5);
    meeting.ends_at = row.instant(6);
    meeting.place = row.text(7);
    meeting.remote_url = row.text(8);
    meeting.noticed_at = row.maybe_instant(9);
    meeting.consent = row.text(10);
    meeting.opened_at = row.maybe_instant(11);
    meeting.closed_at = row.maybe_instant(12);
    if (!row.is_null(13)) meeting.chaired_by = row.id<AppointmentId>(13);
    meeting.cancel_reason = row.maybe_text(14).value_or("");
    if (!row.is_null(15)) meeting.rules_number = static_cast<int>(row.number(15));
    meeting.calendar_sequence = static_cast<int>(row.number(16));
    meeting.is_invented = row.flag(17);
    meeting.changed_at = row.instant(18);
    meeting.version = row.number(19);
    meeting.mode = *json::enumerator_of<VoteMode>(row.text(20));
    meeting.written_reason = row.text(21);
    return meeting;
}

static Result<Meeting> one_meeting(db::Reader& reader, std::string_view condition, const db::Arguments& arguments) {
    const auto row =
        TRY(reader.find(fmt::format("SELECT {} FROM governance_meeting m {}", meeting_columns, condition), arguments));
    if (!row) return meeting_not_found.error();
    return meeting_of(*row);
}

Result<Meeting> load_meeting(db::Reader& reader, MeetingId id) {
    return one_meeting(reader, "WHERE m.id = $1", {id});
}

static std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return number;
}

static Result<Meeting> find_by_day(db::Reader& reader, std::string_view slug, Date day) {
    const auto next_day = Date{std::chrono::sys_days{day} + std::chrono::days{1}};
    return one_meeting(
        reader,
        "JOIN governance_body b ON b.id = m.body_id WHERE b.slug = $1 AND m.starts_at >= $2 AND "
        "m.starts_at < $3 ORDER BY m.starts_at, m.number LIMIT 1",
        {slug, at_norwegian_time(day, std::chrono::minutes{0}), at_norwegian_time(next_day, std::chrono::minutes{0})});
}

Result<Meeting> find_meeting(db::Reader& reader, std::string_view key) {
    if (const auto id = MeetingId::parse(key)) return load_meeting(reader, *id);
    constexpr std::size_t day_length = std::string_view{"2026-03-04"}.size();
    if (key.size() > day_length + 1 && key[key.size() - day_length - 1] == '-') {
        const auto day = parse_date(key.substr(key.size() - day_length));
        if (day) return find_by_day(reader, key.substr(0, key.size() - day_length - 1), *day);
    }
    const auto last = key.rfind('-');
    const auto middle = last == std::string_view::npos || last == 0 ? last : key.rfind('-', last - 1);
    if (last == std::string_view::npos || middle == std::string_view::npos) return meeting_not_found.error();
    const auto year = whole_number(key.substr(middle + 1, last - middle - 1));
    const auto number = whole_number(key.substr(last + 1));
    if (!year || !number) return meeting_not_found.error();
    return one_meeting(reader,
                       "JOIN governance_body b ON b.id = m.body_id WHERE b.slug = $1 AND m.year = $2 AND m.number = $3",
                       {key.substr(0, middle), *year, *number});
}

namespace {

/// Conditions with their arguments, in the order written.
struct Condition {
    std::string sql = "WHERE 1 = 1";
    db::Arguments arguments;
    void add(std::string_view comparison, db::Argument value) {
        arguments.push_back(std::move(value));
        sql += fmt::format(" AND {} ${}", comparison, arguments.size());
    }
};

} // namespace

static Condition condition_of(const MeetingFilter& filter) {
    Condition condition;
    if (filter.body) condition.add("m.body_id =", *filter.body);
    if (filter.from) condition.add("m.starts_at >=", *filter.from);
    if (filter.to) condition.add("m.starts_at <", *filter.to);
    if (filter.unended_at) condition.add("m.ends_at >=", *filter.unended_at);
    if (filter.state) condition.add("m.state =", json::name_of(*filter.state));
    return condition;
}

Result<std::vector<Meeting>> list_meetings(db::Reader& reader, const MeetingFilter& filter) {
    auto condition = condition_of(filter);
    const auto direction = filter.newest_first ? "DESC" : "ASC";
    condition.arguments.emplace_back(filter.limit);
    condition.arguments.emplace_back(filter.offset);
    const auto count = condition.arguments.size();
    const auto rows = TRY(reader.query(
        fmt::format("SELECT {} FROM governance_meeting m {} ORDER BY m.starts_at {}, m.id {} LIMIT ${} OFFSET ${}",
                    meeting_columns, condition.sql, direction, direction, count - 1, count),
        condition.arguments));
    std::vector<Meeting> meetings;
    for (const auto& row : rows)
        meetings.push_back(meeting_of(row));
    return meetings;
}

Result<std::int64_t> count_meetings(db::Reader& reader, const MeetingFilter& filter) {
    const auto condition = condition_of(filter);
    const auto row = TRY(
        reader.find(fmt::format("SELECT COUNT(*) FROM governance_meeting m {}", condition.sql), condition.arguments));
    return row->number(0);
}

static Result<int> next_number(db::Reader& reader, std::string_view table, BodyId body, int year) {
    const auto row = TRY(
        reader.find(fmt::format("SELECT COALESCE(MAX(number), 0) + 1 FROM {} WHERE body_id = $1 AND year = $2", table),
                    {body, year}));
    return static_cast<int>(row->number(0));
}

Result<int> next_meeting_number(db::Reader& reader, BodyId body, int year) {
    return next_number(reader, "governance_meeting", body, year);
}

Result<int> next_item_number(db::Reader& reader, BodyId body, int year) {
    return next_number(reader, "governance_agenda_item", body, year);
}

static std::optional<std::string> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional{text};
}

Result<void> insert_meeting(db::Transaction& transaction, const Meeting& meeting, Instant now) {
    return transaction.enqueue(
        "INSERT INTO governance_meeting (id, body_id, year, number, state, starts_at, ends_at, place, remote_url, "
        "consent, calendar_sequence, is_invented, created_at, changed_at, version, mode, written_reason) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $14, $15, $16)",
        {meeting.id, meeting.body_id, meeting.year, meeting.number, json::name_of(meeting.state), meeting.starts_at,
         meeting.ends_at, meeting.place, meeting.remote_url, meeting.consent, meeting.calendar_sequence,
         meeting.is_invented, now, meeting.version, json::name_of(meeting.mode), meeting.written_reason});
}

Result<void> update_meeting(db::Transaction& transaction, const Meeting& meeting, std::int64_t version_read,
                            Instant now) {
    const auto changed = TRY(transaction.execute(
        "UPDATE governance_meeting SET state = $1, starts_at = $2, ends_at = $3, place = $4, remote_url = $5, "
        "noticed_at = $6, consent = $7, opened_at = $8, closed_at = $9, chaired_by = $10, cancel_reason = $11, "
        "rules_number = $12, calendar_sequence = $13, changed_at = $14, version = $15 WHERE id = $16 AND version = $17",
        {json::name_of(meeting.state), meeting.starts_at, meeting.ends_at, meeting.place, meeting.remote_url,
         meeting.noticed_at, meeting.consent, meeting.opened_at, meeting.closed_at, meeting.chaired_by,
         unless_empty(meeting.cancel_reason), meeting.rules_number, meeting.calendar_sequence, now, version_read + 1,
         meeting.id, version_read}));
    if (changed == 0) return stale_version.error();
    return {};
}

Result<void> touch_meeting(db::Transaction& transaction, MeetingId id, Instant now) {
    return transaction.enqueue("UPDATE governance_meeting SET changed_at = $1, version = version + 1 WHERE id = $2",
                               {now, id});
}

} // namespace governance
