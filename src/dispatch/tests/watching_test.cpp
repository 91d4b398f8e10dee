// Whoever watches a dispatch or an account is told that something happened, and can ask what.
#include "dispatch/announcer.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/tests/post_world.hpp"

#include <condition_variable>
#include <mutex>

using namespace std::chrono_literals;

namespace {

class Watching : public post::Office {
protected:
    world::Browser browser{world, [this](http::Router& routes) { dispatch::add_routes(routes, office); }};

    Principal worker() {
        auto somebody = world::World::person("Jorunn", {});
        somebody.organisation_id = ks.to_string();
        somebody.grants = {{std::string{dispatch::right::see_outbox.name}, somebody.organisation_id}};
        return somebody;
    }
    json::Value changes(std::string_view query) {
        const auto answer = ask("GET", "/dispatches/changes" + std::string{query});
        EXPECT_EQ(answer.status, 200) << answer.body;
        return *json::parse(answer.body);
    }
};
EACH_DATABASE(Watching);

/// Somebody who listens to a topic.
class Ear {
public:
    Ear(http::EventHub& hub, const std::string& topic) : entry_{hub.subscribe(topic)} {
        entry_.subscription->listen([this] {
            const std::lock_guard lock{mutex_};
            is_told_ = true;
            told_.notify_all();
        });
    }
    ~Ear() { entry_.subscription->stop_listening(); }
    Ear(const Ear&) = delete;
    Ear& operator=(const Ear&) = delete;
    bool hears() {
        std::unique_lock lock{mutex_};
        return told_.wait_for(lock, 10s, [this] { return is_told_; });
    }

private:
    http::EventHub::Entry entry_;
    std::mutex mutex_;
    std::condition_variable told_;
    bool is_told_ = false;
};

} // namespace

TEST_P(Watching, AChangeIsToldToWhoeverListensToTheDispatchOrItsAccount) {
    const auto id = sent("Vedtak");
    Ear page{*office.events, dispatch::dispatch_topic(id)};
    Ear system{*office.events, dispatch::account_topic(stored(id)->account_id.to_string())};
    const dispatch::Announcer announcer{office};
    work();
    EXPECT_TRUE(page.hears());
    EXPECT_TRUE(system.hears());
}

TEST_P(Watching, AnAccountListsWhatChangedSinceATime) {
    const auto first = sent("Først");
    work();
    world.clock.advance(1h);
    const auto since = to_string(world.clock.now());
    const auto second = sent("Annet");
    work();
    EXPECT_EQ(changes("").find("changes")->array()->size(), 2U);
    const auto later = changes("?since=" + since);
    ASSERT_EQ(later.find("changes")->array()->size(), 1U);
    const auto& change = later.find("changes")->array()->front();
    EXPECT_EQ(change.text_of("id"), second);
    EXPECT_EQ(change.text_of("status"), "notified");
    EXPECT_FALSE(*later.find("hasMore")->boolean());
    const std::string position{later.text_of("position")};
    EXPECT_EQ(changes("?after=" + position).find("changes")->array()->size(), 0U);
    EXPECT_EQ(changes("?after=" + position).text_of("position"), position);
    for (const auto* wrong : {"x", "1", "1.x", ".", "-1."})
        EXPECT_EQ(ask("GET", "/dispatches/changes?after=" + std::string{wrong}).status, 422) << wrong;
    open_account("en annen");
    const auto other = ask("GET", "/dispatches/changes", {}, {}, post::basic("en annen", post::secret));
    EXPECT_EQ(other.body, R"({"changes":[],"position":"","hasMore":false})");
}

TEST_P(Watching, ThePageIsWholeWithoutScriptsAndNamesWhatToListenTo) {
    const auto id = sent("Vedtak");
    work();
    const auto page = browser.get("/outbox/" + id, worker()).body;
    EXPECT_NE(page.find(R"(data-events="/outbox/)" + id + "/events\""), std::string::npos);
    EXPECT_NE(page.find("Lagt i mottakerens innboks"), std::string::npos);
    EXPECT_NE(page.find("Hent siden på nytt"), std::string::npos);
    const auto part = browser.get("/outbox/" + id + "/part", worker());
    EXPECT_EQ(part.status, 200);
    EXPECT_NE(part.body.find("live__part"), std::string::npos);
    EXPECT_EQ(part.body.find("SHA-256"), std::string::npos);
    auto stranger = worker();
    stranger.organisation_id = "0198c0de-0000-7000-8000-00000000c048";
    stranger.grants.front().scope = stranger.organisation_id;
    EXPECT_EQ(browser.get("/outbox/" + id + "/part", stranger).status, 404);
    EXPECT_EQ(browser.get("/outbox/" + id + "/events", stranger, {{"accept", "text/event-stream"}}).status, 404);
}

TEST_P(Watching, NobodyListensToTheDispatchesOfOthers) {
    const auto id = sent("Vedtak");
    open_account("en annen");
    const auto other = post::basic("en annen", post::secret);
    const world::Browser::Fields wanted{{"accept", "text/event-stream"}};
    EXPECT_EQ(ask("GET", "/dispatches/" + id + "/events", {}, {}, other, wanted).status, 404);
    const auto own = ask("GET", "/dispatches/" + id + "/events", {}, {}, post::basic("avsender", post::secret), wanted);
    EXPECT_EQ(own.status, 200);
    EXPECT_EQ(own.content_type, "text/event-stream");
    EXPECT_NE(own.body.find("event: changed"), std::string::npos);
    EXPECT_EQ(ask("GET", "/dispatches/events", {}, {}, other, wanted).status, 200);
}
