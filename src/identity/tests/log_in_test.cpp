#include "identity/http/login.hpp"
#include "identity/tests/builders.hpp"

using namespace identity;
using namespace identity::tests;
using namespace std::chrono_literals;

class LogIn : public world::Test {
protected:
    std::string token_of(directory::PersonId person) {
        auto token =
            log_in(world.services, options, {person, "Kari Prøve", {}, "substantial", "demonstration", {}, {}});
        EXPECT_TRUE(token) << describe(token.error());
        return *token;
    }
    Principal who(std::string_view token) {
        return *authenticate_session(world.services, options, with_cookie(options, token));
    }
    Options options;
};
EACH_DATABASE(LogIn);

TEST_P(LogIn, MakesTheCookiesBearerThePerson) {
    const auto person = given_person(world, "Kari Prøve");

    const auto principal = who(token_of(person));

    EXPECT_EQ(principal.kind, PrincipalKind::person);
    EXPECT_EQ(principal.id, person.to_string());
    EXPECT_EQ(principal.name, "Kari Prøve");
    EXPECT_FALSE(principal.csrf_token.empty());
    EXPECT_TRUE(principal.grants.empty());
}

TEST_P(LogIn, ActsInTheFirstRoleThatIsHeld) {
    const auto person = given_person(world, "Kari Prøve");
    ASSERT_TRUE(give(world, a_role(person, Role::body_secretary, "body-1")));

    EXPECT_TRUE(who(token_of(person)).may(Right{"governance.plan_case"}, "body-1"));
}

TEST_P(LogIn, ActsInTheRoleThatIncludesTheFirst) {
    const auto person = given_person(world, "Kari Prøve");
    const auto given = [&](Role role, const std::string& scope) {
        world.clock.advance(1s);
        ASSERT_TRUE(give(world, a_role(person, role, scope)));
    };
    given(Role::post_clerk, "virksomhet-1");
    given(Role::state_officer, "virksomhet-1");
    EXPECT_TRUE(who(token_of(person)).may(Right{"dispatch.read_post"}, "virksomhet-1")) << "the other lets less";
    given(Role::representative, "virksomhet-2");
    EXPECT_FALSE(who(token_of(person)).may_somewhere(Right{"hearings.answer"})) << "that is for others";
    given(Role::representative, "virksomhet-1");
    const auto principal = who(token_of(person));
    EXPECT_TRUE(principal.may(Right{"hearings.answer"}, "virksomhet-1"));
    EXPECT_TRUE(principal.may(Right{"dispatch.read_post"}, "virksomhet-1"));
}

TEST_P(LogIn, LosesItsRightsOnTheDayTheRoleEnds) {
    const auto person = given_person(world, "Kari Prøve");
    const auto holding = *give(world, a_role(person, Role::body_secretary, "body-1"));
    const auto token = token_of(person);
    ASSERT_TRUE(end(world, holding, "2026-03-04"));

    EXPECT_FALSE(who(token).may_somewhere(Right{"governance.plan_case"}));
}

TEST_P(LogIn, EndsByAgeHoweverBusyItIs) {
    const auto token = token_of(given_person(world, "Kari Prøve"));
    for (int hour = 0; hour < 10; ++hour) {
        world.clock.advance(59min);
        EXPECT_FALSE(who(token).is_anonymous()) << hour;
    }
    world.clock.advance(11min);
    EXPECT_TRUE(who(token).is_anonymous());
}

TEST_P(LogIn, EndsWhenNobodyHasBeenThereForAnHour) {
    const auto token = token_of(given_person(world, "Kari Prøve"));
    world.clock.advance(61min);
    EXPECT_TRUE(who(token).is_anonymous());
}

TEST_P(LogIn, LetsPeopleReadWhileNothingCanBeSaved) {
    const auto token = token_of(given_person(world, "Kari Prøve"));
    world.clock.advance(6min);
    world.database->set_hooks(
        {.before_commit = [](db::Transaction&) -> Result<void> { return platform::disk_full.error(); }});
    EXPECT_FALSE(who(token).is_anonymous());
}

TEST_P(LogIn, IsNobodyWithAnUnknownToken) {
    EXPECT_TRUE(who("x").is_anonymous());
    EXPECT_TRUE(authenticate_session(world.services, options, {})->is_anonymous());
}

TEST_P(LogIn, KeepsNoTokenInTheDatabase) {
    const auto token = token_of(given_person(world, "Kari Prøve"));
    auto reader = *world.database->reader();
    const auto rows = *reader->query("SELECT COUNT(*) FROM identity_session WHERE token_hash = $1", {token});
    EXPECT_EQ(rows.front().number(0), 0);
}

TEST_P(LogIn, IsOverAfterLoggingOut) {
    const auto token = token_of(given_person(world, "Kari Prøve"));
    ASSERT_TRUE(log_out(world.services, who(token), token));
    EXPECT_TRUE(who(token).is_anonymous());
}

TEST_P(LogIn, CanBeRevokedByItsOwnerOnly) {
    const auto kari = token_of(given_person(world, "Kari Prøve"));
    const auto ola = token_of(given_person(world, "Ola Prøve"));
    const auto session = *SessionId::parse(who(kari).session_id);

    EXPECT_EQ(revoke_session(world.services, who(ola), session).error().code, "identity.session_not_found");
    EXPECT_FALSE(who(kari).is_anonymous());
    ASSERT_TRUE(revoke_session(world.services, who(kari), session));
    EXPECT_TRUE(who(kari).is_anonymous());
}

TEST_P(LogIn, ChangesOnlyToARoleThatIsHeld) {
    const auto person = given_person(world, "Kari Prøve");
    const auto first = *give(world, a_role(person, Role::body_secretary, "body-1"));
    const auto second = *give(world, a_role(person, Role::council_member, "body-2"));
    const auto somebody_elses = *give(world, a_role(given_person(world, "Ola Prøve"), Role::secretariat));
    const auto token = token_of(person);

    EXPECT_EQ(change_role(world.services, who(token), somebody_elses).error().code, "identity.holding_not_found");
    ASSERT_TRUE(change_role(world.services, who(token), second));
    EXPECT_TRUE(who(token).may(Right{"governance.see_shielded"}, "body-2"));
    EXPECT_FALSE(who(token).may_somewhere(Right{"governance.plan_case"}));
    ASSERT_TRUE(change_role(world.services, who(token), first));
    EXPECT_TRUE(who(token).may(Right{"governance.plan_case"}, "body-1"));
}

TEST(Cookie, IsForThisHostOnlyAndHiddenFromScripts) {
    EXPECT_EQ(cookie_for({}, "abc"), "samband=abc; Path=/; HttpOnly; SameSite=Lax");
    Options secure;
    secure.is_secure = true;
    EXPECT_EQ(cookie_for(secure, "abc"), "__Host-samband=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
}

TEST(ReturnPath, LeadsNowhereElse) {
    EXPECT_EQ(safe_return_path("/cases/19-03109?a=b"), "/cases/19-03109?a=b");
    for (const auto* elsewhere : {"", "https://example.org", "//example.org", "/\\example.org", "/a\nb", "cases"}) {
        EXPECT_EQ(safe_return_path(elsewhere), "/") << elsewhere;
    }
    for (const auto* way_in_or_out : {"/login", "/login/return?code=x", "/nn/login?next=/", "/l%6Fgin", "/logout"}) {
        EXPECT_EQ(safe_return_path(way_in_or_out), "/") << way_in_or_out;
    }
}
