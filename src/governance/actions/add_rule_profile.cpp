#include "governance/actions/rule_profiles.hpp"
#include "governance/domain/decision_record.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/rule_profile_store.hpp"
#include "platform/errors.hpp"

namespace governance {

static Result<RuleProfile> version_from(const Acting& acting, std::string_view id, int number,
                                        const ProfileText& said) {
    TRY(check_profile_id(id));
    TRY(check(said.rules, "#/rules"));
    if (said.basis.empty()) {
        auto error = platform::request_faulty.error();
        error.faults.push_back(platform::field_missing.at("#/basis"));
        return error;
    }
    if (said.valid_from <= acting.today()) {
        auto error = profile_retroactive.error({{"day", to_string(acting.today())}});
        error.faults.push_back(profile_retroactive.at("#/validFrom", {{"day", to_string(acting.today())}}));
        return error;
    }
    return RuleProfile{std::string{id}, number,     said.valid_from, said.name_nb,
                       said.name_nn,    said.basis, said.adopted_by, {said.unread.begin(), said.unread.end()},
                       said.rules};
}

static Result<void> keep(const Acting& acting, std::string_view type, const RuleProfile& profile) {
    TRY(insert_profile(acting.transaction, profile, acting.now));
    journal::Event event;
    event.type = type;
    event.subjects = {{"profile", profile.profile}};
    event.body.text("profile", profile.profile)
        .number("number", profile.number)
        .text("validFrom", to_string(profile.valid_from))
        .text("adoptedBy", profile.adopted_by)
        .text("sha256", digest_of(to_json(profile.rules)));
    TRY(acting.services.journal.append(acting.transaction, acting.principal, event, acting.now));
    return {};
}

Result<void> add_profile(const Acting& acting, const NewProfile& wanted) {
    TRY(acting.principal.require(right::keep_rules));
    const auto profile = TRY(version_from(acting, wanted.profile, 1, wanted));
    if (profile_versions(acting.transaction, profile.profile).has_value()) {
        auto error = profile_id_taken.error({{"profile", profile.profile}});
        error.faults.push_back(profile_id_taken.at("#/profile", {{"profile", profile.profile}}));
        return error;
    }
    return keep(acting, "governance.profile_added", profile);
}

/// Bodies that follow the profile must be able to go on with their own settings over the new version.
static Result<void> check_followers(const Acting& acting, const RuleProfile& profile) {
    auto error = profile_breaks_body.error({{"body", std::string{}}});
    for (const auto& follower : TRY(rules_following(acting.transaction, profile.profile))) {
        const auto both = with_settings(profile.rules, follower.rules.own, "#/rules");
        if (both) continue;
        error.values = {{"body", follower.body.name_nb}};
        for (const auto& fault : both.error().faults)
            error.faults.push_back(fault);
    }
    if (error.faults.empty()) return {};
    return error;
}

Result<int> add_profile_version(const Acting& acting, std::string_view id, const ProfileText& wanted) {
    TRY(acting.principal.require(right::keep_rules));
    const auto older = TRY(profile_versions(acting.transaction, id));
    const auto profile = TRY(version_from(acting, id, older.back().number + 1, wanted));
    if (profile.valid_from <= older.back().valid_from) {
        return rules_before_older.error({{"day", to_string(older.back().valid_from)}});
    }
    if (profile.rules == older.back().rules) return profile_changes_nothing.error();
    TRY(check_followers(acting, profile));
    TRY(keep(acting, "governance.profile_version_added", profile));
    return profile.number;
}

Result<void> seed_profiles(const Acting& acting) {
    for (const auto& profile : own_profiles()) {
        if (profile_versions(acting.transaction, profile.profile).has_value()) continue;
        TRY(keep(acting, "governance.profile_added", profile));
    }
    return {};
}

} // namespace governance
