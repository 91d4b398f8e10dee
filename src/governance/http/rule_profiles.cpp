// Profiles of rules: the list, the page of a version, and what adds them.
#include "governance/actions/rule_profiles.hpp"
#include "governance/domain/decision_record.hpp"
#include "governance/http/meeting_change.hpp"
#include "governance/http/meeting_handlers.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/rule_profile_store.hpp"
#include "governance/views/rule_profile_pages.hpp"
#include "platform/http/represent.hpp"

namespace governance {

static const std::string& name_in(const RuleProfile& profile, i18n::Language language) {
    return language == i18n::Language::nn ? profile.name_nn : profile.name_nb;
}

static Result<std::vector<NamedLink>> bodies_that_follow(const http::Query& query, std::string_view profile) {
    std::vector<NamedLink> bodies;
    for (const auto& follower : TRY(rules_following(query.reader, profile)))
        bodies.push_back({follower.body.name(query.request.language), follower.body.path()});
    return bodies;
}

Result<http::Response> list_profiles(const http::Query& query) {
    ProfileListView view;
    const auto all = TRY(all_profiles(query.reader));
    for (auto first = all.begin(); first != all.end();) {
        const auto end = std::ranges::find_if(
            first, all.end(), [&](const RuleProfile& other) { return other.profile != first->profile; });
        const auto version = in_force(std::vector<RuleProfile>{first, end}, query.today());
        view.profiles.push_back({version.profile, version.path(), name_in(version, query.request.language),
                                 version.number, version.valid_from, TRY(bodies_that_follow(query, version.profile)),
                                 !version.unread.empty()});
        first = end;
    }
    return http::represent<ProfileListView>(query, view, {.html = [&](const ProfileListView& shown) {
                                                return profile_list_page(query, shown,
                                                                         query.principal.may(right::keep_rules));
                                            }});
}

/// A version by its number; the one that holds today when none is given.
static Result<ProfileView> read_profile(const http::Query& query, std::string_view number) {
    const auto versions = TRY(profile_versions(query.reader, query.request.path_value("profile")));
    const auto& today = in_force(versions, query.today());
    const auto shown = std::ranges::find_if(versions, [&](const RuleProfile& version) {
        return number.empty() ? version.number == today.number : std::to_string(version.number) == number;
    });
    if (shown == versions.end()) return profile_not_found.error({{"profile", today.profile}});
    ProfileView view;
    view.profile = shown->profile;
    view.url = shown->path();
    view.name = name_in(*shown, query.request.language);
    view.name_nb = shown->name_nb;
    view.name_nn = shown->name_nn;
    view.basis = shown->basis;
    view.unread = shown->unread;
    view.shown = shown->number;
    for (const auto& version : versions) {
        ProfileVersionView each{version.number,
                                fmt::format("{}/versions/{}", version.path(), version.number),
                                version.valid_from,
                                version.adopted_by,
                                digest_of(to_json(version.rules)),
                                version.number == today.number && version.valid_from <= query.today(),
                                {},
                                version.rules};
        if (!view.versions.empty()) each.changes = changes_between(view.versions.front().rules, version.rules);
        view.versions.insert(view.versions.begin(), std::move(each));
    }
    view.bodies = TRY(bodies_that_follow(query, shown->profile));
    return view;
}

static http::Response profile_shown(const http::Query& query, const ProfileView& view) {
    return http::represent<ProfileView>(query, view, {.html = [&](const ProfileView& shown) {
                                            return profile_page(query, shown, query.principal.may(right::keep_rules));
                                        }});
}

Result<http::Response> show_profile(const http::Query& query) {
    return profile_shown(query, TRY(read_profile(query, {})));
}

Result<http::Response> show_profile_version(const http::Query& query) {
    return profile_shown(query, TRY(read_profile(query, query.request.path_value("number"))));
}

static Result<Html> new_profile_form(const http::Query& query, const ui::FormState& state) {
    return profile_form_page(query, state, nullptr, BodyRules{});
}

Result<http::Response> show_new_profile_form(const http::Query& query) {
    return http::html_document(TRY(new_profile_form(query, {})));
}

Result<http::Response> add_profile_sent(const http::Command& command) {
    return make_with<NewProfile>(command, new_profile_form,
                                 [&](const Acting& acting, const NewProfile& wanted) -> Result<std::string> {
                                     TRY(add_profile(acting, wanted));
                                     return "/rule-profiles/" + std::string{wanted.profile};
                                 });
}

static Result<Html> new_version_form(const http::Query& query, const ui::FormState& state) {
    const auto view = TRY(read_profile(query, {}));
    return profile_form_page(query, state, &view, view.versions.front().rules);
}

Result<http::Response> show_new_version_form(const http::Query& query) {
    return http::html_document(TRY(new_version_form(query, {})));
}

Result<http::Response> add_version_sent(const http::Command& command) {
    return make_with<ProfileText>(command, new_version_form,
                                  [&](const Acting& acting, const ProfileText& wanted) -> Result<std::string> {
                                      const auto profile = std::string{command.request.path_value("profile")};
                                      const auto number = TRY(add_profile_version(acting, profile, wanted));
                                      return fmt::format("/rule-profiles/{}/versions/{}", profile, number);
                                  });
}

} // namespace governance
