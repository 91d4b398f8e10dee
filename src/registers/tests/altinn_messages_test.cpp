// The client and Altinn for development speak with each other, and with what goes wrong between them.
#include "platform/crypto/jose.hpp"
#include "platform/errors.hpp"
#include "registers/domain/altinn_form.hpp"
#include "registers/testing/altinn_wire.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;

const json::Value& altinn_askers_key() {
    static const auto key = crypto::make_signing_key("RSA", "nøkkel");
    return key;
}

class AltinnMessages : public ::testing::Test {
protected:
    ManualClock clock{Instant{1'772'614'800s}};
    std::unique_ptr<Random> random = make_seeded_random(1);
    registers::DevelopmentAltinn server{{altinn_wire::claims_of, {"post", "taushetsbelagt"}, *random, 60s}};
    registers::AltinnMessages altinn{{std::string{altinn_wire::address}, "post", "taushetsbelagt", "nøkkel",
                                      altinn_wire::grant(altinn_askers_key())},
                                     clock,
                                     *random,
                                     [this](const net::Request& request) { return answer_to(request); }};
    int status = 0; ///< What Altinn answers to everything but tokens; 0: as it should.
    int token_status = 0;
    std::optional<std::string> body; ///< What it answers instead, with 200.
    bool is_lost_on_the_way_back = false;
    std::vector<net::Request> asked;

    Result<net::Answer> answer_to(const net::Request& request) {
        asked.push_back(request);
        if (auto said = altinn_wire::issuer_answer(request)) return *std::move(said);
        const bool is_about_token = request.url.ends_with("/exchange/maskinporten");
        if (is_about_token && token_status != 0) return net::Answer{token_status, {}, {}};
        if (!is_about_token && status != 0) return net::Answer{status, {}, {}};
        auto answer = altinn_wire::answer_to(server, request, clock.now());
        if (is_about_token) return answer;
        if (is_lost_on_the_way_back) return platform::outside_unreachable.error({{"url", ""}, {"why", "brudd"}});
        if (body) return net::Answer{200, *body, {}};
        return answer;
    }
    [[nodiscard]] int times_asked(std::string_view end) const {
        return static_cast<int>(
            std::ranges::count_if(asked, [&](const net::Request& each) { return each.url.ends_with(end); }));
    }
    static registers::AltinnLetter letter() {
        registers::AltinnLetter written;
        written.id = "0198c0de-0000-7000-8000-000000000001";
        written.sender_name = "Eksempel kommune";
        written.identity_number = "13814520077";
        written.title = "Vedtak";
        written.body = "Brevet ligger ved.";
        written.notice = {"Brev", "Du har fått et brev.", "Du har fått et brev."};
        written.documents = {{"vedtak \"1\".pdf", "Vedtak", std::string(100'000, 'p')}, {"kart.pdf", "Kart", "%PDF"}};
        return written;
    }
    std::string_view failure(const registers::AltinnLetter& given) {
        const auto sent = altinn.send(given);
        return sent ? std::string_view{} : sent.error().code;
    }
};

} // namespace

TEST_F(AltinnMessages, AreTakenWholeAndOnce) {
    const auto first = altinn.send(letter());
    ASSERT_TRUE(first) << describe(first.error());
    const auto again = altinn.send(letter());
    ASSERT_TRUE(again) << describe(again.error());
    EXPECT_EQ(*first, *again) << "the second attempt is the same message";
    const auto messages = server.messages();
    ASSERT_EQ(messages.size(), 1U);
    EXPECT_EQ(messages[0].id, *first);
    EXPECT_EQ(messages[0].recipient, "urn:altinn:person:identifier-no:13814520077");
    EXPECT_EQ(messages[0].sender_name, "Eksempel kommune");
    EXPECT_EQ(messages[0].files, (std::vector<std::string>{"vedtak _1_.pdf", "kart.pdf"}));
    EXPECT_EQ(messages[0].contents[0], std::string(100'000, 'p'));
    EXPECT_EQ(messages[0].resource, "post");
}

TEST_F(AltinnMessages, ThatAreConfidentialGoUnderAResourceOfTheirOwn) {
    auto secret = letter();
    secret.is_confidential = true;
    secret.identity_number.clear();
    secret.organisation_number = "971032146";
    EXPECT_EQ(failure(secret), "");
    EXPECT_EQ(server.messages()[0].resource, "taushetsbelagt");
    EXPECT_TRUE(server.messages()[0].is_confidential);
    EXPECT_EQ(server.messages()[0].recipient, "urn:altinn:organization:identifier-no:971032146");
    EXPECT_TRUE(*altinn.find(secret.id, true));
    EXPECT_FALSE(*altinn.find(secret.id, false));
}

TEST_F(AltinnMessages, AreFoundByWhatTheSenderCallsThem) {
    EXPECT_FALSE(*altinn.find(letter().id, false));
    is_lost_on_the_way_back = true;
    EXPECT_EQ(failure(letter()), platform::outside_unreachable.name);
    is_lost_on_the_way_back = false;
    clock.advance(11s);
    const auto known = altinn.find(letter().id, false);
    ASSERT_TRUE(known) << describe(known.error());
    EXPECT_EQ(*known, server.messages()[0].id);
}

TEST_F(AltinnMessages, TellHowFarTheyHaveCome) {
    const auto message = altinn.send(letter());
    ASSERT_TRUE(message);
    EXPECT_EQ(*altinn.state(*message), registers::AltinnState::published);
    clock.advance(60s);
    EXPECT_EQ(*altinn.state(*message), registers::AltinnState::read);
    using enum registers::AltinnState;
    for (const auto& [word, state] :
         {std::pair{"ReadyForPublish", waiting}, std::pair{"Fetched", published}, std::pair{"Confirmed", read},
          std::pair{"PurgedByRecipient", read}, std::pair{"Reserved", reserved}, std::pair{"Failed", failed},
          std::pair{"PurgedByAltinn", failed}}) {
        server.set_status(word);
        EXPECT_EQ(*altinn.state(*message), state) << word;
    }
    EXPECT_EQ(altinn.state("0198c0de-0000-7000-8000-00000000dead").error().code, registers::altinn_refused.name);
}

TEST_F(AltinnMessages, AreAskedForWithATokenOfAltinnsThatIsKeptWhileItLasts) {
    EXPECT_EQ(failure(letter()), "");
    EXPECT_TRUE(altinn.find(letter().id, false));
    EXPECT_EQ(times_asked("/exchange/maskinporten"), 1);
    const auto& last = asked.back();
    EXPECT_TRUE(std::ranges::find(last.headers, std::pair<std::string, std::string>{"ocp-apim-subscription-key",
                                                                                    "nøkkel"}) != last.headers.end());
    clock.advance(30min);
    EXPECT_TRUE(altinn.find(letter().id, false));
    EXPECT_EQ(times_asked("/exchange/maskinporten"), 2);
    status = 401;
    EXPECT_EQ(altinn.find(letter().id, false).error().code, registers::altinn_unavailable.name);
    status = 0;
    EXPECT_TRUE(altinn.find(letter().id, false));
    EXPECT_EQ(times_asked("/exchange/maskinporten"), 3) << "one that was refused is not used again";
}

TEST_F(AltinnMessages, AreHeldWhileThereIsNoToken) {
    token_status = 403;
    EXPECT_EQ(failure(letter()), registers::token_not_given.name);
    token_status = 503;
    EXPECT_EQ(failure(letter()), registers::altinn_unavailable.name);
    EXPECT_TRUE(server.messages().empty());
}

TEST_F(AltinnMessages, ThatAreRefusedAreNotTriedAgainAndThoseThatAreNotTakenNowAre) {
    for (const int refused : {400, 403, 404, 413}) {
        status = refused;
        EXPECT_EQ(failure(letter()), registers::altinn_refused.name) << refused;
    }
    status = 422;
    EXPECT_EQ(failure(letter()), registers::altinn_recipient_reserved.name);
    for (const int away : {401, 408, 425, 429, 500, 503}) {
        status = away;
        EXPECT_EQ(failure(letter()), registers::altinn_unavailable.name) << away;
        EXPECT_EQ(altinn.state(letter().id).error().code, registers::altinn_unavailable.name) << away;
        clock.advance(11s);
    }
}

TEST_F(AltinnMessages, LeaveAnAltinnThatIsAwayAlone) {
    status = 503;
    EXPECT_FALSE(altinn.find(letter().id, false));
    const auto before = asked.size();
    EXPECT_FALSE(altinn.find(letter().id, false));
    EXPECT_EQ(asked.size(), before);
}

TEST_F(AltinnMessages, AreNotBelievedToBeSentByHalfAnAnswer) {
    for (const auto* half :
         {"", "{", "{}", "[]", R"({"correspondences":[]})", R"({"correspondences":[{"correspondenceId":"nei"}]})"}) {
        body = half;
        EXPECT_EQ(failure(letter()), registers::answer_unreadable.name) << half;
    }
    for (const auto* half :
         {"", "{}", R"({"ids":["a"]})", R"({"ids":[7]})",
          R"({"ids":["0198c0de-0000-7000-8000-00000000000a","0198c0de-0000-7000-8000-00000000000b"]})"}) {
        body = half;
        EXPECT_EQ(altinn.find(letter().id, false).error().code, registers::answer_unreadable.name) << half;
    }
    for (const auto* half : {"", "{}", R"({"status":"Nytt"})", R"({"status":4})"}) {
        body = half;
        EXPECT_EQ(altinn.state(letter().id).error().code, registers::answer_unreadable.name) << half;
    }
}

TEST_F(AltinnMessages, KeepWithinAltinnsBounds) {
    auto long_one = letter();
    long_one.title = std::string(254, 't') + "ø";
    long_one.notice.text_message = std::string(400, 's');
    const auto form = registers::altinn_form(long_one, "post", "grense");
    EXPECT_NE(form.find("\r\n\r\n" + std::string(254, 't') + "\r\n"), std::string::npos) << "cut between characters";
    EXPECT_NE(form.find("\r\n\r\n" + std::string(160, 's') + "\r\n"), std::string::npos);
    EXPECT_EQ(form.find("filename=\"vedtak \"1"), std::string::npos);
}

TEST_F(AltinnMessages, ForDevelopmentTakeNothingThatIsOutOfOrder) {
    EXPECT_EQ(failure(letter()), "");
    const auto sent = *std::ranges::find_if(
        asked, [](const net::Request& each) { return each.method == "POST" && each.url.ends_with("upload"); });
    std::string type, authorization;
    for (const auto& [name, value] : sent.headers) {
        if (name == "content-type") type = value;
        if (name == "authorization") authorization = value;
    }
    const auto code = [&](std::string_view with, const std::string& content_type, const std::string& text) {
        const auto taken = server.take(with, content_type, text, clock.now());
        return taken ? std::string_view{} : taken.error().code;
    };
    const auto changed = [&](std::string_view from, std::string_view to) {
        auto text = sent.body;
        return text.replace(text.find(from), from.size(), to);
    };
    EXPECT_EQ(code("Bearer t", type, sent.body), registers::token_refused.name) << "Maskinporten's own";
    EXPECT_EQ(code(authorization, "text/plain", sent.body), registers::altinn_message_faulty.name);
    EXPECT_EQ(code(authorization, type, sent.body.substr(0, 500)), registers::altinn_message_faulty.name);
    for (const auto& [from, to] : {std::pair{"identifier-no:13814520077", "identifier-no:1381452007"},
                                   std::pair{"\r\n\r\npost\r\n", "\r\n\r\nukjent\r\n"},
                                   std::pair{"attachments[1].fileName", "attachments[2].fileName"},
                                   std::pair{"\r\n\r\n0198c0de-0000", "\r\n\r\n0198c0de-000x"},
                                   std::pair{"\r\n\r\nVedtak\r\n", "\r\n\r\n\r\n"}}) {
        EXPECT_EQ(code(authorization, type, changed(from, to)), registers::altinn_message_faulty.name) << from;
    }
    EXPECT_EQ(code(authorization, type, sent.body), registers::altinn_message_taken.name);
    const auto missing = server.details(authorization, "0198c0de-0000-7000-8000-00000000dead", clock.now());
    EXPECT_EQ(missing.error().code, registers::altinn_message_missing.name);
    EXPECT_EQ(server.exchange("Bearer x", clock.now()).error().code, registers::token_refused.name);
    clock.advance(31min);
    EXPECT_EQ(code(authorization, type, sent.body), registers::token_refused.name) << "it has ended";
}
