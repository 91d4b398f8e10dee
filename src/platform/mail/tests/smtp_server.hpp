#pragma once
// As much of RFC 5321 as a sender meets.
#include "platform/testing/line_server.hpp"

#include <fmt/format.h>
#include <mutex>

namespace mail::tests {

struct Received {
    std::string sender, recipient, message;
};

class SmtpServer {
public:
    /// The answers to RCPT TO and MAIL FROM.
    explicit SmtpServer(std::string recipient_answer = "250 2.1.5 fine", std::string sender_answer = "250 2.1.0 fine")
        : recipient_answer_{std::move(recipient_answer)},
          sender_answer_{std::move(sender_answer)}, server_{[this](world::Conversation& client) { talk(client); }} {}
    [[nodiscard]] std::string url() const { return fmt::format("smtp://127.0.0.1:{}", server_.port()); }
    Received received() {
        const std::lock_guard lock{mutex_};
        return received_;
    }

private:
    void talk(world::Conversation& client) {
        client.say("220 test.example ESMTP\r\n");
        while (const auto line = client.line()) {
            const auto verb = line->substr(0, 4);
            if (verb == "EHLO")
                client.say("250-test.example\r\n250 8BITMIME\r\n");
            else if (verb == "MAIL")
                note(received_.sender, *line, client, sender_answer_);
            else if (verb == "RCPT")
                note(received_.recipient, *line, client, recipient_answer_);
            else if (verb == "DATA")
                take_message(client);
            else if (verb == "QUIT")
                return client.say("221 2.0.0 bye\r\n");
            else
                client.say("502 5.5.1 what?\r\n");
        }
    }
    void note(std::string& place, const std::string& line, const world::Conversation& client,
              const std::string& answer) {
        const std::lock_guard lock{mutex_};
        const auto begin = line.find('<');
        place = line.substr(begin, line.find('>') + 1 - begin);
        client.say(answer + "\r\n");
    }
    void take_message(world::Conversation& client) {
        client.say("354 go on\r\n");
        std::string message;
        while (const auto line = client.line()) {
            if (*line == ".\r\n") break;
            message += line->starts_with("..") ? line->substr(1) : *line;
        }
        const std::lock_guard lock{mutex_};
        received_.message = message;
        client.say("250 2.0.0 taken\r\n");
    }

    std::mutex mutex_;
    Received received_;
    std::string recipient_answer_, sender_answer_;
    world::LineServer server_;
};

} // namespace mail::tests
