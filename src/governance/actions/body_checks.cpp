#include "governance/actions/body_checks.hpp"

#include "governance/domain/errors.hpp"
#include "governance/domain/los.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/rule_profile_store.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

Result<void> check_themes(const std::vector<std::string>& slugs) {
    auto error = platform::request_faulty.error();
    for (std::size_t i = 0; i < slugs.size(); ++i) {
        if (find_theme(slugs[i]) != nullptr) continue;
        error.faults.push_back(theme_unknown.at(fmt::format("#/themes/{}", i), {{"theme", slugs[i]}}));
    }
    if (error.faults.empty()) return {};
    return error;
}

Result<void> check_parent(db::Reader& reader, const Body& body) {
    if (!body.parent) return {};
    const auto all = TRY(list_bodies(reader));
    auto above = body.parent;
    for (std::size_t steps = 0; above; ++steps) {
        const auto found = std::ranges::find(all, *above, &Body::id);
        if (*above == body.id || found == all.end() || steps > all.size()) {
            auto error = body_parent_faulty.error();
            error.faults.push_back(body_parent_faulty.at("#/parent"));
            return error;
        }
        above = found->parent;
    }
    return {};
}

Result<BodyRules> rules_over(db::Reader& reader, std::string_view profile, Date day, const BodySettings& own) {
    if (profile.empty()) return with_settings(BodyRules{}, own, "#/rules");
    auto found = profile_in_force(reader, profile, day);
    if (!found) {
        auto error = std::move(found).error();
        if (error.code == profile_not_found.name) error.faults.push_back({"#/profile", error.code, error.values});
        return error;
    }
    return with_settings(found->rules, own, "#/rules");
}

} // namespace governance
