#include "governance/store/case_list.hpp"
#include "governance/domain/case_number.hpp"
#include "governance/store/columns.hpp"

#include <fmt/format.h>

namespace governance {

/// Conditions and their arguments, built side by side.
class Conditions {
public:
    std::string parameter(db::Argument argument) {
        arguments_.push_back(std::move(argument));
        return fmt::format("${}", arguments_.size());
    }
    void require(std::string condition) { text_ += (text_.empty() ? " WHERE " : " AND ") + std::move(condition); }
    template <class Items>
    std::string any_of(const Items& items) {
        std::string list;
        for (const auto& item : items) {
            list += (list.empty() ? "" : ", ") + parameter(item);
        }
        return list.empty() ? "(NULL)" : "(" + list + ")";
    }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] const db::Arguments& arguments() const { return arguments_; }

private:
    std::string text_;
    db::Arguments arguments_;
};

static std::vector<std::string> names_of(const std::vector<CaseState>& states) {
    std::vector<std::string> names;
    for (const auto state : states) {
        names.emplace_back(json::name_of(state));
    }
    return names;
}

static void require_concerned(Conditions& conditions, const CaseQuery::Concerned& concerned) {
    std::string scopes = "concern.scope = 'sector'";
    if (concerned.are_municipalities) scopes += " OR concern.scope = 'municipalities'";
    if (concerned.are_counties) scopes += " OR concern.scope = 'counties'";
    const auto named = conditions.any_of(concerned.organisations);
    conditions.require("EXISTS (SELECT 1 FROM governance_concern concern WHERE concern.case_id = matter.id AND (" +
                       scopes + " OR concern.organisation_id IN " + named + "))");
}

static void require_period(Conditions& conditions, const CaseQuery& query) {
    if (!query.from && !query.to) return;
    std::string days;
    if (query.from) days += " AND step.planned_day >= " + conditions.parameter(*query.from);
    if (query.to) days += " AND step.planned_day <= " + conditions.parameter(*query.to);
    conditions.require("EXISTS (SELECT 1 FROM governance_case_step step WHERE step.case_id = matter.id" + days + ")");
}

static Conditions conditions_of(const CaseQuery& query) {
    Conditions conditions;
    if (!query.states.empty()) conditions.require("matter.state IN " + conditions.any_of(names_of(query.states)));
    if (!query.themes.empty()) {
        conditions.require("EXISTS (SELECT 1 FROM governance_case_theme theme WHERE theme.case_id = matter.id "
                           "AND theme.theme IN " +
                           conditions.any_of(query.themes) + ")");
    }
    if (query.body) {
        conditions.require("EXISTS (SELECT 1 FROM governance_case_step step WHERE step.case_id = matter.id "
                           "AND step.body_id = " +
                           conditions.parameter(*query.body) + ")");
    }
    if (query.concerned) require_concerned(conditions, *query.concerned);
    require_period(conditions, query);
    if (query.ids) conditions.require("matter.id IN " + conditions.any_of(*query.ids));
    if (query.next_from) conditions.require("matter.next_day >= " + conditions.parameter(*query.next_from));
    if (query.input_from) conditions.require("matter.input_until >= " + conditions.parameter(*query.input_from));
    return conditions;
}

static std::string_view order_of(const CaseQuery& query) {
    if (query.orders_by_input) return " ORDER BY matter.input_until, matter.id";
    if (query.orders_by_planned) return " ORDER BY matter.planned_at DESC, matter.id DESC";
    switch (query.order) {
    case CaseOrder::next:
        return " ORDER BY CASE WHEN matter.next_day IS NULL THEN 1 ELSE 0 END, matter.next_day, matter.id";
    case CaseOrder::number:
        return " ORDER BY matter.year DESC, matter.serial DESC";
    case CaseOrder::changed:
        break;
    }
    return " ORDER BY matter.changed_at DESC, matter.id DESC";
}

static CaseCard card_from(const db::Row& row, i18n::Language language) {
    const CaseNumber number{.year = static_cast<int>(row.number(1)), .serial = static_cast<int>(row.number(2))};
    return {.id = row.id<CaseId>(0),
            .number = number.to_string(),
            .path = "/cases/" + number.slug(),
            .title = row.text(3),
            .summary = row.text(4),
            .language = language_at(row, 5),
            .state = word_at<CaseState>(row, 6),
            .outcome = maybe_word_at<Outcome>(row, 7),
            .body_name = row.text(language == i18n::Language::nn ? 9 : 8),
            .body_path = "/bodies/" + row.text(10),
            .next_day = row.maybe_date(11),
            .input_until = row.maybe_date(12),
            .is_strategic = row.flag(13),
            .is_invented = row.flag(14),
            .planned_at = row.instant(15),
            .changed_at = row.instant(16)};
}

/// The field, or nothing while a shield hides it.
static std::string unless_shielded(std::string_view field, const std::string& today) {
    return fmt::format("CASE WHEN EXISTS (SELECT 1 FROM governance_shield shield WHERE shield.case_id = matter.id "
                       "AND shield.field = '{0}' AND shield.lifted_at IS NULL AND shield.until > {1}) THEN '' "
                       "ELSE matter.{0} END",
                       field, today);
}

Result<std::vector<CaseCard>> list_cases(db::Reader& reader, const CaseQuery& query, Date today,
                                         i18n::Language language) {
    auto conditions = conditions_of(query);
    const auto day = conditions.parameter(today);
    const auto sql =
        "SELECT matter.id, matter.year, matter.serial, " + unless_shielded("title", day) + ", " +
        unless_shielded("summary", day) +
        ", matter.language, matter.state, matter.outcome, body.name_nb, body.name_nn, body.slug, "
        "matter.next_day, matter.input_until, matter.is_strategic, matter.is_invented, matter.planned_at, "
        "matter.changed_at FROM governance_case matter JOIN governance_body body ON body.id = matter.body_id" +
        conditions.text() + std::string{order_of(query)} + " LIMIT " + conditions.parameter(query.limit) + " OFFSET " +
        conditions.parameter(query.offset);
    const auto rows = TRY(reader.query(sql, conditions.arguments()));
    std::vector<CaseCard> cards;
    cards.reserve(rows.size());
    for (const auto& row : rows) {
        cards.push_back(card_from(row, language));
    }
    return cards;
}

Result<std::int64_t> count_cases(db::Reader& reader, const CaseQuery& query) {
    const auto conditions = conditions_of(query);
    const auto row =
        TRY(reader.find("SELECT COUNT(*) FROM governance_case matter" + conditions.text(), conditions.arguments()));
    ensure(row.has_value());
    return row->number(0);
}

} // namespace governance
