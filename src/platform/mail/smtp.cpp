#include "platform/errors.hpp"
#include "platform/mail/message.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <curl/curl.h>
#include <fmt/format.h>
#include <memory>

namespace mail {

namespace {

struct Reading {
    std::string_view rest;
};

std::size_t give_bytes(char* out, std::size_t size, std::size_t count, void* user) {
    auto& reading = *static_cast<Reading*>(user);
    const auto length = std::min(size * count, reading.rest.size());
    std::memcpy(out, reading.rest.data(), length);
    reading.rest.remove_prefix(length);
    return length;
}

/// What was last asked of the server, and what it said.
struct Exchange {
    std::string command, answer;
    bool is_over = false; ///< Only goodbyes are left.
};

int note_exchange(CURL*, curl_infotype kind, char* bytes, std::size_t size, void* user) {
    const std::string_view line{bytes, size};
    auto& exchange = *static_cast<Exchange*>(user);
    if (kind == CURLINFO_HEADER_OUT && line.starts_with("QUIT")) exchange.is_over = true;
    if (exchange.is_over) return 0;
    if (kind == CURLINFO_HEADER_OUT) exchange.command = line.substr(0, 4);
    if (kind == CURLINFO_HEADER_IN) exchange.answer = line;
    return 0;
}

/// Servers that say no word of RFC 3463 name in prose what they refuse.
bool is_about_us(std::string_view said) {
    constexpr std::array<std::string_view, 3> words{"relay", "sender", "authenticat"};
    const auto is_same = [](unsigned char one, unsigned char other) { return std::tolower(one) == other; };
    return std::ranges::any_of(words, [&](std::string_view word) {
        return std::search(said.begin(), said.end(), word.begin(), word.end(), is_same) != said.end();
    });
}

/// Whether an answer to RCPT says that this recipient gets no mail. Servers also wait until then to say that they do
/// not know us, our sender (5.1.7, 5.1.8) or our right to send through them: that is not the recipient's fault, and
/// may be mended. Exchange Online says 5.4.1 of an address that nobody has.
/// Source: RFC 5321 §4.2.3, RFC 3463 §3.2 and §3.3, RFC 7505.
bool is_recipient_refused(std::string_view answer) {
    const auto code = answer.substr(0, 3);
    const auto said = answer.size() > 4 ? answer.substr(4) : std::string_view{};
    if (!code.starts_with('5')) return false;
    if (said.starts_with("5.")) {
        const auto detail = said.substr(0, said.find_first_not_of("0123456789."));
        if (detail.starts_with("5.1.")) return detail != "5.1.7" && detail != "5.1.8";
        return detail == "5.2.1" || detail == "5.2.2" || detail == "5.4.1";
    }
    return (code == "550" || code == "551" || code == "553") && !is_about_us(said);
}

} // namespace

Result<void> send(const std::string& smtp_url, const Message& message, const Envelope& envelope) {
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle{curl_easy_init(), curl_easy_cleanup};
    if (!handle) return platform::mail_unavailable.error({{"why", "no memory"}});
    const auto bytes = compose(message, envelope);
    Reading reading{bytes};
    const auto from = "<" + envelope.sender + ">";
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> to{
        curl_slist_append(nullptr, ("<" + message.to + ">").c_str()), curl_slist_free_all};
    curl_easy_setopt(handle.get(), CURLOPT_URL, smtp_url.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_TRY));
    curl_easy_setopt(handle.get(), CURLOPT_CONNECTTIMEOUT_MS, 10'000L);
    curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT_MS, 60'000L);
    curl_easy_setopt(handle.get(), CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_MAIL_RCPT, to.get());
    curl_easy_setopt(handle.get(), CURLOPT_READFUNCTION, give_bytes);
    curl_easy_setopt(handle.get(), CURLOPT_READDATA, &reading);
    curl_easy_setopt(handle.get(), CURLOPT_UPLOAD, 1L);
    Exchange exchange;
    curl_easy_setopt(handle.get(), CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_DEBUGFUNCTION, note_exchange);
    curl_easy_setopt(handle.get(), CURLOPT_DEBUGDATA, &exchange);
    const auto outcome = curl_easy_perform(handle.get());
    if (outcome == CURLE_OK) return {};
    long code = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &code);
    if (exchange.command == "RCPT" && is_recipient_refused(exchange.answer))
        return platform::mail_refused.error({{"code", static_cast<std::int64_t>(code)}});
    return platform::mail_unavailable.error({{"why", fmt::format("{} ({})", curl_easy_strerror(outcome), code)}});
}

} // namespace mail
