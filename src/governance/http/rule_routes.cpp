// The addresses of profiles of rules.
#include "governance/actions/rule_profiles.hpp"
#include "governance/http/meeting_handlers.hpp"
#include "governance/views/rule_profile_models.hpp"

namespace governance {

static http::About form_of_profile(std::string_view operation, std::string_view summary) {
    return {.operation = operation, .summary = summary, .formats = {http::Format::html}};
}

void add_rule_profile_routes(http::Router& router) {
    router.get("/rule-profiles", ::right::everybody, list_profiles,
               {.operation = "listRuleProfiles",
                .summary = "The profiles of rules of procedure that bodies follow.",
                .answer = json::type_of<ProfileListView>(),
                .is_cached = true});
    router.get("/rule-profiles/{profile}", ::right::everybody, show_profile,
               {.operation = "showRuleProfile",
                .summary = "A profile: the rules that hold today, all versions and what changed between them.",
                .answer = json::type_of<ProfileView>(),
                .is_cached = true});
    router.get("/rule-profiles/{profile}/versions/{number}", ::right::everybody, show_profile_version,
               {.operation = "showRuleProfileVersion",
                .summary = "One version of a profile.",
                .answer = json::type_of<ProfileView>(),
                .is_cached = true});
    router.get("/rule-profiles/new", right::keep_rules, show_new_profile_form,
               form_of_profile("showNewRuleProfileForm", "The form for a new profile."));
    router.post("/rule-profiles", right::keep_rules, add_profile_sent,
                {.operation = "addRuleProfile",
                 .summary = "Adds a profile of rules.",
                 .body = json::type_of<NewProfile>(),
                 .status = 201});
    router.get("/rule-profiles/{profile}/versions/new", right::keep_rules, show_new_version_form,
               form_of_profile("showNewRuleVersionForm", "The form for a new version of a profile."));
    router.post("/rule-profiles/{profile}/versions", right::keep_rules, add_version_sent,
                {.operation = "addRuleProfileVersion",
                 .summary = "Adds a version that holds from a day on.",
                 .body = json::type_of<ProfileText>(),
                 .status = 201});
}

} // namespace governance
