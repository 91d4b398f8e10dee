#pragma once
// What every action of dispatch stands on. Made once by the program; outlives its routes and jobs.
#include "directory/directory.hpp"
#include "dispatch/letter_keys.hpp"
#include "dispatch/notice_hours.hpp"
#include "dispatch/receipt_keys.hpp"
#include "dispatch/vault.hpp"
#include "platform/http/event_stream.hpp"
#include "platform/mail/message.hpp"
#include "platform/net/http_client.hpp"
#include "platform/pdf/workshop.hpp"
#include "platform/services.hpp"
#include "platform/sftp/connection.hpp"
#include "registers/altinn_messages.hpp"
#include "registers/contact_register.hpp"
#include "registers/digital_mailboxes.hpp"
#include "registers/organisation_register.hpp"
#include "registers/person_register.hpp"
#include "registers/text_message.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace dispatch {

/// Who has just logged in by machine: actions/known_systems.hpp.
class KnownSystems;
std::shared_ptr<KnownSystems> make_known_systems();
/// What was looked into and had no fault: actions/clean_documents.hpp.
class CleanDocuments;
std::shared_ptr<CleanDocuments> make_clean_documents();

/// What a letter on paper costs, in øre; nothing where nobody has said.
struct PaperPrices {
    std::optional<std::int64_t> norway{}, europe{}, world{};
};

/// What the operator has decided.
struct Terms {
    PaperPrices paper_prices{};
};

struct Office {
    const Services& services;
    Vault vault;
    directory::PersonKey person_key;
    ReceiptKeys receipt_keys;
    Terms terms{};
    std::string clamd{};                        ///< Where the virus scanner listens; empty when there is none.
    std::string print_folder{};                 ///< Where the printer fetches runs and leaves its word.
    std::optional<sftp::Target> print_server{}; ///< The same on the printer's own machine. Neither: nothing is printed.
    /// Who watches dispatches and accounts on their way.
    std::shared_ptr<http::EventHub> events = std::make_shared<http::EventHub>();
    std::shared_ptr<KnownSystems> systems = make_known_systems();
    std::shared_ptr<CleanDocuments> clean_documents = make_clean_documents();
    std::shared_ptr<pdf::Workshop> workshop = std::make_shared<pdf::Workshop>();
    /// How others are asked; the ordinary way, with its checks of where an address leads.
    std::function<Result<net::Answer>(const net::Request&)> fetch = net::fetch;
    LetterKeys letter_keys{}; ///< Without any, encrypted documents are refused.
    /// The national registers; nothing where the operator has none: then nobody is taken to be reserved or unknown, and
    /// no notices are sent.
    std::shared_ptr<registers::ContactRegister> contacts{};
    std::shared_ptr<registers::OrganisationRegister> organisations{};
    /// Who is guardian for whom; nothing where the operator has no access: then nobody reads as a guardian.
    std::shared_ptr<registers::PersonRegister> people{};
    /// The way to people's mailboxes with providers; nothing where the operator has no agreement.
    std::shared_ptr<registers::DigitalMailboxes> digital_mailboxes{};
    /// The way to inboxes in Altinn; nothing where the operator has none.
    std::shared_ptr<registers::AltinnMessages> altinn{};
    /// The number of the organisation whose token this is, for digital post; empty where no tokens are taken.
    std::function<Result<std::string>(std::string_view token)> token_consumer{};
    /// How notices go; empty when there is no way.
    std::function<Result<void>(const mail::Message&)> send_mail{};
    registers::TextGateway gateway{};
    NoticeHours notice_hours{};
};

} // namespace dispatch
