#include "platform/errors.hpp"
#include "platform/mail/message.hpp"

#include <algorithm>
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

/// What was last asked of the server: only a recipient can be refused for good, and a wrong password or a sender that
/// the server does not know is our own fault.
int note_command(CURL*, curl_infotype kind, char* bytes, std::size_t size, void* user) {
    const std::string_view line{bytes, size};
    if (kind == CURLINFO_HEADER_OUT && !line.starts_with("QUIT")) *static_cast<std::string*>(user) = line.substr(0, 4);
    return 0;
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
    std::string last_command;
    curl_easy_setopt(handle.get(), CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_DEBUGFUNCTION, note_command);
    curl_easy_setopt(handle.get(), CURLOPT_DEBUGDATA, &last_command);
    const auto outcome = curl_easy_perform(handle.get());
    if (outcome == CURLE_OK) return {};
    long code = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &code);
    // RFC 5321 §4.2.1: 5yz is for good, 4yz may go better later.
    if (code >= 500 && last_command == "RCPT")
        return platform::mail_refused.error({{"code", static_cast<std::int64_t>(code)}});
    return platform::mail_unavailable.error({{"why", fmt::format("{} ({})", curl_easy_strerror(outcome), code)}});
}

} // namespace mail
