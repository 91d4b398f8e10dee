#include "representation/store/council_store.hpp"

#include "platform/db/columns.hpp"
#include "representation/domain/errors.hpp"

#include <fmt/format.h>

namespace representation::store {

static constexpr std::string_view council_columns =
    "id, slug, name_nb, name_nn, kind, host_id, mandate, mandate_from, our_seats, other_seats, is_equal_number, "
    "report_days, ended_on, is_invented, changed_at, version";

static Council council_of(const db::Row& row) {
    Council council;
    council.id = row.id<CouncilId>(0);
    council.slug = row.text(1);
    council.name_nb = row.text(2);
    council.name_nn = row.text(3);
    council.kind = db::word_at<CouncilKind>(row, 4);
    council.host = row.id<directory::OrganisationId>(5);
    council.mandate = row.text(6);
    council.mandate_from = row.date(7);
    council.our_seats = static_cast<int>(row.number(8));
    council.other_seats = static_cast<int>(row.number(9));
    council.is_equal_number = row.flag(10);
    council.report_days = static_cast<int>(row.number(11));
    council.ended_on = row.maybe_date(12);
    council.is_invented = row.flag(13);
    council.changed_at = row.instant(14);
    council.version = row.number(15);
    return council;
}

Result<std::vector<Council>> councils(db::Reader& reader) {
    std::vector<Council> found;
    for (const auto& row : TRY(reader.query(fmt::format(
             "SELECT {} FROM representation_council ORDER BY CASE WHEN ended_on IS NULL THEN 0 ELSE 1 END, name_nb",
             council_columns)))) {
        found.push_back(council_of(row));
    }
    return found;
}

Result<Council> council_by_slug(db::Reader& reader, std::string_view slug) {
    const auto row =
        TRY(reader.find(fmt::format("SELECT {} FROM representation_council WHERE slug = $1", council_columns), {slug}));
    if (!row) return council_not_found.error();
    return council_of(*row);
}

Result<bool> is_slug_taken(db::Reader& reader, std::string_view slug) {
    return TRY(reader.find("SELECT 1 FROM representation_council WHERE slug = $1", {slug})).has_value();
}

Result<void> insert(db::Transaction& transaction, const Council& fresh) {
    return transaction.enqueue(
        "INSERT INTO representation_council (id, slug, name_nb, name_nn, kind, host_id, mandate, mandate_from, "
        "our_seats, other_seats, is_equal_number, report_days, is_invented, changed_at, version) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1)",
        {fresh.id, fresh.slug, fresh.name_nb, fresh.name_nn, db::word(fresh.kind), fresh.host, fresh.mandate,
         fresh.mandate_from, fresh.our_seats, fresh.other_seats, fresh.is_equal_number, fresh.report_days,
         fresh.is_invented, fresh.changed_at});
}

static Holder holder_of(const db::Row& row) {
    Holder holder;
    holder.id = row.id<HolderId>(0);
    holder.council = row.id<CouncilId>(1);
    holder.seat = static_cast<int>(row.number(2));
    holder.person = row.id<directory::PersonId>(3);
    holder.on_behalf_of = row.id<directory::OrganisationId>(4);
    holder.deputy_order = static_cast<int>(row.number(5));
    holder.valid_from = row.date(6);
    holder.valid_to = row.maybe_date(7);
    holder.ended_on = row.maybe_date(8);
    holder.end_reason = row.text(9);
    holder.basis = row.text(10);
    holder.version = row.number(11);
    return holder;
}

static Result<std::vector<Holder>> holders_where(db::Reader& reader, std::string_view column, db::Argument value) {
    std::vector<Holder> found;
    for (const auto& row : TRY(reader.query(
             fmt::format("SELECT id, council_id, seat, person_id, on_behalf_of, deputy_order, valid_from, valid_to, "
                         "ended_on, end_reason, basis, version FROM representation_holder WHERE {} = $1 "
                         "ORDER BY council_id, seat, deputy_order, valid_from DESC, id",
                         column),
             {std::move(value)}))) {
        found.push_back(holder_of(row));
    }
    return found;
}

Result<std::vector<Holder>> holders_of(db::Reader& reader, CouncilId council) {
    return holders_where(reader, "council_id", council);
}

Result<std::vector<Holder>> holders_for_person(db::Reader& reader, directory::PersonId person) {
    return holders_where(reader, "person_id", person);
}

Result<std::vector<Holder>> holders_for_organisation(db::Reader& reader, directory::OrganisationId organisation) {
    return holders_where(reader, "on_behalf_of", organisation);
}

Result<void> insert(db::Transaction& transaction, const Holder& fresh) {
    return transaction.enqueue(
        "INSERT INTO representation_holder (id, council_id, seat, person_id, on_behalf_of, deputy_order, valid_from, "
        "valid_to, end_reason, basis, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', $9, 1)",
        {fresh.id, fresh.council, fresh.seat, fresh.person, fresh.on_behalf_of, fresh.deputy_order, fresh.valid_from,
         fresh.valid_to, fresh.basis});
}

Result<void> save_ending(db::Transaction& transaction, Holder& changed) {
    const auto rows = TRY(transaction.execute("UPDATE representation_holder SET ended_on = $1, end_reason = $2, "
                                              "version = version + 1 WHERE id = $3 AND version = $4",
                                              {changed.ended_on, changed.end_reason, changed.id, changed.version}));
    if (rows == 0) return stale_version.error({{"number", std::to_string(changed.seat)}});
    ++changed.version;
    return {};
}

Result<std::vector<CouncilMeeting>> meetings_of(db::Reader& reader, CouncilId council) {
    std::vector<CouncilMeeting> found;
    for (const auto& row : TRY(reader.query("SELECT id, council_id, held_on, title FROM representation_meeting "
                                            "WHERE council_id = $1 ORDER BY held_on DESC, id",
                                            {council}))) {
        found.push_back({row.id<CouncilMeetingId>(0), row.id<CouncilId>(1), row.date(2), row.text(3)});
    }
    return found;
}

Result<void> insert(db::Transaction& transaction, const CouncilMeeting& fresh) {
    return transaction.enqueue(
        "INSERT INTO representation_meeting (id, council_id, held_on, title) VALUES ($1, $2, $3, $4)",
        {fresh.id, fresh.council, fresh.held_on, fresh.title});
}

static constexpr std::string_view report_columns =
    "r.id, r.meeting_id, r.seat, r.holder_id, r.language, r.said, r.position, r.came_of_it, r.means, r.legal_basis, "
    "r.reported_at";

static std::vector<Report> reports_in(const db::Rows& rows) {
    std::vector<Report> found;
    for (const auto& row : rows) {
        auto& report = found.emplace_back();
        report.id = row.id<ReportId>(0);
        report.meeting = row.id<CouncilMeetingId>(1);
        report.seat = static_cast<int>(row.number(2));
        report.holder = row.id<HolderId>(3);
        report.language = db::language_at(row, 4);
        report.said = row.text(5);
        report.position = row.text(6);
        report.came_of_it = row.text(7);
        report.means = row.text(8);
        report.legal_basis = row.text(9);
        report.reported_at = row.instant(10);
    }
    return found;
}

Result<std::vector<Report>> reports_of(db::Reader& reader, CouncilId council) {
    return reports_in(TRY(reader.query(
        fmt::format("SELECT {} FROM representation_report r JOIN representation_meeting m ON m.id = r.meeting_id "
                    "WHERE m.council_id = $1 ORDER BY m.held_on DESC, r.seat",
                    report_columns),
        {council})));
}

Result<void> insert(db::Transaction& transaction, const Report& fresh) {
    return transaction.enqueue(
        "INSERT INTO representation_report (id, meeting_id, seat, holder_id, language, said, position, came_of_it, "
        "means, legal_basis, reported_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        {fresh.id, fresh.meeting, fresh.seat, fresh.holder, i18n::code(fresh.language), fresh.said, fresh.position,
         fresh.came_of_it, fresh.means, fresh.legal_basis, fresh.reported_at});
}

Result<bool> mark_reminded(db::Transaction& transaction, CouncilMeetingId meeting, int seat, Instant now) {
    const auto rows = TRY(
        transaction.execute("INSERT INTO representation_reminder (meeting_id, seat, reminded_at) VALUES ($1, $2, $3) "
                            "ON CONFLICT (meeting_id, seat) DO NOTHING",
                            {meeting, seat, now}));
    return rows > 0;
}

Result<std::int64_t> count_seats_for(db::Reader& reader, directory::OrganisationId id) {
    const auto row = TRY(reader.find(
        "SELECT (SELECT COUNT(*) FROM representation_holder WHERE on_behalf_of = $1 AND ended_on IS NULL) + "
        "(SELECT COUNT(*) FROM representation_council WHERE host_id = $1)",
        {id}));
    return row->number(0);
}

Result<std::int64_t> move_seats(db::Transaction& transaction, directory::OrganisationId from,
                                directory::OrganisationId to) {
    const auto held = TRY(transaction.execute(
        "UPDATE representation_holder SET on_behalf_of = $1 WHERE on_behalf_of = $2 AND ended_on IS NULL", {to, from}));
    const auto hosted =
        TRY(transaction.execute("UPDATE representation_council SET host_id = $1 WHERE host_id = $2", {to, from}));
    return held + hosted;
}

} // namespace representation::store
