#include "news/actions/follow.hpp"
#include "news/actions/mail_address.hpp"
#include "news/domain/mail_job.hpp"
#include "news/store/follow_store.hpp"
#include "news/texts.hpp"
#include "platform/errors.hpp"
#include "platform/jobs/runner.hpp"
#include "platform/testing/browser.hpp"
#include "platform/texts.hpp"

using namespace news;

class Following : public ::testing::TestWithParam<db::Dialect> {
protected:
    world::World world{GetParam(), {&platform::text::catalogue, &news::text::catalogue}};
    Following() {
        outside.resolver = [](db::Reader&, std::string_view kind, std::string_view id,
                              i18n::Language) -> Result<std::optional<Followable>> {
            if (kind != "case" || id != "1") return std::optional<Followable>{};
            return std::optional<Followable>{{"case", "1", "Felles søknad", "/cases/26-00001"}};
        };
        outside.seal = [](std::string_view plain, std::string_view) { return db::Bytes{plain.rbegin(), plain.rend()}; };
        outside.open = [](const db::Bytes& sealed, std::string_view) -> Result<std::string> {
            return std::string{sealed.rbegin(), sealed.rend()};
        };
        outside.send = [this](const mail::Message& message) -> Result<void> {
            sent.push_back(message);
            return {};
        };
        kari.kind = PrincipalKind::person;
        kari.id = "kari";
        kari.csrf_token = "t";
        kari.session_id = "s";
    }
    Result<FollowId> follow_case(const Principal& who, bool for_organisation = false) {
        return world.database->write([&](db::Transaction& transaction) {
            return follow(transaction, world.services, who,
                          {{"case", "1", "Felles søknad", "/cases/26-00001"}, for_organisation, true},
                          world.clock.now());
        });
    }
    void happen(const Principal& actor, journal::Visibility visibility = journal::Visibility::everybody) {
        ASSERT_TRUE(world.database->write([&](db::Transaction& transaction) -> Result<void> {
            journal::Event event;
            event.type = "news.tested";
            event.subjects = {{"case", "1"}};
            event.visibility = visibility;
            TRY(world.journal->append(transaction, actor, event, world.clock.now()));
            return {};
        }));
    }
    jobs::Runner runner() {
        return {
            world.services,
            {},
            {{std::string{mail_job}, [&](const jobs::Job& job) { return send_notice(world.services, outside, job); }},
             {std::string{confirm_job},
              [&](const jobs::Job& job) { return send_confirmation(world.services, outside, job); }}},
            {notice_consumer(world.services, addressed_by)}};
    }
    void run_background() {
        auto runner = this->runner();
        ASSERT_TRUE(runner.feed());
        ASSERT_TRUE(runner.run_due());
    }
    std::size_t notices(const Principal& who) {
        auto reader = *world.database->reader();
        return store::notices_of(*reader, followers_of(who), 50)->size();
    }
    /// The token of the last mail's link.
    std::string token() {
        const auto& text = sent.back().text;
        const auto at = text.find("/mail/confirm/") + 14;
        return text.substr(at, text.find('\n', at) - at);
    }
    Outside outside;
    AddressedBy addressed_by;
    std::vector<mail::Message> sent;
    Principal kari;
};
EACH_DATABASE(Following);

TEST_P(Following, TellsOfEachPublicEventOnce) {
    ASSERT_TRUE(follow_case(kari));
    ASSERT_TRUE(follow_case(kari)) << "following twice is following once";
    happen(world.system);
    run_background();
    run_background();
    EXPECT_EQ(notices(kari), 1U);
}

TEST_P(Following, TellsNobodyOfTheirOwnActsNorOfWhatIsNotPublic) {
    ASSERT_TRUE(follow_case(kari));
    happen(kari);
    happen(world.system, journal::Visibility::internal);
    run_background();
    EXPECT_EQ(notices(kari), 0U);
}

TEST_P(Following, TellsThoseThatAnEventIsForThoughTheyFollowNothing) {
    ASSERT_TRUE(set_address(world.services, outside, kari, "kari@example.org", i18n::Language::nb));
    run_background();
    ASSERT_TRUE(confirm_address(world.services, token()));
    addressed_by = [&](db::Reader&, const journal::StoredEvent& event) -> Result<std::vector<Addressed>> {
        if (event.type != "news.tested") return std::vector<Addressed>{};
        const std::vector<std::string> people{kari.id, "nobody"};
        return std::vector<Addressed>{{{"organisation", "4601"}, "En høring", "/hearings/2026-1", people},
                                      {{"organisation", "4602"}, "En høring", "/hearings/2026-1", people}};
    };
    happen(world.system);
    run_background();
    run_background();

    auto reader = *world.database->reader();
    EXPECT_EQ(store::notices_of(*reader, {{"organisation", "4601"}}, 50)->size(), 1U);
    EXPECT_EQ(store::notices_of(*reader, {{"organisation", "4602"}}, 50)->size(), 1U);
    ASSERT_EQ(sent.size(), 2U) << "the confirmation, and one mail to Kari though she acts for both";
    EXPECT_NE(sent.back().text.find("/hearings/2026-1"), std::string::npos);

    const auto& link = sent.back().unsubscribe_url;
    ASSERT_TRUE(unsubscribe(world.services, link.substr(link.rfind('/') + 1)));
    happen(world.system);
    run_background();
    EXPECT_EQ(sent.size(), 2U) << "she ended mail";
}

TEST_P(Following, MailsOnlyToAnAddressThatWasConfirmed) {
    ASSERT_TRUE(follow_case(kari));
    ASSERT_TRUE(set_address(world.services, outside, kari, "kari@example.org", i18n::Language::nb));
    happen(world.system);
    run_background();
    ASSERT_EQ(sent.size(), 1U) << "the confirmation, and no notice";
    ASSERT_TRUE(confirm_address(world.services, token()));
    happen(world.system);
    run_background();
    ASSERT_EQ(sent.size(), 2U);
    EXPECT_EQ(sent.back().to, "kari@example.org");
    EXPECT_NE(sent.back().unsubscribe_url.find("/mail/unsubscribe/"), std::string::npos);
}

TEST_P(Following, PutsAsideAtOnceWhatAServerRefusesForGood) {
    ASSERT_TRUE(set_address(world.services, outside, kari, "kari@example.org", i18n::Language::nb));
    outside.send = [](const mail::Message&) -> Result<void> { return platform::mail_refused.error({{"code", 550}}); };
    run_background();

    auto reader = *world.database->reader();
    const auto dead = *jobs::dead_jobs(*reader, 10);
    ASSERT_EQ(dead.size(), 1U);
    EXPECT_EQ(dead.front().attempts, 1);
    EXPECT_NE(dead.front().failure.find("platform.mail_refused"), std::string::npos) << dead.front().failure;
}

TEST_P(Following, TriesAgainLaterWhenAServerIsAway) {
    ASSERT_TRUE(set_address(world.services, outside, kari, "kari@example.org", i18n::Language::nb));
    outside.send = [](const mail::Message&) -> Result<void> { return platform::mail_unavailable.error(); };
    run_background();

    auto reader = *world.database->reader();
    EXPECT_EQ(jobs::count_jobs(*reader)->at(jobs::State::queued), 1);
}

TEST_P(Following, MailsNothingMoreAfterUnsubscribing) {
    ASSERT_TRUE(follow_case(kari));
    ASSERT_TRUE(set_address(world.services, outside, kari, "kari@example.org", i18n::Language::nb));
    run_background();
    const auto link = token();
    ASSERT_TRUE(confirm_address(world.services, link));
    ASSERT_TRUE(unsubscribe(world.services, link));
    happen(world.system);
    run_background();
    EXPECT_EQ(sent.size(), 1U);
    EXPECT_EQ(notices(kari), 1U) << "the page still tells";
}

TEST_P(Following, OnBehalfOfAnOrganisationNeedsOneAndTheRight) {
    EXPECT_EQ(follow_case(kari, true).error().code, "news.no_organisation");
    kari.organisation_id = "4601";
    EXPECT_EQ(follow_case(kari, true).error().code, "platform.right_missing");
    kari.grants = {{"news.follow_for", "4601"}};
    EXPECT_TRUE(follow_case(kari, true));
}

TEST_P(Following, OfAnOrganisationIsHiddenFromWhoMayNotFollowForIt) {
    kari.organisation_id = "4601";
    kari.grants = {{"news.follow_for", "4601"}};
    ASSERT_TRUE(follow_case(kari, true));
    happen(world.system);
    run_background();
    auto clerk = kari;
    clerk.id = "clerk";
    clerk.grants = {{"dispatch.read_post", "4601"}};
    EXPECT_EQ(notices(clerk), 0U);
    ASSERT_TRUE(world.database->write([&](db::Transaction& transaction) {
        return store::mark_read(transaction, followers_of(clerk), world.clock.now());
    }));
    EXPECT_EQ(notices(kari), 1U);
    const auto reader = *world.database->reader();
    EXPECT_FALSE(store::notices_of(*reader, followers_of(kari), 50)->front().read_at) << "nobody has read it yet";
}

TEST_P(Following, ByAClientIsForItsOrganisationAlways) {
    Principal client;
    client.kind = PrincipalKind::client;
    client.id = "client:abc";
    client.organisation_id = "4601";
    EXPECT_EQ(follow_case(client).error().code, "platform.right_missing");
    client.grants = {{"news.follow_for", "4601"}, {std::string{::right::logged_in.name}, "4601"}};
    EXPECT_TRUE(follow_case(client));
    auto reader = *world.database->reader();
    EXPECT_EQ(store::follows_of(*reader, {"organisation", "4601"})->size(), 1U);
    EXPECT_EQ(store::follows_of(*reader, {"person", "client:abc"})->size(), 0U);
    EXPECT_EQ(set_address(world.services, outside, client, "a@b.example", i18n::Language::nb).error().code,
              "platform.right_missing");
}

TEST_P(Following, IsEndedByWhoeverBeganIt) {
    const auto id = *follow_case(kari);
    Principal ola = kari;
    ola.id = "ola";
    const auto end = [&](const Principal& who) {
        return world.database->write([&](db::Transaction& transaction) {
            return stop_following(transaction, world.services, who, id, world.clock.now());
        });
    };
    EXPECT_EQ(end(ola).error().code, "news.follow_not_found");
    EXPECT_TRUE(end(kari));
    EXPECT_EQ(end(kari).error().code, "news.follow_not_found");
}

TEST_P(Following, RefusesWhatIsNoAddressAndLinksThatNobodyWasSent) {
    for (const auto* text : {"kari", "kari@", "@example.org", "a b@example.org", "kari@example", "a@b@example.org",
                             "<kari@example.org>"}) {
        EXPECT_EQ(set_address(world.services, outside, kari, text, i18n::Language::nb).error().code,
                  "news.address_faulty")
            << text;
    }
    EXPECT_EQ(confirm_address(world.services, "x").error().code, "news.link_unknown");
    EXPECT_EQ(unsubscribe(world.services, "x").error().code, "news.link_unknown");
}

TEST_P(Following, ThroughThePagesLeadsBackToWhatIsFollowed) {
    world::Browser browser{world, [&](http::Router& router) { add_routes(router, outside); }};
    const auto followed = browser.post("/follows", {{"subjectKind", "case"}, {"subjectId", "1"}}, kari);
    EXPECT_EQ(followed.status, 303);
    const auto unknown = browser.send_json("POST", "/follows", R"({"subjectKind":"case","subjectId":"2"})", kari);
    EXPECT_EQ(unknown.status, 404);
    EXPECT_NE(unknown.body.find("news.subject_unknown"), std::string::npos);
    EXPECT_NE(browser.get("/me/following", kari).body.find("Felles søknad"), std::string::npos);
}
