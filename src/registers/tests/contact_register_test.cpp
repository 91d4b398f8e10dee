// The contact register's protocol, from the client's side: what is asked, what is believed, what is not.
#include "registers/contact_register.hpp"

#include "platform/crypto/jose.hpp"
#include "platform/errors.hpp"
#include "registers/domain/contact_answer.hpp"
#include "registers/errors.hpp"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;

constexpr std::string_view kari = "13814520077";

const json::Value& signing_key() {
    static const auto key = crypto::make_signing_key("RSA", "nøkkel");
    return key;
}

class ContactRegister : public ::testing::Test {
protected:
    ManualClock clock{Instant{1'772'614'800s}};
    std::unique_ptr<Random> random = make_seeded_random(1);
    Result<net::Answer> give_token(const net::Request& request) {
        if (request.method == "GET") {
            return net::Answer{
                200, R"({"issuer":"https://i.example/","token_endpoint":"https://i.example/token"})", {}};
        }
        return net::Answer{200, fmt::format(R"({{"access_token":"t{}","expires_in":120}})", ++tokens), {}};
    }
    Result<net::Answer> answer(const net::Request& request) {
        asked.push_back(request);
        if (failure) return *failure;
        return net::Answer{refusals-- > 0 ? 401 : status, body, headers};
    }
    registers::ContactRegister contacts{
        "https://register.example",
        std::make_shared<registers::TokenClient>(
            registers::TokenGrant{
                "https://i.example/", "klient", signing_key(), std::string{registers::ContactRegister::scopes}, {}},
            clock, *random, [this](const net::Request& request) { return give_token(request); }),
        clock, [this](const net::Request& request) { return answer(request); }};
    std::vector<net::Request> asked;
    std::optional<Error> failure;
    std::map<std::string, std::string> headers;
    int tokens = 0, refusals = 0, status = 200;
    std::string body =
        R"({"personer":[{"personidentifikator":"13814520077","reservasjon":"NEI","status":"AKTIV",)"
        R"("varslingsstatus":"KAN_VARSLES","kontaktinformasjon":{"epostadresse":"kari@eksempel.example",)"
        R"("mobiltelefonnummer":"+4790000000"},"spraak":"nn","digital_post":{"postkasseadresse":"kari#1",)"
        R"("postkasseleverandoeradresse":"984661185"},"sertifikat":"-----BEGIN CERTIFICATE-----"}]})";
};

Result<registers::Contact> read(std::string_view person) {
    const std::string number{kari};
    auto found = registers::contacts_in(
        fmt::format(R"({{"personer":[{{"personidentifikator":"{}",{}}}]}})", kari, person), {&number, 1});
    if (!found) return found.error();
    return found->front();
}

} // namespace

TEST_F(ContactRegister, AsksWithATokenAndReadsWhatItIsTold) {
    const auto contact = contacts.find(kari);
    ASSERT_TRUE(contact) << describe(contact.error());
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].method, "POST");
    EXPECT_EQ(asked[0].url, "https://register.example/rest/v2/personer");
    EXPECT_EQ(asked[0].body, R"({"personidentifikatorer":["13814520077"]})");
    const std::pair<std::string, std::string> token{"authorization", "Bearer t1"};
    EXPECT_EQ(asked[0].headers.front(), token);
    EXPECT_TRUE(contact->is_registered);
    EXPECT_FALSE(contact->is_reserved);
    EXPECT_EQ(contact->mail, "kari@eksempel.example");
    EXPECT_EQ(contact->mobile, "+4790000000");
    EXPECT_EQ(contact->language, "nn");
    ASSERT_TRUE(contact->mailbox);
    EXPECT_EQ(contact->mailbox->address, "kari#1");
    EXPECT_EQ(contact->mailbox->provider_number, "984661185");
}

TEST_F(ContactRegister, TriesAFreshTokenOnceWhenItsOwnIsRefused) {
    refusals = 1;
    EXPECT_TRUE(contacts.find(kari));
    EXPECT_EQ(tokens, 2);
    refusals = 5;
    const auto refused = contacts.find(kari);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, registers::register_unavailable.name);
    EXPECT_EQ(asked.size(), 4U);
}

TEST_F(ContactRegister, TellsNobodysNumberWhenItFails) {
    for (const int failed : {400, 403, 404, 429, 500, 503}) {
        status = failed;
        const auto found = contacts.find(kari);
        ASSERT_FALSE(found) << failed;
        EXPECT_EQ(found.error().code, registers::register_unavailable.name);
        EXPECT_EQ(found.error().kind, ErrorKind::unavailable);
        EXPECT_EQ(describe(found.error()).find(kari), std::string::npos);
        clock.advance(11s);
    }
    failure = platform::outside_unreachable.error({{"url", "https://register.example"}, {"why", "borte"}});
    EXPECT_EQ(contacts.find(kari).error().code, platform::outside_unreachable.name);
}

TEST_F(ContactRegister, IsLeftAloneForAWhileAfterItFailed) {
    status = 503;
    EXPECT_FALSE(contacts.find(kari));
    EXPECT_FALSE(contacts.find(kari));
    EXPECT_EQ(asked.size(), 1U);
    clock.advance(11s);
    headers["retry-after"] = "120";
    EXPECT_FALSE(contacts.find(kari));
    status = 200;
    clock.advance(119s);
    EXPECT_FALSE(contacts.find(kari));
    EXPECT_EQ(asked.size(), 2U);
    clock.advance(1s);
    EXPECT_TRUE(contacts.find(kari));
    headers["retry-after"] = "999999999999";
    status = 429;
    EXPECT_FALSE(contacts.find(kari));
    status = 200;
    clock.advance(5min);
    EXPECT_TRUE(contacts.find(kari)) << "nobody is waited for without end";
}

TEST_F(ContactRegister, BelievesNoAnswerThatIsNone) {
    for (const auto* odd :
         {"", "nei", "{}", R"({"personer":{}})", R"({"personer":[]})",
          R"({"personer":[{"personidentifikator":"26878810189","reservasjon":"NEI","status":"AKTIV"}]})",
          R"({"personer":[{"personidentifikator":"13814520077","status":"AKTIV"}]})",
          R"({"personer":[{"personidentifikator":"13814520077","reservasjon":"KANSKJE"}]})"}) {
        body = odd;
        const auto found = contacts.find(kari);
        ASSERT_FALSE(found) << odd;
        EXPECT_EQ(found.error().code, registers::answer_unreadable.name) << odd;
        EXPECT_EQ(describe(found.error()).find(kari), std::string::npos);
    }
}

TEST_F(ContactRegister, AsksForManyAtOnceAndKeepsTheirOrder) {
    body = R"({"personer":[{"personidentifikator":"b","reservasjon":"JA","status":"AKTIV"},)"
           R"({"personidentifikator":"a","reservasjon":"NEI","status":"IKKE_REGISTRERT"}]})";
    const std::vector<std::string> numbers{"a", "b"};
    const auto found = contacts.find_all(numbers);
    ASSERT_TRUE(found);
    EXPECT_FALSE(found->at(0).is_reserved);
    EXPECT_FALSE(found->at(0).is_registered);
    EXPECT_TRUE(found->at(1).is_reserved);
    EXPECT_TRUE(contacts.find_all({})->empty());
    EXPECT_EQ(asked.size(), 1U);
}

TEST(ContactAnswer, NotifiesOnlyThoseWhoCanBeNotified) {
    const std::string where = R"("kontaktinformasjon":{"epostadresse":"a@b.example","mobiltelefonnummer":"90000000"})";
    const auto active = read(R"("reservasjon":"NEI","status":"AKTIV","varslingsstatus":"KAN_VARSLES",)" + where);
    EXPECT_EQ(active->mail, "a@b.example");
    EXPECT_EQ(active->mobile, "+4790000000");
    EXPECT_EQ(read(R"("reservasjon":"NEI","status":"AKTIV","varslingsstatus":"KAN_IKKE_VARSLES",)" + where)->mail, "");
    EXPECT_EQ(read(R"("reservasjon":"NEI","status":"AKTIV",)" + where)->mobile, "");
    const auto deleted = read(R"("reservasjon":"JA","status":"SLETTET","varslingsstatus":"KAN_VARSLES",)" + where);
    EXPECT_EQ(deleted->mail, "");
    EXPECT_TRUE(deleted->is_reserved);
}

TEST(ContactAnswer, TakesOnlyAddressesThatCanBeSentTo) {
    for (const auto* bad : {"", "a", "@b", "a@", "a@b@c", "a b@c", "<a@b>", "a@b\r\nBcc: c@d", "å@b.example"})
        EXPECT_EQ(registers::usable_mail(bad), "") << bad;
    EXPECT_EQ(registers::usable_mail(std::string(250, 'a') + "@b.example"), "");
    EXPECT_EQ(registers::usable_mail("a.b+c@d.example"), "a.b+c@d.example");
    for (const auto* bad : {"", "9000000", "900000000", "+479000000x", "+1", "+1234567890123456", "900 00 00a"})
        EXPECT_EQ(registers::usable_mobile(bad), "") << bad;
    EXPECT_EQ(registers::usable_mobile("90 00 00 00"), "+4790000000");
    EXPECT_EQ(registers::usable_mobile("004790000000"), "+4790000000");
    EXPECT_EQ(registers::usable_mobile("+46 70 000 00 00"), "+46700000000");
}
