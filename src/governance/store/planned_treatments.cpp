#include "governance/store/planned_treatments.hpp"
#include "governance/domain/case_number.hpp"
#include "governance/store/columns.hpp"

namespace governance {

static constexpr std::string_view planned_sql =
    "SELECT step.planned_day, body.name_nb, body.name_nn, body.slug, matter.year, matter.serial, "
    "CASE WHEN EXISTS (SELECT 1 FROM governance_shield shield WHERE shield.case_id = matter.id "
    "AND shield.field = 'title' AND shield.lifted_at IS NULL AND shield.until > $3) THEN '' ELSE matter.title END, "
    "matter.changed_at FROM governance_case_step step "
    "JOIN governance_case matter ON matter.id = step.case_id JOIN governance_body body ON body.id = step.body_id "
    "WHERE step.planned_day >= $1 AND step.planned_day < $2 AND step.treated_at IS NULL AND step.has_lapsed = 0 "
    "AND matter.state IN ('planned', 'noticed', 'in_preparation', 'on_agenda', 'treated') "
    "AND NOT (matter.state = 'on_agenda' AND matter.body_id = step.body_id)";

Result<std::vector<PlannedTreatment>> planned_treatments(db::Reader& reader, const std::optional<BodyId>& body,
                                                         Date from, Date end, Date today, i18n::Language language) {
    std::string sql{planned_sql};
    db::Arguments arguments{from, end, today};
    if (body) {
        sql += " AND step.body_id = $4";
        arguments.emplace_back(*body);
    }
    sql += " ORDER BY step.planned_day, matter.year, matter.serial, step.position";
    std::vector<PlannedTreatment> found;
    for (const auto& row : TRY(reader.query(sql, arguments))) {
        const CaseNumber number{.year = static_cast<int>(row.number(4)), .serial = static_cast<int>(row.number(5))};
        found.push_back({.day = *row.maybe_date(0),
                         .body_name = row.text(language == i18n::Language::nn ? 2 : 1),
                         .body_path = "/bodies/" + row.text(3),
                         .case_number = number.to_string(),
                         .case_path = "/cases/" + number.slug(),
                         .title = row.text(6),
                         .changed_at = row.instant(7)});
    }
    return found;
}

} // namespace governance
