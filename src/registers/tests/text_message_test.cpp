#include "registers/text_message.hpp"

#include "platform/errors.hpp"
#include "registers/errors.hpp"

namespace {

/// A gateway that answers with a status, and what it was asked.
struct Gateway {
    explicit Gateway(int status) : answer{status} {}
    Result<void> send() {
        return registers::send_text_message(
            {"https://gateway.example/send", "hemmelig", "Samband"}, {"7 arrival", "+4790000000", "Hei æ"},
            [this](const net::Request& request) -> Result<net::Answer> {
                asked = request;
                if (answer == 0) {
                    return platform::outside_unreachable.error({{"url", request.url}, {"why", "borte"}});
                }
                return net::Answer{answer, {}, {}};
            });
    }
    int answer;
    net::Request asked;
};

} // namespace

TEST(TextMessage, IsHandedOverWithItsIdAndTheSecretInAHeader) {
    Gateway gateway{202};
    ASSERT_TRUE(gateway.send());
    EXPECT_EQ(gateway.asked.method, "POST");
    EXPECT_EQ(gateway.asked.url, "https://gateway.example/send");
    const std::pair<std::string, std::string> secret{"x-api-key", "hemmelig"};
    EXPECT_NE(std::ranges::find(gateway.asked.headers, secret), gateway.asked.headers.end());
    EXPECT_EQ(gateway.asked.body, R"({"id":"7 arrival","from":"Samband","to":"+4790000000","text":"Hei æ"})");
}

TEST(TextMessage, IsTriedAgainOnlyWhenThatMayHelp) {
    for (const int status : {0, 100, 408, 425, 429, 500, 503}) {
        const auto sent = Gateway{status}.send();
        ASSERT_FALSE(sent) << status;
        EXPECT_EQ(sent.error().code, registers::text_message_unavailable.name) << status;
    }
    for (const int status : {301, 400, 401, 403, 404, 422}) {
        const auto sent = Gateway{status}.send();
        ASSERT_FALSE(sent) << status;
        EXPECT_EQ(sent.error().code, registers::text_message_refused.name) << status;
        EXPECT_EQ(describe(sent.error()).find("90000000"), std::string::npos);
    }
}
