// Content goes when its time is out; what is under way stays, and receipts hold.
#include "dispatch/jobs/tend_post.hpp"
#include "dispatch/receipts.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace {

class Retention : public post::Office {
protected:
    void days_pass(int days) {
        world.clock.advance(std::chrono::hours{24 * days});
        const auto done = dispatch::tend_post(office);
        EXPECT_TRUE(done) << describe(done.error());
    }
    std::string read_one(std::string_view title, std::string_view account = "avsender") {
        const auto answer = ask("POST", "/tjenester/api/forsendelse/v1/sendForsendelse",
                                post::multipart({post::metadata(letter(title)), post::file("brev.pdf")}),
                                post::multipart_type, post::basic(account, post::secret));
        EXPECT_EQ(answer.status, 200) << answer.body;
        const std::string id{json::parse(answer.body)->text_of("id")};
        work();
        const auto read =
            fmt::format(R"({{"lestAvFodselsNummer":"{}","navnPaEksterntSystem":"Fagsystem","datoLest":1772614800000}})",
                        post::kari);
        EXPECT_EQ(ask("POST", "/tjenester/api/forsendelse/v1/" + id + "/settLest", read, "application/json",
                      post::basic(account, post::secret))
                      .status,
                  200);
        return id;
    }
    bool has_content(const std::string& id) { return stored(id)->wrapped_key.has_value(); }
    http::Response set(std::string_view days) {
        return ask("PUT", "/dispatches/retention", fmt::format(R"({{"days":{}}})", days), "application/json");
    }
};
EACH_DATABASE(Retention);

} // namespace

TEST_P(Retention, DestroysContentAfterItsTimeAndTheReceiptHolds) {
    const auto id = read_one("Vedtak");
    days_pass(89);
    EXPECT_TRUE(has_content(id));
    days_pass(2);
    EXPECT_FALSE(has_content(id));
    const auto receipt = ask("GET", "/dispatches/" + id + "/receipt").body;
    const auto report = dispatch::verify_receipt({receipt, ask("GET", "/receipt-keys").body, {}});
    EXPECT_TRUE(report.holds());
    EXPECT_EQ(report.status, "read");
    EXPECT_EQ(report.documents.size(), 1U);
    days_pass(1);
    const auto lease = world.database->reader();
    const auto events = world.journal->after(**lease, 0, 1000);
    EXPECT_EQ(std::ranges::count(*events, "dispatch.content_destroyed", &journal::StoredEvent::type), 1);
}

TEST_P(Retention, IsEachAccountsOwn) {
    open_account("en annen");
    const auto own = read_one("Vedtak");
    const auto others = read_one("Vedtak", "en annen");
    EXPECT_EQ(set("7").status, 200);
    EXPECT_EQ(ask("GET", "/dispatches/retention").body, R"({"days":7})");
    days_pass(8);
    EXPECT_FALSE(has_content(own));
    EXPECT_TRUE(has_content(others));
}

TEST_P(Retention, LeavesWhatIsUnderWay) {
    EXPECT_EQ(set("1").status, 200);
    const auto id = sent("Vedtak");
    work();
    days_pass(3);
    EXPECT_EQ(status_of(id), "VARSLET");
    EXPECT_TRUE(has_content(id));
}

TEST_P(Retention, HasBounds) {
    for (const auto* days : {"0", "-1", "3651"}) {
        const auto answer = set(days);
        EXPECT_EQ(answer.status, 422) << days;
        EXPECT_NE(answer.body.find(platform::number_out_of_range.name), std::string::npos) << answer.body;
    }
}

TEST_P(Retention, GoesThroughMoreThanFitInOneTurn) {
    EXPECT_EQ(set("1").status, 200);
    std::vector<std::string> all;
    for (int i = 0; i < 105; ++i) {
        all.push_back(sent(fmt::format("Vedtak {}", i)));
    }
    const auto read = world.database->write([](db::Transaction& transaction) {
        return transaction.execute("UPDATE dispatch_dispatch SET status = 'read', channel = 'mailbox'", {});
    });
    ASSERT_TRUE(read);
    days_pass(2);
    EXPECT_EQ(std::ranges::count_if(all, [&](const std::string& id) { return has_content(id); }), 0);
}
