// A system that asks more often than it was allowed is told to wait, in the words of its own protocol.
#include "dispatch/domain/allowance.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/tests/post_world.hpp"

#include <fmt/format.h>

using namespace std::chrono_literals;

namespace {

class Rates : public post::Office {
protected:
    void limit(std::string_view table, std::int64_t per_minute) {
        const auto done = world.database->write([&](db::Transaction& transaction) {
            return transaction.execute(fmt::format("UPDATE {} SET requests_per_minute = $1", table), {per_minute});
        });
        EXPECT_TRUE(done);
    }
};
EACH_DATABASE(Rates);

} // namespace

TEST_P(Rates, AreNoneUnlessSet) {
    for (int i = 0; i < 200; ++i)
        ASSERT_EQ(ask("GET", "/dispatches/retention").status, 200);
}

TEST_P(Rates, AnAccountIsToldToWaitInTheWordsOfEachProtocol) {
    limit("dispatch_account", 4);
    const auto* types = "/tjenester/api/forsendelse/v1/forsendelseTyper";
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(ask("GET", types).status, 200);
    const auto v1 = ask("GET", types);
    EXPECT_EQ(v1.status, 429);
    EXPECT_EQ(v1.header("retry-after"), "15");
    EXPECT_EQ(json::parse(v1.body)->text_of("errorcode"), "RATE_EXCEEDED") << v1.body;
    const auto own = ask("GET", "/dispatches/retention");
    EXPECT_EQ(own.status, 429);
    EXPECT_EQ(own.header("retry-after"), "15");
    EXPECT_EQ(json::parse(own.body)->text_of("code"), dispatch::rate_exceeded.name);
    world.clock.advance(15s);
    EXPECT_EQ(ask("GET", types).status, 200);
    EXPECT_EQ(ask("GET", types).status, 429);
    open_account("en annen");
    EXPECT_EQ(ask("GET", types, {}, {}, post::basic("en annen", post::secret)).status, 200);
}

TEST_P(Rates, AnIntegrationIsCountedByItself) {
    const auto headers = integration_headers(open_integration({}));
    limit("dispatch_integration", 1);
    const auto types = [&] { return ask("GET", "/api/v2/forsendelsestyper", {}, {}, {}, headers); };
    EXPECT_NE(types().status, 429);
    const auto refused = types();
    EXPECT_EQ(refused.status, 429) << refused.body;
    EXPECT_EQ(refused.header("retry-after"), "60");
    EXPECT_EQ(json::parse(refused.body)->text_of("errorCode"), "RATE_EXCEEDED");
}

TEST(Allowances, NeverGiveMoreThanTheyHold) {
    dispatch::Allowances allowances;
    Instant now{};
    int spent = 0;
    for (int second = 0; second < 600; ++second) {
        now += 1s;
        for (int i = 0; i < 10; ++i)
            spent += allowances.spend("a", 30, now) ? 0 : 1;
    }
    EXPECT_LE(spent, 30 + 30 * 10);
    EXPECT_GE(spent, 30 * 10);
    EXPECT_FALSE(allowances.spend("b", 30, now));
    EXPECT_FALSE(allowances.spend("a", 0, now));
    // A clock that is set back gives nothing and takes nothing.
    EXPECT_TRUE(allowances.spend("a", 30, now - 1h));
}
