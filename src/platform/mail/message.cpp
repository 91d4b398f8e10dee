#include "platform/mail/message.hpp"

#include "platform/crypto/encoding.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mail {

namespace {

std::string one_line(std::string_view text) {
    std::string line{text};
    std::erase_if(line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    return line;
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Encoded words of RFC 2047: at most 75 characters each, never cutting a character in two.
std::string header_words(std::string_view text) {
    const auto line = one_line(text);
    if (is_ascii(line) && line.size() < 70) return line;
    constexpr std::size_t bytes_max = 42; // 56 characters of base64 and 12 round them
    std::string words;
    for (std::size_t at = 0; at < line.size();) {
        auto end = std::min(at + bytes_max, line.size());
        while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80)
            --end;
        words += fmt::format("{}=?utf-8?B?{}?=", words.empty() ? "" : "\r\n ",
                             crypto::to_base64(std::string_view{line}.substr(at, end - at)));
        at = end;
    }
    return words;
}

std::string folded_base64(std::string_view bytes) {
    const auto encoded = crypto::to_base64(bytes);
    std::string lines;
    for (std::size_t at = 0; at < encoded.size(); at += 76)
        lines += encoded.substr(at, 76) + "\r\n";
    return lines;
}

/// "Sat, 21 Nov 2026 20:00:00 +0000"
std::string mail_date(Instant instant) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const Date date{day};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(instant - day)};
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} +0000", days[std::chrono::weekday{day}.c_encoding()],
                       static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

std::string with_mail_line_ends(std::string_view text) {
    std::string out;
    for (const auto c : text) {
        if (c == '\r') continue;
        if (c == '\n') out += '\r';
        out += c;
    }
    return out;
}

} // namespace

std::string compose(const Message& message, const Envelope& envelope) {
    std::string out;
    const auto header = [&out](std::string_view name, std::string_view value) {
        out += fmt::format("{}: {}\r\n", name, value);
    };
    header("Date", mail_date(envelope.sent_at));
    header("From", fmt::format("Samband <{}>", one_line(envelope.sender)));
    header("To", fmt::format("<{}>", one_line(message.to)));
    header("Subject", header_words(message.subject));
    header("Message-ID", fmt::format("<{}>", one_line(envelope.message_id)));
    header("Auto-Submitted", "auto-generated");
    if (!message.language.empty()) header("Content-Language", one_line(message.language));
    if (!message.unsubscribe_url.empty()) {
        header("List-Unsubscribe", fmt::format("<{}>", one_line(message.unsubscribe_url)));
        header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    header("MIME-Version", "1.0");
    header("Content-Type", "text/plain; charset=utf-8");
    header("Content-Transfer-Encoding", "base64");
    return out + "\r\n" + folded_base64(with_mail_line_ends(message.text));
}

} // namespace mail
