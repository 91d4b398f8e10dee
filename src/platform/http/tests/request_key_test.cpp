#include "platform/errors.hpp"
#include "platform/http/request_key.hpp"
#include "platform/testing/world.hpp"

#include <gtest/gtest.h>

using namespace http;

namespace {

class RequestSentTwice : public world::Test {
protected:
    Request request_with(std::string key, std::string title) {
        Request request;
        request.method = Method::post;
        request.path = "/cases";
        request.form.add("csrfToken", std::to_string(++tokens));
        request.form.add("requestKey", std::move(key));
        request.form.add("title", std::move(title));
        return request;
    }
    /// Makes "/cases/1", "/cases/2" …
    Result<std::string> send(const Request& request, const Principal& principal) {
        return world.database->write([&](db::Transaction& transaction) {
            return run_once(
                transaction, request, principal, world.clock.now(),
                [&](db::Transaction&) -> Result<std::string> { return "/cases/" + std::to_string(++made); });
        });
    }
    Principal kari = world::World::person("kari", {});
    int made = 0;
    int tokens = 0;
};
EACH_DATABASE(RequestSentTwice);

TEST_P(RequestSentTwice, CountsOnce) {
    EXPECT_EQ(*send(request_with("k1", "Plan"), kari), "/cases/1");
    EXPECT_EQ(*send(request_with("k1", "Plan"), kari), "/cases/1");
    EXPECT_EQ(made, 1);
}

TEST_P(RequestSentTwice, CountsTwiceWithoutAKeyOrWithAnother) {
    EXPECT_EQ(*send(request_with("", "Plan"), kari), "/cases/1");
    EXPECT_EQ(*send(request_with("", "Plan"), kari), "/cases/2");
    EXPECT_EQ(*send(request_with("k1", "Plan"), kari), "/cases/3");
    EXPECT_EQ(*send(request_with("k2", "Plan"), kari), "/cases/4");
}

TEST_P(RequestSentTwice, CountsForEachPrincipal) {
    EXPECT_EQ(*send(request_with("k1", "Plan"), kari), "/cases/1");
    EXPECT_EQ(*send(request_with("k1", "Plan"), world::World::person("ola", {})), "/cases/2");
}

TEST_P(RequestSentTwice, IsRefusedWithAnotherContent) {
    ASSERT_TRUE(send(request_with("k1", "Plan"), kari));
    EXPECT_EQ(send(request_with("k1", "Another"), kari).error().code, platform::request_key_reused.name);
    auto with_file = request_with("k1", "Plan");
    with_file.files.push_back({});
    EXPECT_EQ(send(with_file, kari).error().code, platform::request_key_reused.name);
}

TEST_P(RequestSentTwice, MayBeTriedAgainAfterItFailed) {
    const auto request = request_with("k1", "Plan");
    const auto failed = world.database->write([&](db::Transaction& transaction) {
        return run_once(transaction, request, kari, world.clock.now(),
                        [](db::Transaction&) -> Result<std::string> { return platform::bad_value.error(); });
    });
    EXPECT_EQ(failed.error().code, platform::bad_value.name);
    EXPECT_EQ(*send(request, kari), "/cases/1");
}

TEST_P(RequestSentTwice, IsRefusedWithAKeyThatIsNone) {
    EXPECT_EQ(send(request_with("a b", "Plan"), kari).error().code, platform::request_key_malformed.name);
    EXPECT_EQ(send(request_with(std::string(201, 'a'), "Plan"), kari).error().code,
              platform::request_key_malformed.name);
    EXPECT_TRUE(send(request_with(std::string(200, 'a'), "Plan"), kari));
}

TEST_P(RequestSentTwice, IsForgottenAfterAWeek) {
    ASSERT_TRUE(send(request_with("old", "Plan"), kari));
    world.clock.advance(request_key_age_max);
    ASSERT_TRUE(send(request_with("young", "Plan"), kari));
    world.clock.advance(std::chrono::seconds{1});

    const auto forgotten = world.database->write(
        [&](db::Transaction& transaction) { return forget_old_request_keys(transaction, world.clock.now()); });

    EXPECT_EQ(*forgotten, 1);
    EXPECT_EQ(*send(request_with("old", "Plan"), kari), "/cases/3");
    EXPECT_EQ(*send(request_with("young", "Plan"), kari), "/cases/2");
}

} // namespace
