// Certificates of receivers: withdrawn at once, and told of before they run out.
#include "dispatch/domain/errors.hpp"
#include "dispatch/jobs/tend_post.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/crypto/certificate.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace {

using namespace std::chrono_literals;
constexpr auto fetching = "/tjenester/svarinn/mottaker/hentNyeForsendelser";

class Certificates : public post::Office {
protected:
    world::Browser browser{world, [this](http::Router& routes) { dispatch::add_routes(routes, office); }};
    Principal keeper = with_right(dispatch::right::keep_systems.name);
    Principal operator_ = with_right(dispatch::right::see_receivers.name);
    dispatch::ReceiverId receiver = open_receiver("mottak", post::receivers_key().certificate_pem);
    std::string path = "/post-systems/receivers/" + receiver.to_string();

    Principal with_right(std::string_view right) const {
        auto somebody = world::World::person("Jorunn", {});
        somebody.organisation_id = ks.to_string();
        somebody.grants = {{std::string{right}, ks.to_string()}};
        return somebody;
    }
    http::Response as_receiver(std::string_view method, const std::string& at) {
        return ask(method, at, {}, {}, post::basic("mottak", post::secret));
    }
    http::Response set(const std::string& pem) {
        std::string text;
        for (const char letter : pem)
            letter == '\n' ? text += "\\n" : text += letter;
        return browser.send_json("POST", path + "/certificate", fmt::format(R"({{"certificate":"{}"}})", text), keeper);
    }
    int withdraw(const Principal& who) {
        return browser.send_json("POST", path + "/certificate/withdrawal", "", who).status;
    }
    std::int64_t told_of(std::string_view type) {
        const auto lease = world.database->reader();
        const auto events = world.journal->after(**lease, 0, 1000);
        return std::ranges::count(*events, type, &journal::StoredEvent::type);
    }
    void tend_at(Instant when) {
        world.clock.advance(std::chrono::duration_cast<std::chrono::seconds>(when - world.clock.now()));
        const auto tended = dispatch::tend_post(office);
        EXPECT_TRUE(tended) << describe(tended.error());
    }
    json::Value uneasy() {
        const auto answer = browser.get("/silent-receivers.json", operator_);
        EXPECT_EQ(answer.status, 200) << answer.body;
        const auto value = json::parse(answer.body);
        return *value->find("certificates");
    }
};
EACH_DATABASE(Certificates);

} // namespace

TEST_P(Certificates, OnceWithdrawnPostWaitsForANewOne) {
    const auto id = sent_to_organisation("Vedtak");
    ASSERT_NE(as_receiver("GET", fetching).body.find(id), std::string::npos);
    EXPECT_EQ(withdraw(with_right("dispatch.read_post")), 403);

    EXPECT_EQ(withdraw(keeper), 204);
    EXPECT_EQ(withdraw(keeper), 204);

    EXPECT_EQ(told_of("dispatch.certificate_withdrawn"), 1);
    EXPECT_EQ(as_receiver("GET", fetching).body, "[]");
    const auto refused = as_receiver("GET", "/tjenester/svarinn/forsendelse/" + id);
    EXPECT_EQ(refused.status, 400) << refused.body;
    EXPECT_NE(refused.body.find("WITHDRAWN_CERTIFICATE"), std::string::npos) << refused.body;
    const auto another = sent_to_organisation("Et til");
    EXPECT_EQ(status_of(another), status_of(id)) << "it waits too";
    EXPECT_EQ(uneasy().array()->size(), 1U);
    EXPECT_NE(browser.get(path, keeper).body.find("Posten venter til"), std::string::npos);
    const auto again = set(post::receivers_key().certificate_pem);
    EXPECT_EQ(again.status, 422);
    EXPECT_NE(again.body.find(dispatch::withdrawn_certificate.name), std::string::npos) << again.body;

    const auto fresh = crypto::make_cms_key("Nytt mottak", 1);
    EXPECT_EQ(set(fresh.certificate_pem).status, 204);

    EXPECT_EQ(uneasy().array()->size(), 0U);
    EXPECT_NE(as_receiver("GET", fetching).body.find(another), std::string::npos);
    const auto package = as_receiver("GET", "/tjenester/svarinn/forsendelse/" + id);
    EXPECT_EQ(package.status, 200);
}

TEST_P(Certificates, OnceWithdrawnAndNeverReplacedPostGoesItsNextWay) {
    const auto id = sent_to_organisation("Vedtak");
    EXPECT_EQ(withdraw(keeper), 204);
    tend_at(world.clock.now() + 24h * 13);
    EXPECT_EQ(stored(id)->channel, dispatch::Channel::receiver);

    tend_at(world.clock.now() + 24h * 2);

    EXPECT_EQ(stored(id)->channel, dispatch::Channel::mailbox);
}

TEST_P(Certificates, ThatRunOutAreToldOfBeforeAndAfter) {
    const auto end = *crypto::end_of_certificate(post::receivers_key().certificate_pem);
    tend_at(end - 24h * 31);
    EXPECT_EQ(told_of("dispatch.certificate_ending"), 0);
    EXPECT_EQ(uneasy().array()->size(), 0U);

    tend_at(end - 24h * 29);
    tend_at(end - 24h * 28);
    EXPECT_EQ(told_of("dispatch.certificate_ending"), 1);
    EXPECT_EQ(uneasy().array()->size(), 1U);
    EXPECT_NE(browser.get(path, keeper).body.find("Sertifikatet går snart ut"), std::string::npos);
    EXPECT_NE(browser.get("/silent-receivers", operator_).body.find("Går snart ut"), std::string::npos);

    tend_at(end + 1h);
    tend_at(end + 2h);
    EXPECT_EQ(told_of("dispatch.certificate_ending"), 1);
    EXPECT_EQ(told_of("dispatch.certificate_ended"), 1);
    EXPECT_NE(browser.get(path, keeper).body.find("Sertifikatet har gått ut"), std::string::npos);
    const auto id = sent_to_organisation("Vedtak");
    EXPECT_EQ(as_receiver("GET", "/tjenester/svarinn/forsendelse/" + id).status, 200) << "post goes on all the same";
    const auto refused = set(post::receivers_key().certificate_pem);
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(refused.body.find(dispatch::outdated_certificate.name), std::string::npos) << refused.body;
}
