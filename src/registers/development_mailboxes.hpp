#pragma once
// An access point with one provider of digital mailboxes behind it, for `samband demo` and for tests: it opens what it
// is handed, and answers with receipts in the real ones' protocol.
#include "platform/crypto/cms.hpp"
#include "registers/digital_mailboxes.hpp"

#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace registers {

inline constexpr std::string_view development_mailboxes = "/development/digital-mailboxes";

class DevelopmentMailboxes {
public:
    struct Sources {
        /// The claims of a token of the issuer that is trusted here.
        std::function<Result<json::Value>(std::string_view token)> verify;
        crypto::BusinessKey key;             ///< The provider's; signs receipts.
        crypto::TrustedCertificates trusted; ///< Whose letters are taken.
        crypto::CmsKey mailbox_key;          ///< That letters are encrypted to.
        Random& random;
        /// Somebody opens each letter so long after it came; nothing: nobody does.
        std::optional<std::chrono::seconds> opened_after{};
    };
    explicit DevelopmentMailboxes(Sources);

    /// A letter that was taken and opened.
    struct Letter {
        std::string id, address, sender_number, handed_over_by;
        std::vector<std::string> titles;
        std::int64_t level = 0;
    };

    // The four that it answers. All fail with registers.token_refused.
    /// Fails with registers.mailbox_message_faulty (what), registers.mailbox_message_taken.
    Result<void> take(std::string_view authorization, std::string_view content_type, std::string_view body,
                      Instant now);
    /// None for a letter that never came.
    Result<json::Value> statuses(std::string_view authorization, std::string_view id) const;
    Result<json::Value> incoming(std::string_view authorization, Instant now) const;
    Result<void> mark_read(std::string_view authorization, std::string_view receipt);

    /// Lays a receipt about a letter out to be fetched; gives its id. type: "leveringskvittering" …
    std::string give_receipt(const std::string& letter, const std::string& type, Instant at);
    [[nodiscard]] std::vector<Letter> letters() const;
    [[nodiscard]] DigitalMailbox mailbox(std::string address) const;

private:
    struct WaitingReceipt {
        std::string id, text;
        Instant from;
    };
    Result<void> check_token(std::string_view authorization) const;
    Result<Letter> opened(std::string_view message, const std::string& package, std::string_view token,
                          Instant now) const;

    const Sources sources_;
    mutable std::mutex mutex_;
    std::deque<Letter> letters_;
    std::deque<WaitingReceipt> receipts_;
};

} // namespace registers
