#pragma once
// What the sender tells about a dispatch, whichever interface it came through. Kept sealed, as JSON.
#include "platform/json/described.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dispatch {

struct PostalAddress {
    std::string name, line1, line2, line3, postal_code, town, country;
};
BOOST_DESCRIBE_STRUCT(PostalAddress, (), (name, line1, line2, line3, postal_code, town, country))

/// Somebody on an envelope: digital by one of the numbers, else by address alone.
struct Party {
    PostalAddress address;
    std::string identity_number;     ///< foedselsnummer or D-number.
    std::string organisation_number; ///< Nine digits.
    [[nodiscard]] bool is_digital() const { return !identity_number.empty() || !organisation_number.empty(); }
};
BOOST_DESCRIBE_STRUCT(Party, (), (address, identity_number, organisation_number))

struct Extra {
    std::string key, value;
};
BOOST_DESCRIBE_STRUCT(Extra, (), (key, value))

struct Document {
    std::string name;
    std::string media_type; ///< As the sender says.
    std::string kind;       ///< The sender's own word for it.
    bool is_to_be_signed = false;
    bool is_sensitive = false;
    bool is_left_out_of_print = false;
    std::vector<std::int64_t> giro_pages; ///< From 1.
    std::vector<Extra> extra;
    std::int64_t bytes = 0;
    std::string sha256; ///< Of the content as sent, hexadecimal. What the sender said it is, until it is taken in.
};
BOOST_DESCRIBE_STRUCT(Document, (),
                      (name, media_type, kind, is_to_be_signed, is_sensitive, is_left_out_of_print, giro_pages, extra,
                       bytes, sha256))

struct Hyperlink {
    std::string url, text, lead;
};
BOOST_DESCRIBE_STRUCT(Hyperlink, (), (url, text, lead))

/// Where it stands, or shall stand, in an archive (Noark); carried through from system to system.
struct ArchiveReference {
    std::optional<std::int64_t> sakssekvensnummer, saksaar, journalaar, journalsekvensnummer, journalpostnummer;
    std::optional<std::string> journalposttype, journalstatus;
    std::optional<Instant> journaldato, dokumentets_dato;
    std::optional<std::string> tittel, saksbehandler, mappe_id, mappe_system_id, system_id, registrerings_id;
    std::vector<Extra> extra;
};
BOOST_DESCRIBE_STRUCT(ArchiveReference, (),
                      (sakssekvensnummer, saksaar, journalaar, journalsekvensnummer, journalpostnummer, journalposttype,
                       journalstatus, journaldato, dokumentets_dato, tittel, saksbehandler, mappe_id, mappe_system_id,
                       system_id, registrerings_id, extra))

enum class SignatureKind : std::uint8_t { authenticated, advanced };
BOOST_DESCRIBE_ENUM(SignatureKind, authenticated, advanced)

struct Envelope {
    std::string title;
    std::optional<std::string> sender_name; ///< Of a recipient who answers; else it is the account's.
    Party recipient;
    std::vector<Party> exposed_to; ///< May see it too; numbers only.
    std::string sending_system;    ///< Empty when not given.
    std::string sending_actor;     ///< Who began it there.
    std::string accounting_code;
    std::string dispatch_type;
    std::string external_reference;
    std::optional<std::string> department{}; ///< Of the recipient, by its key.
    std::string correlation_id;              ///< Groups dispatches for the sender.
    bool is_digital_only = false;
    bool is_encrypted = false; ///< The files came as CMS messages to our certificate.
    bool needs_high_level = false;
    bool is_confidential = false;
    bool prints_in_colour = false;
    bool prints_on_both_sides = false;
    std::optional<Party> reply_to;
    std::optional<std::string> reply_to_dispatch;
    bool can_be_replied_to = false;
    std::optional<Instant> signing_ends_at;
    std::optional<SignatureKind> signature_kind;
    std::optional<ArchiveReference> from_archive, for_import;
    std::vector<Document> documents; ///< In the order of the letter.
    std::vector<Hyperlink> links;
};
BOOST_DESCRIBE_STRUCT(Envelope, (),
                      (title, sender_name, recipient, exposed_to, sending_system, sending_actor, accounting_code,
                       dispatch_type, external_reference, department, correlation_id, is_digital_only, is_encrypted,
                       needs_high_level, is_confidential, prints_in_colour, prints_on_both_sides, reply_to,
                       reply_to_dispatch, can_be_replied_to, signing_ends_at, signature_kind, from_archive, for_import,
                       documents, links))

/// What a receipt vouches for. The salt keeps the digest in the journal from being guessed.
struct ManifestDocument {
    std::string name, sha256;
    std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(ManifestDocument, (), (name, sha256, bytes))

struct Manifest {
    std::string dispatch, sender, recipient, title, salt;
    Instant received_at;
    std::vector<ManifestDocument> documents;
    std::optional<std::string> organisation_number; ///< Of the recipient; persons' numbers stand in no receipt.
};
BOOST_DESCRIBE_STRUCT(Manifest, (),
                      (dispatch, sender, recipient, title, salt, received_at, documents, organisation_number))

} // namespace dispatch
