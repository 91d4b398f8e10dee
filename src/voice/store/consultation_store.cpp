#include "voice/store/consultation_store.hpp"

#include "platform/db/columns.hpp"
#include "voice/domain/errors.hpp"

#include <fmt/format.h>

namespace voice::store {

static constexpr std::string_view consultation_columns =
    "id, number, language, point, counterpart_id, held_on, place, introduction, is_invented, planned_at, changed_at, "
    "version";

static Consultation consultation_of(const db::Row& row) {
    Consultation found;
    found.id = row.id<ConsultationId>(0);
    found.number = row.text(1);
    found.language = db::language_at(row, 2);
    found.point = db::word_at<ConsultationPoint>(row, 3);
    found.counterpart = row.id<directory::OrganisationId>(4);
    found.held_on = row.date(5);
    found.place = row.text(6);
    found.introduction = row.text(7);
    found.is_invented = row.flag(8);
    found.planned_at = row.instant(9);
    found.changed_at = row.instant(10);
    found.version = row.number(11);
    return found;
}

static Result<Consultation> one_consultation(db::Reader& reader, std::string_view column, db::Argument key) {
    const auto row =
        TRY(reader.find(fmt::format("SELECT {} FROM voice_consultation WHERE {} = $1", consultation_columns, column),
                        {std::move(key)}));
    if (!row) return consultation_not_found.error();
    auto found = consultation_of(*row);
    for (const auto& speaker : TRY(reader.query("SELECT appointment_id FROM voice_consultation_speaker "
                                                "WHERE consultation_id = $1 ORDER BY appointment_id",
                                                {found.id}))) {
        found.speakers.push_back(speaker.id<governance::AppointmentId>(0));
    }
    return found;
}

Result<Consultation> consultation_by_number(db::Reader& reader, std::string_view number) {
    return one_consultation(reader, "number", number);
}

Result<Consultation> consultation(db::Reader& reader, ConsultationId id) {
    return one_consultation(reader, "id", id);
}

Result<std::vector<Consultation>> consultations(db::Reader& reader, std::optional<int> year) {
    auto sql = fmt::format("SELECT {} FROM voice_consultation", consultation_columns);
    db::Arguments arguments;
    if (year) {
        arguments.emplace_back(*year);
        sql += " WHERE year = $1";
    }
    std::vector<Consultation> found;
    for (const auto& row : TRY(reader.query(sql + " ORDER BY held_on, number", arguments)))
        found.push_back(consultation_of(row));
    return found;
}

Result<std::vector<int>> consultation_years(db::Reader& reader) {
    std::vector<int> years;
    for (const auto& row : TRY(reader.query("SELECT DISTINCT year FROM voice_consultation ORDER BY year DESC", {})))
        years.push_back(static_cast<int>(row.number(0)));
    return years;
}

Result<bool> is_consultation_planned(db::Reader& reader, const Consultation& wanted) {
    const auto row = TRY(reader.find("SELECT number FROM voice_consultation WHERE year = $1 AND point = $2 AND "
                                     "counterpart_id = $3 AND id <> $4",
                                     {wanted.year(), db::word(wanted.point), wanted.counterpart, wanted.id}));
    return row.has_value();
}

Result<void> insert(db::Transaction& transaction, const Consultation& fresh) {
    TRY(transaction.enqueue(
        "INSERT INTO voice_consultation (id, number, language, year, point, counterpart_id, held_on, place, "
        "introduction, is_invented, planned_at, changed_at, version) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, 1)",
        {fresh.id, fresh.number, i18n::code(fresh.language), fresh.year(), db::word(fresh.point), fresh.counterpart,
         fresh.held_on, fresh.place, fresh.introduction, fresh.is_invented, fresh.planned_at}));
    for (const auto& speaker : fresh.speakers) {
        TRY(transaction.enqueue("INSERT INTO voice_consultation_speaker (consultation_id, appointment_id) "
                                "VALUES ($1, $2) ON CONFLICT (consultation_id, appointment_id) DO NOTHING",
                                {fresh.id, speaker}));
    }
    return {};
}

Result<void> save(db::Transaction& transaction, Consultation& changed, Instant now) {
    changed.changed_at = std::max(now, changed.changed_at);
    const auto rows = TRY(transaction.execute(
        "UPDATE voice_consultation SET year = $1, held_on = $2, place = $3, changed_at = $4, version = version + 1 "
        "WHERE id = $5 AND version = $6",
        {changed.year(), changed.held_on, changed.place, changed.changed_at, changed.id, changed.version}));
    if (rows == 0) return stale_version.error({{"number", changed.number}});
    ++changed.version;
    return {};
}

Result<void> touch(db::Transaction& transaction, Consultation& changed, Instant now) {
    return save(transaction, changed, now);
}

static constexpr std::string_view item_columns =
    "i.id, i.consultation_id, i.place, i.title, i.text, i.outcome, i.outcome_words, i.outcome_on";

static ConsultationItem consultation_item_of(const db::Row& row) {
    ConsultationItem found;
    found.id = row.id<ConsultationItemId>(0);
    found.consultation = row.id<ConsultationId>(1);
    found.place = static_cast<int>(row.number(2));
    found.title = row.text(3);
    found.text = row.text(4);
    found.outcome = db::maybe_word_at<ConsultationOutcome>(row, 5);
    found.outcome_words = row.text(6);
    found.outcome_on = row.maybe_date(7);
    return found;
}

static Result<void> fill_basis(db::Reader& reader, ConsultationItem& item) {
    for (const auto& row : TRY(reader.query(
             "SELECT kind, target_id FROM voice_consultation_link WHERE item_id = $1 ORDER BY kind, target_id",
             {item.id}))) {
        const auto& kind = row.text(0);
        if (kind == "position") {
            item.basis.positions.push_back(row.id<PositionId>(1));
        } else if (kind == "case") {
            item.basis.cases.push_back(row.id<governance::CaseId>(1));
        } else {
            item.basis.hindrances.push_back(row.id<HindranceId>(1));
        }
    }
    return {};
}

static Result<std::vector<ConsultationItem>> items_where(db::Reader& reader, std::string_view rest,
                                                         const db::Arguments& arguments) {
    std::vector<ConsultationItem> found;
    for (const auto& row :
         TRY(reader.query(fmt::format("SELECT {} FROM voice_consultation_item i {}", item_columns, rest), arguments))) {
        found.push_back(consultation_item_of(row));
        TRY(fill_basis(reader, found.back()));
    }
    return found;
}

static Result<ConsultationItem> one_item(std::vector<ConsultationItem> found) {
    if (found.empty()) return consultation_item_not_found.error();
    return std::move(found.front());
}

Result<std::vector<ConsultationItem>> items_of(db::Reader& reader, ConsultationId id) {
    return items_where(reader, "WHERE i.consultation_id = $1 ORDER BY i.place", {id});
}

Result<ConsultationItem> item_at(db::Reader& reader, ConsultationId id, int place) {
    return one_item(TRY(items_where(reader, "WHERE i.consultation_id = $1 AND i.place = $2", {id, place})));
}

Result<ConsultationItem> consultation_item(db::Reader& reader, ConsultationItemId id) {
    return one_item(TRY(items_where(reader, "WHERE i.id = $1", {id})));
}

Result<std::vector<ConsultationItem>> items_standing_on(db::Reader& reader, std::string_view kind,
                                                        std::string_view id) {
    return items_where(reader,
                       "JOIN voice_consultation_link l ON l.item_id = i.id JOIN voice_consultation c ON c.id = "
                       "i.consultation_id WHERE l.kind = $1 AND l.target_id = $2 ORDER BY c.held_on DESC, i.place",
                       {kind, id});
}

Result<void> insert(db::Transaction& transaction, const ConsultationItem& fresh, Instant now) {
    TRY(transaction.enqueue(
        "INSERT INTO voice_consultation_item (id, consultation_id, place, title, text, outcome_words, raised_at) "
        "VALUES ($1, $2, $3, $4, $5, '', $6)",
        {fresh.id, fresh.consultation, fresh.place, fresh.title, fresh.text, now}));
    const auto link = [&](std::string_view kind, const std::string& target) {
        return transaction.enqueue("INSERT INTO voice_consultation_link (item_id, kind, target_id) VALUES ($1, $2, $3) "
                                   "ON CONFLICT (item_id, kind, target_id) DO NOTHING",
                                   {fresh.id, kind, target});
    };
    for (const auto& each : fresh.basis.positions)
        TRY(link("position", each.to_string()));
    for (const auto& each : fresh.basis.cases)
        TRY(link("case", each.to_string()));
    for (const auto& each : fresh.basis.hindrances)
        TRY(link("hindrance", each.to_string()));
    return {};
}

Result<void> save_outcome(db::Transaction& transaction, const ConsultationItem& item) {
    return transaction.enqueue(
        "UPDATE voice_consultation_item SET outcome = $1, outcome_words = $2, outcome_on = $3 WHERE id = $4",
        {db::word(item.outcome), item.outcome_words, item.outcome_on, item.id});
}

static constexpr std::string_view follow_up_columns =
    "id, item_id, what, owner_id, due_on, done_on, done_words, agreed_at";

static FollowUp follow_up_of(const db::Row& row) {
    FollowUp found;
    found.id = row.id<FollowUpId>(0);
    found.item = row.id<ConsultationItemId>(1);
    found.what = row.text(2);
    found.owner = row.id<directory::OrganisationId>(3);
    found.due_on = row.date(4);
    found.done_on = row.maybe_date(5);
    found.done_words = row.text(6);
    found.agreed_at = row.instant(7);
    return found;
}

static Result<std::vector<FollowUp>> follow_ups_where(db::Reader& reader, std::string_view condition,
                                                      const db::Arguments& arguments) {
    std::vector<FollowUp> found;
    for (const auto& row : TRY(reader.query(
             fmt::format("SELECT {} FROM voice_follow_up WHERE {} ORDER BY due_on, id", follow_up_columns, condition),
             arguments))) {
        found.push_back(follow_up_of(row));
    }
    return found;
}

Result<std::vector<FollowUp>> follow_ups_of(db::Reader& reader, ConsultationItemId id) {
    return follow_ups_where(reader, "item_id = $1", {id});
}

Result<std::vector<FollowUp>> open_follow_ups(db::Reader& reader) {
    return follow_ups_where(reader, "done_on IS NULL", {});
}

Result<FollowUp> follow_up(db::Reader& reader, FollowUpId id) {
    auto found = TRY(follow_ups_where(reader, "id = $1", {id}));
    if (found.empty()) return follow_up_not_found.error();
    return std::move(found.front());
}

Result<void> insert(db::Transaction& transaction, const FollowUp& fresh) {
    return transaction.enqueue("INSERT INTO voice_follow_up (id, item_id, what, owner_id, due_on, done_words, "
                               "agreed_at) VALUES ($1, $2, $3, $4, $5, '', $6)",
                               {fresh.id, fresh.item, fresh.what, fresh.owner, fresh.due_on, fresh.agreed_at});
}

Result<void> save_done(db::Transaction& transaction, const FollowUp& follow_up) {
    return transaction.enqueue("UPDATE voice_follow_up SET done_on = $1, done_words = $2 WHERE id = $3",
                               {follow_up.done_on, follow_up.done_words, follow_up.id});
}

} // namespace voice::store
