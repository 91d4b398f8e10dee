#pragma once
// Altinn's inboxes for `samband demo` and for tests, in the real ones' protocol: it gives tokens for Maskinporten's,
// takes messages with their attachments once, and tells how far they have come. Everybody in it is invented.
#include "platform/http/request.hpp"
#include "registers/altinn_messages.hpp"

#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace registers {

inline constexpr std::string_view development_altinn = "/development/altinn";

class DevelopmentAltinn {
public:
    struct Sources {
        /// The claims of a token of the issuer that is trusted here.
        std::function<Result<json::Value>(std::string_view token)> verify;
        std::vector<std::string> resources; ///< That there are; the last one for confidential post.
        Random& random;
        /// Each message is published at once and opened so long after it came; nothing: neither happens by itself.
        std::optional<std::chrono::seconds> opened_after{};
    };
    explicit DevelopmentAltinn(Sources);

    struct Message {
        std::string id, letter, resource, recipient, sender_name, title;
        bool is_confidential = false;
        std::vector<std::string> files{}, contents{};
        Instant taken_at{};
        std::string status = "Initialized"; ///< What it was last set to.
    };

    /// A token of its own for one of the issuer's. Fails with registers.token_refused.
    Result<std::string> exchange(std::string_view authorization, Instant now) const;

    // What is asked with that. All fail with registers.token_refused.
    /// Fails with registers.altinn_message_faulty (what), registers.altinn_message_taken.
    Result<json::Value> take(std::string_view authorization, std::string_view content_type, std::string_view body,
                             Instant now);
    /// Empty for a letter that never came. Fails with registers.altinn_message_faulty (what).
    Result<json::Value> search(std::string_view authorization, const http::Form& query, Instant now) const;
    /// Fails with registers.altinn_message_missing.
    Result<json::Value> details(std::string_view authorization, std::string_view message, Instant now) const;

    /// From now on that is how far all messages have come.
    void set_status(const std::string& status);
    [[nodiscard]] std::vector<Message> messages() const;

private:
    Result<void> check_token(std::string_view authorization, Instant now) const;
    [[nodiscard]] std::string status_of(const Message&, Instant now) const;

    const Sources sources_;
    const json::Value key_, public_keys_;
    mutable std::mutex mutex_;
    std::deque<Message> messages_;
};

} // namespace registers
