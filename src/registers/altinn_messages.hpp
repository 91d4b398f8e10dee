#pragma once
// The front door to Altinn's inboxes (Altinn 3 Melding, Correspondence). Source: Digdir, the OpenAPI document of
// Altinn.Correspondence.API v1 and "Idempotens i Altinn 3 Melding". What they leave open is settled in
// docs/decisions/0013.
#include "registers/rest.hpp"
#include "registers/token_client.hpp"

#include <cstdint>
#include <vector>

namespace registers {

/// A letter to somebody's inbox, with its content in clear.
struct AltinnLetter {
    std::string id; ///< UUID, the same for each attempt: Altinn takes one message with it, ever.
    std::string sender_name;
    std::string organisation_number, identity_number; ///< Of the recipient; one of the two.
    bool is_confidential = false;                     ///< Only for those who were let in to such post.
    std::string language = "nb";
    std::string title, body; ///< Plain text, and Markdown.
    struct Notice {
        std::string subject, mail, text_message;
    };
    Notice notice;
    struct Document {
        std::string name, title, content;
    };
    std::vector<Document> documents;
};

/// How far a message has come. waiting: taken, and not in the inbox yet. reserved: the recipient has said no to digital
/// post. failed: it was not put there, or was taken away unread.
enum class AltinnState : std::uint8_t { waiting, published, read, reserved, failed };

/// Threads may ask at the same time. No error holds a title, a name or a number of anybody.
class AltinnMessages {
public:
    struct Client {
        std::string address;               ///< "https://platform.altinn.example", what stands before "/correspondence".
        std::string resource;              ///< That messages are sent under; its policy says who may read them.
        std::string confidential_resource; ///< The same for confidential post; empty: none is sent.
        std::string subscription_key;      ///< Of the API; empty where none is asked for.
        TokenGrant grant;
    };
    AltinnMessages(Client, const Clock&, Random&, Fetch = net::fetch);

    /// Hands a letter over and gives the message's own id; Altinn answers for it from then on. One that it has already
    /// is not taken twice. Fails with registers.altinn_refused (status) and registers.altinn_recipient_reserved for
    /// good, and with registers.altinn_unavailable (status), registers.answer_unreadable (what), what the token client
    /// fails with and platform.outside_unreachable when it may go better later.
    Result<std::string> send(const AltinnLetter&);
    /// The message of a letter that may have been sent before; nothing when there is none. Fails as send does.
    Result<std::optional<std::string>> find(std::string_view letter_id, bool is_confidential);
    /// Fails as send does; registers.altinn_refused for a message that is unknown or none of ours.
    Result<AltinnState> state(std::string_view message);

    [[nodiscard]] bool takes_confidential() const { return !client_.confidential_resource.empty(); }

    static constexpr std::string_view scopes = "altinn:correspondence.write altinn:serviceowner";
    /// Of all documents together; a message is held in memory.
    static constexpr std::int64_t bytes_max = 25 << 20;
    static constexpr std::size_t documents_max = 100;

private:
    Result<std::string> token();
    Result<net::Answer> ask(net::Request);
    [[nodiscard]] const std::string& resource_for(bool is_confidential) const;

    const Client client_;
    const Clock& clock_;
    const Fetch fetch_;
    Random& random_;
    TokenClient tokens_;
    Rest rest_;
    std::mutex mutex_; ///< Held while a token is exchanged.
    std::string kept_token_;
    Instant kept_until_{};
};

} // namespace registers
