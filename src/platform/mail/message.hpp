#pragma once
// Mail: one plain text message to one recipient.
#include "platform/clock.hpp"
#include "platform/result.hpp"

#include <functional>
#include <string>

namespace mail {

struct Message {
    std::string to;              ///< One address, ASCII.
    std::string subject;         ///< UTF-8, one line.
    std::string text;            ///< UTF-8, lines ended by \n.
    std::string language;        ///< "nb": Content-Language.
    std::string unsubscribe_url; ///< Makes List-Unsubscribe and List-Unsubscribe-Post (RFC 8058) when not empty.
};

struct Envelope {
    std::string sender;     ///< Address that the message comes from.
    std::string message_id; ///< Without angle brackets.
    Instant sent_at;
};

/// The message as RFC 5322 and MIME write it: CRLF, lines of at most 76 characters, header words and text in base64.
/// Line ends inside header values are taken out, so that no value can add a header.
std::string compose(const Message&, const Envelope&);

/// Hands a composed message to an SMTP server, "smtp://host:port" or "smtps://…", with STARTTLS when offered.
/// Fails with platform.mail_refused (the server said no for good) and platform.mail_unavailable (try again later).
Result<void> send(const std::string& smtp_url, const Message&, const Envelope&);

} // namespace mail
