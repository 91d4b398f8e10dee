#include "governance/actions/case_checks.hpp"
#include "directory/directory.hpp"
#include "governance/domain/errors.hpp"
#include "governance/domain/los.hpp"
#include "governance/store/body_store.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

static constexpr std::size_t points_max = 50;
static constexpr std::size_t themes_max = 20;
static constexpr std::size_t concerns_max = 400; ///< Every organisation of the sector can be named.

static bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

template <class Item>
static void check_count(const std::vector<Item>& items, std::size_t max, const char* pointer, CaseChecks& checks) {
    if (items.size() <= max) return;
    checks.fault(platform::too_many_items.at(pointer, {{"limit", static_cast<std::int64_t>(max)}}));
}

Result<void> CaseChecks::texts(const CaseTexts& texts) {
    check_count(texts.points, points_max, "#/points", *this);
    check_count(texts.themes, themes_max, "#/themes", *this);
    for (std::size_t i = 0; i < texts.points.size(); ++i) {
        if (is_blank(texts.points[i])) fault(platform::empty.at(fmt::format("#/points/{}", i)));
    }
    for (std::size_t i = 0; i < texts.themes.size(); ++i) {
        if (find_theme(texts.themes[i]) != nullptr) continue;
        fault(theme_unknown.at(fmt::format("#/themes/{}", i), {{"theme", texts.themes[i].substr(0, 80)}}));
    }
    if (texts.handler_id && TRY(directory::people_by_id(reader_, {*texts.handler_id})).empty()) {
        fault(person_unknown.at("#/handlerId"));
    }
    return {};
}

Result<void> CaseChecks::body(const std::optional<BodyId>& id, const char* pointer) {
    if (!id) return {};
    const auto found = load_body(reader_, *id);
    if (found) return {};
    if (found.error().kind != ErrorKind::not_found) return found.error();
    fault(body_unknown.at(pointer));
    return {};
}

Result<void> CaseChecks::steps(const std::vector<PlannedStep>& steps) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
        TRY(body(steps[i].body_id, fmt::format("#/steps/{}/bodyId", i).c_str()));
    }
    return {};
}

Result<directory::OrganisationId> CaseChecks::organisation(std::string_view key, const std::string& pointer) {
    const auto found = directory::find_organisation_by_key(reader_, key);
    if (found) return found->id;
    if (found.error().kind != ErrorKind::not_found) return found.error();
    fault(organisation_unknown.at(pointer, {{"organisation", std::string{key}}}));
    return directory::OrganisationId{};
}

Result<void> CaseChecks::concern_organisation(const NewConcern& sent, Concern& concern, const std::string& pointer) {
    const bool takes_one = sent.scope == ConcernScope::network || sent.scope == ConcernScope::organisation;
    if (takes_one != sent.organisation.has_value()) {
        fault(concern_faulty.at(pointer, {{"scope", std::string{json::name_of(sent.scope)}}}));
    } else if (takes_one) {
        concern.organisation = TRY(organisation(*sent.organisation, pointer));
    }
    return {};
}

Result<std::vector<Concern>> CaseChecks::concerns(const std::vector<NewConcern>& sent) {
    check_count(sent, concerns_max, "#/concerns", *this);
    std::vector<Concern> found;
    for (std::size_t i = 0; i < sent.size(); ++i) {
        const auto pointer = fmt::format("#/concerns/{}/organisation", i);
        Concern concern{.id = {}, .scope = sent[i].scope, .organisation = {}, .reason = sent[i].reason};
        TRY(concern_organisation(sent[i], concern, pointer));
        const bool is_known = std::ranges::any_of(found, [&](const Concern& known) {
            return known.scope == concern.scope && known.organisation == concern.organisation;
        });
        if (is_known) fault(concern_twice.at(pointer));
        found.push_back(std::move(concern));
    }
    return found;
}

void CaseChecks::shield_day(Date until, std::string pointer) {
    if (until > today_) return;
    fault(shield_day_faulty.at(std::move(pointer), {{"until", to_string(until)}}));
}

Result<void> CaseChecks::finish() const {
    if (faults_.empty()) return {};
    auto error = platform::request_faulty.error();
    error.faults = faults_;
    return error;
}

} // namespace governance
