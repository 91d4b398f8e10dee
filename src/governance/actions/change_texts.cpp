#include "governance/actions/case_change.hpp"
#include "governance/actions/case_checks.hpp"
#include "governance/actions/case_content.hpp"
#include "governance/store/case_store.hpp"
#include "governance/store/shield_store.hpp"

#include <algorithm>

namespace governance {

static bool has_same_points(const Case& matter, const CaseTexts& texts) {
    return std::ranges::equal(matter.points, texts.points,
                              [](const Point& point, const PointText& text) { return point.text == text; });
}

/// The fields that differ, by name: what was changed is told, what it was changed to is read from the case.
static std::vector<std::string> changed_fields(const Case& matter, const CaseTexts& texts) {
    std::vector<std::string> fields;
    const auto note = [&](bool is_changed, const char* field) {
        if (is_changed) fields.emplace_back(field);
    };
    note(matter.title != texts.title, "title");
    note(matter.summary != texts.summary, "summary");
    note(matter.background != texts.background, "background");
    note(!has_same_points(matter, texts), "points");
    note(matter.themes != sorted_themes(texts.themes), "themes");
    note(matter.handler != texts.handler_id, "handler");
    note(matter.language != language_of(texts.language), "language");
    note(matter.path.is_strategic != texts.is_strategic, "isStrategic");
    return fields;
}

/// A point that was not touched keeps its id, so that what refers to it still does.
static std::vector<Point> merged_points(const Case& matter, const CaseTexts& texts, const CaseChange& change) {
    auto old = matter.points;
    std::vector<Point> points;
    for (const auto& text : texts.points) {
        const auto same = std::ranges::find(old, std::string_view{text},
                                            [](const Point& point) { return std::string_view{point.text}; });
        points.push_back({same == old.end() ? change.make_id<PointId>() : same->id, text});
        if (same != old.end()) old.erase(same);
    }
    return points;
}

/// Whoever replaces a text must be able to read what stands there.
static Result<void> require_sight(const CaseChange& change, const Case& matter) {
    const auto shields = TRY(shields_of(change.transaction, matter.id));
    const bool hides = std::ranges::any_of(shields, [&](const Shield& shield) {
        return shield.field != ShieldField::document && shield.is_in_force(change.today());
    });
    return hides ? require(change.principal, right::see_shielded, matter) : Result<void>{};
}

Result<void> change_texts(db::Transaction& transaction, const Services& services, const Principal& principal, CaseId id,
                          std::optional<std::int64_t> version, const CaseTexts& texts, Instant now) {
    const CaseChange change{transaction, services, principal, now};
    auto matter = TRY(change.open(id, right::prepare_case, version));
    TRY(require_open_for_changes(matter));
    TRY(require_sight(change, matter));
    CaseChecks checks{transaction, change.today()};
    TRY(checks.texts(texts));
    TRY(checks.finish());

    const auto fields = changed_fields(matter, texts);
    if (fields.empty()) return {};
    matter.points = merged_points(matter, texts, change);
    matter.title = texts.title;
    matter.summary = texts.summary;
    matter.background = texts.background;
    matter.themes = sorted_themes(texts.themes);
    matter.handler = texts.handler_id;
    matter.language = language_of(texts.language);
    matter.path.is_strategic = texts.is_strategic;
    TRY(save_points(transaction, matter));
    TRY(save_themes(transaction, matter));
    auto facts = facts_of(matter);
    facts.texts("changed", fields);
    return change.close(matter, "governance.proposal_changed", std::move(facts));
}

} // namespace governance
