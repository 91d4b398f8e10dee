#pragma once
// The front door to people's digital mailboxes (Digital post til innbyggere, DPI), through the access point that an
// organisation has an agreement with. Source: Digdir, "API for digital post til innbygger", "Dokumentpakke" and the
// JSON schemas innbyggerpost_dpi_*_1_0. What they leave open is settled in docs/decisions/0012.
#include "platform/crypto/business_key.hpp"
#include "platform/id.hpp"
#include "registers/contact_register.hpp"

#include <boost/describe/enum.hpp>
#include <map>

namespace registers {

/// A letter to a mailbox, with its content in clear.
struct MailboxLetter {
    std::string id; ///< UUID, the same for each attempt: both of the message and of the conversation about it.
    std::string sender_number, sender_name;
    DigitalMailbox mailbox;
    std::string language; ///< Two letters; empty: bokmål.
    bool needs_high_level = false;
    struct Document {
        std::string title, media_type, content;
    };
    std::vector<Document> documents; ///< The main one first.
};

enum class MailboxReceiptKind : std::uint8_t { delivered, opened, failed, notice_failed };
BOOST_DESCRIBE_ENUM(MailboxReceiptKind, delivered, opened, failed, notice_failed)

struct MailboxReceipt {
    std::string id;              ///< Of the receipt's own message, by which it is marked read.
    std::string letter;          ///< The conversation that it belongs to.
    std::string provider_number; ///< Of whoever signed it.
    MailboxReceiptKind kind = MailboxReceiptKind::delivered;
    bool is_senders_fault = false; ///< Of failed: feiltype KLIENT.
};

/// Threads may ask at the same time. No error holds an address, a title or a number of anybody.
class DigitalMailboxes {
public:
    struct Client {
        std::string address;                 ///< "https://accesspoint.example", what stands before "/messages".
        crypto::BusinessKey key;             ///< Signs packages and messages.
        crypto::TrustedCertificates trusted; ///< Whose receipts count.
        TokenGrant grant;                    ///< Without a consumer; who sends is filled in here.
    };
    DigitalMailboxes(Client, const Clock&, Random&, Fetch = net::fetch);

    /// Packs, seals and hands over; the access point answers for the letter from then on. One that it has already is
    /// not taken twice. Fails with registers.mailbox_refused (status) and platform.certificate_unusable for good, and
    /// with registers.mailbox_unavailable (status), what the token client fails with and platform.outside_unreachable
    /// when it may go better later.
    Result<void> hand_over(const MailboxLetter&);
    /// Whether it has the letter: for those who do not know how the last attempt ended. Fails as hand_over does.
    Result<bool> has_taken(std::string_view id);

    /// The receipts that are not marked read, as they came. Fails as hand_over does.
    Result<std::vector<std::string>> incoming();
    /// Fails with registers.receipt_faulty (what), and as crypto::open_document does when it is not believed.
    [[nodiscard]] Result<MailboxReceipt> open(std::string_view receipt) const;
    /// It is not handed out again; one that is gone counts as marked. Fails as hand_over does.
    Result<void> mark_read(std::string_view receipt_id);

    static constexpr std::string_view scope = "digitalpostinnbygger:send";
    /// Of all documents together; a package is held in memory.
    static constexpr std::int64_t bytes_max = 25 << 20;

private:
    std::shared_ptr<TokenClient> tokens_for(const std::string& consumer_number);
    Result<net::Answer> ask(net::Request, TokenClient&, const std::string& token);
    Result<net::Answer> ask_for_ourselves(net::Request);

    const Client client_;
    const Clock& clock_;
    Random& random_;
    const Fetch fetch_;
    Rest rest_;
    std::mutex mutex_; ///< Of the token clients.
    std::map<std::string, std::shared_ptr<TokenClient>> tokens_;
};

} // namespace registers
