#include "platform/mail/message.hpp"

#include "platform/crypto/encoding.hpp"
#include "platform/errors.hpp"
#include "platform/mail/tests/smtp_server.hpp"

using mail::compose;
using mail::Message;

static const mail::Envelope envelope{"samband@example.org", "1@example.org", *parse_instant("2026-03-04T09:00:00Z")};

static Message a_message() {
    return {"kari@example.org", "Nytt i «Felles søknad»", "Hei!\nSaken er vedtatt.\n", "nb",
            "https://example.org/mail/unsubscribe/x"};
}

TEST(Mail, HasTheHeadersThatReceiversAskFor) {
    const auto bytes = compose(a_message(), envelope);
    for (const auto* line :
         {"Date: Wed, 04 Mar 2026 09:00:00 +0000\r\n", "To: <kari@example.org>\r\n", "Message-ID: <1@example.org>\r\n",
          "List-Unsubscribe: <https://example.org/mail/unsubscribe/x>\r\n",
          "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n", "Content-Language: nb\r\n"}) {
        EXPECT_NE(bytes.find(line), std::string::npos) << line;
    }
}

TEST(Mail, KeepsItsLinesShort) {
    auto message = a_message();
    message.subject = std::string(300, 'x') + " blåbærsyltetøy og ærfugl på Røros";
    message.text = std::string(5000, 'y');
    const auto bytes = compose(message, envelope);
    for (std::size_t at = 0; at < bytes.size();) {
        const auto end = bytes.find("\r\n", at);
        ASSERT_NE(end, std::string::npos);
        EXPECT_LE(end - at, 78U);
        at = end + 2;
    }
}

TEST(Mail, CannotBeTalkedIntoAnotherHeader) {
    auto message = a_message();
    message.subject = "Hei\r\nBcc: alle@example.org";
    message.to = "kari@example.org>\r\nBcc: <alle@example.org";
    const auto bytes = compose(message, envelope);
    EXPECT_EQ(bytes.find("\nBcc:"), std::string::npos);
}

TEST(Mail, ReachesAServerThatSpeaksSmtp) {
    mail::tests::SmtpServer server;

    const auto sent = mail::send(server.url(), a_message(), envelope);

    ASSERT_TRUE(sent) << describe(sent.error());
    const auto received = server.received();
    EXPECT_EQ(received.sender, "<samband@example.org>");
    EXPECT_EQ(received.recipient, "<kari@example.org>");
    const auto body = received.message.substr(received.message.find("\r\n\r\n") + 4);
    EXPECT_EQ(received.message, compose(a_message(), envelope));
    EXPECT_FALSE(body.empty());
}

TEST(Mail, ToldNoForGoodIsNotTriedAgain) {
    mail::tests::SmtpServer server{"550 5.1.1 no such mailbox"};
    EXPECT_EQ(mail::send(server.url(), a_message(), envelope).error().code, platform::mail_refused.name);
}

TEST(Mail, ThatTheServerRefusesUsIsNoFaultOfTheRecipients) {
    mail::tests::SmtpServer server{"250 2.1.5 fine", "550 5.7.1 who are you"};
    EXPECT_EQ(mail::send(server.url(), a_message(), envelope).error().code, platform::mail_unavailable.name);
}

TEST(Mail, WhatServersSayOfUsWhenTheyHearTheRecipientIsNoFaultOfTheRecipients) {
    for (const auto* answer : {"554 5.7.1 relay access denied", "550 5.1.8 sender address rejected", "530 log in first",
                               "535 5.7.8 wrong password", "503 5.5.1 say hello first", "550 Relay not permitted",
                               "550 5.1.7 bad sender", "553 sorry, your Sender is unknown"}) {
        mail::tests::SmtpServer server{answer};
        EXPECT_EQ(mail::send(server.url(), a_message(), envelope).error().code, platform::mail_unavailable.name)
            << answer;
    }
    for (const auto* answer : {"550 nobody here", "553 no such name", "556 5.1.10 takes no mail", "550 5.2.1 closed",
                               "552 5.2.2 mailbox full", "550 5.4.1 Recipient address rejected: Access denied",
                               "550 5.1.0 address rejected"}) {
        mail::tests::SmtpServer server{answer};
        EXPECT_EQ(mail::send(server.url(), a_message(), envelope).error().code, platform::mail_refused.name) << answer;
    }
}

TEST(Mail, ToldNotNowMayGoBetterLater) {
    mail::tests::SmtpServer server{"451 4.3.0 come back later"};
    EXPECT_EQ(mail::send(server.url(), a_message(), envelope).error().code, platform::mail_unavailable.name);
}

TEST(Mail, WithoutAServerMayGoBetterLater) {
    EXPECT_EQ(mail::send("smtp://127.0.0.1:1", a_message(), envelope).error().code, platform::mail_unavailable.name);
}
