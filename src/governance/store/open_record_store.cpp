#include "governance/store/open_record_store.hpp"

#include <fmt/format.h>

namespace governance {

using open_record::Kind;

/// For each kind the rows (id, owner, body, case, made, changed, is_removed) that everybody may know of.
static std::string_view open_rows(Kind kind) {
    switch (kind) {
    case Kind::owner:
        return "SELECT o.owner AS id, o.owner AS owner, '' AS body, '' AS matter, min(o.made) AS made, max(o.changed) "
               "AS "
               "changed, 0 AS is_removed FROM (SELECT organisation_id AS owner, created_at AS made, changed_at AS "
               "changed "
               "FROM governance_body UNION ALL SELECT owner_id, planned_at, changed_at FROM governance_case) o GROUP "
               "BY "
               "o.owner";
    case Kind::body:
        return "SELECT id, organisation_id AS owner, id AS body, '' AS matter, created_at AS made, changed_at AS "
               "changed, 0 "
               "AS is_removed FROM governance_body";
    case Kind::person:
        return "SELECT a.person_id AS id, b.organisation_id AS owner, '' AS body, '' AS matter, min(a.created_at) AS "
               "made, "
               "max(a.changed_at) AS changed, 0 AS is_removed FROM governance_appointment a JOIN governance_body b ON "
               "b.id "
               "= a.body_id GROUP BY a.person_id, b.organisation_id";
    case Kind::appointment:
        return "SELECT a.id, b.organisation_id AS owner, a.body_id AS body, '' AS matter, a.created_at AS made, "
               "a.changed_at "
               "AS changed, 0 AS is_removed FROM governance_appointment a JOIN governance_body b ON b.id = a.body_id";
    case Kind::meeting:
    case Kind::meeting_with_place:
        return "SELECT m.id, b.organisation_id AS owner, m.body_id AS body, '' AS matter, m.created_at AS made, "
               "m.changed_at "
               "AS changed, 0 AS is_removed, m.place FROM governance_meeting m JOIN governance_body b ON b.id = "
               "m.body_id";
    case Kind::item:
    case Kind::treatment:
        return "SELECT a.id, b.organisation_id AS owner, a.body_id AS body, coalesce(a.case_id, '') AS matter, "
               "a.created_at "
               "AS made, m.changed_at AS changed, 0 AS is_removed FROM governance_agenda_item a JOIN "
               "governance_meeting m "
               "ON m.id = a.meeting_id JOIN governance_body b ON b.id = a.body_id WHERE b.is_open = 1";
    case Kind::matter:
        return "SELECT id, owner_id AS owner, coalesce(owner_body_id, '') AS body, id AS matter, planned_at AS made, "
               "changed_at AS changed, 0 AS is_removed FROM governance_case";
    case Kind::document:
        return "SELECT d.id, c.owner_id AS owner, '' AS body, c.id AS matter, d.added_at AS made, CASE WHEN "
               "c.changed_at > "
               "d.added_at THEN c.changed_at ELSE d.added_at END AS changed, CASE WHEN d.state = 'removed' OR EXISTS "
               "(SELECT "
               "1 FROM governance_shield s WHERE s.document_id = d.id AND s.lifted_at IS NULL AND s.until > $1) THEN 1 "
               "ELSE "
               "0 END AS is_removed FROM governance_document d JOIN governance_case c ON c.id = d.case_id WHERE "
               "d.state IN "
               "('available', 'removed') UNION ALL SELECT 'minutes-' || p.meeting_id, b.organisation_id, p.body_id, "
               "'', "
               "p.made, p.changed, 0 FROM (SELECT n.meeting_id, m.body_id, min(n.published_at) AS made, "
               "max(n.published_at) AS changed FROM governance_minutes n JOIN governance_meeting m ON m.id = "
               "n.meeting_id "
               "WHERE n.state = 'published' GROUP BY n.meeting_id, m.body_id) p JOIN governance_body b ON b.id = "
               "p.body_id "
               "WHERE b.is_open = 1";
    }
    return {};
}

namespace {

/// The conditions of a question with their arguments; $1 is the day.
class OpenConditions {
public:
    OpenConditions(const open_record::Question& question, Date today) : arguments_{today} {
        if (question.kind == Kind::meeting_with_place) text_ += " AND x.place <> ''";
        if (question.kind == Kind::treatment) text_ += " AND x.matter <> ''";
        if (!question.with_removed) text_ += " AND x.is_removed = 0";
        if (question.owner) add(" AND x.owner = ", *question.owner);
        if (question.body) add(" AND x.body = ", *question.body);
        if (question.created_since) add(" AND x.made >= ", *question.created_since);
        if (question.created_until) add(" AND x.made < ", *question.created_until);
        if (question.modified_since) {
            add(" AND (x.changed >= ", *question.modified_since);
            // What opens by itself when its time is over changes no row.
            add(" OR EXISTS (SELECT 1 FROM governance_shield s WHERE s.case_id = x.matter AND s.lifted_at IS NULL AND "
                "s.until <= $1 AND s.until >= ",
                norwegian_date(*question.modified_since));
            text_ += "))";
        }
        if (question.modified_until) add(" AND x.changed < ", *question.modified_until);
    }

    [[nodiscard]] std::string from(Kind kind) const {
        // The day is always asked for, so that both databases know what $1 is.
        return fmt::format("FROM ({}) x WHERE $1 <> ''{}", open_rows(kind), text_);
    }
    [[nodiscard]] const db::Arguments& arguments() const { return arguments_; }

private:
    void add(std::string_view words, db::Argument value) {
        arguments_.push_back(std::move(value));
        text_ += fmt::format("{}${}", words, arguments_.size());
    }

    db::Arguments arguments_;
    std::string text_;
};

} // namespace

Result<open_record::Found> find_open(db::Reader& reader, const open_record::Question& question, Date today) {
    const OpenConditions conditions{question, today};
    const auto from = conditions.from(question.kind);
    const auto counted = TRY(reader.find("SELECT count(*) " + from, conditions.arguments()));
    open_record::Found found{{}, counted->number(0)};
    auto arguments = conditions.arguments();
    arguments.emplace_back(question.limit);
    arguments.emplace_back(question.offset);
    const auto sql = fmt::format("SELECT x.id {} ORDER BY x.made, x.id LIMIT ${} OFFSET ${}", from,
                                 arguments.size() - 1, arguments.size());
    for (const auto& row : TRY(reader.query(sql, arguments)))
        found.ids.push_back(row.text(0));
    return found;
}

Result<std::optional<open_record::Times>> times_of_owner(db::Reader& reader, directory::OrganisationId owner) {
    const auto row = TRY(reader.find(
        fmt::format("SELECT x.made, x.changed FROM ({}) x WHERE x.id = $1", open_rows(Kind::owner)), {owner}));
    if (!row) return std::optional<open_record::Times>{};
    return std::optional{open_record::Times{row->instant(0), row->instant(1)}};
}

static Result<open_record::Times> open_times(db::Reader& reader, std::string_view table, db::Argument id) {
    const auto row =
        TRY(reader.find(fmt::format("SELECT created_at, changed_at FROM {} WHERE id = $1", table), {std::move(id)}));
    ensure(row.has_value());
    return open_record::Times{row->instant(0), row->instant(1)};
}

Result<open_record::Times> times_of(db::Reader& reader, BodyId id) {
    return open_times(reader, "governance_body", id);
}
Result<open_record::Times> times_of(db::Reader& reader, AppointmentId id) {
    return open_times(reader, "governance_appointment", id);
}
Result<open_record::Times> times_of(db::Reader& reader, MeetingId id) {
    return open_times(reader, "governance_meeting", id);
}

Result<std::map<AgendaItemId, Instant>> items_made(db::Reader& reader, MeetingId meeting) {
    std::map<AgendaItemId, Instant> made;
    for (const auto& row :
         TRY(reader.query("SELECT id, created_at FROM governance_agenda_item WHERE meeting_id = $1", {meeting})))
        made.emplace(row.id<AgendaItemId>(0), row.instant(1));
    return made;
}

Result<std::optional<MeetingId>> open_meeting_of(db::Reader& reader, AgendaItemId item) {
    const auto row =
        TRY(reader.find("SELECT a.meeting_id FROM governance_agenda_item a JOIN governance_body b ON b.id = "
                        "a.body_id WHERE a.id = $1 AND b.is_open = 1",
                        {item}));
    return row ? std::optional{row->id<MeetingId>(0)} : std::nullopt;
}

} // namespace governance
