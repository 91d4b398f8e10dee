#pragma once
// A dispatch as it is sent through our own interface. Members are named as the envelope's are, so that a fault's
// pointer leads back to what was written. What is needed is asked for afterwards, all at once.
#include "dispatch/domain/envelope.hpp"

namespace dispatch {

struct NewAddress {
    std::optional<std::string> name, line1, line2, line3, postal_code, town, country;
};
BOOST_DESCRIBE_STRUCT(NewAddress, (), (name, line1, line2, line3, postal_code, town, country))

struct NewParty {
    std::optional<NewAddress> address;
    std::optional<std::string> identity_number, organisation_number;
};
BOOST_DESCRIBE_STRUCT(NewParty, (), (address, identity_number, organisation_number))

struct NewDocument {
    std::optional<std::string> name;       ///< As the file part is called.
    std::optional<std::string> media_type; ///< application/pdf when it is not given.
    std::optional<std::string> kind;
    std::optional<std::string> sha256; ///< Hexadecimal; what arrives must have it.
    std::optional<std::string> upload; ///< Id of a complete one, when the file does not come with the metadata.
    std::optional<bool> is_to_be_signed, is_sensitive, is_left_out_of_print;
    std::vector<std::int64_t> giro_pages;
    std::vector<Extra> extra;
};
BOOST_DESCRIBE_STRUCT(NewDocument, (),
                      (name, media_type, kind, sha256, upload, is_to_be_signed, is_sensitive, is_left_out_of_print,
                       giro_pages, extra))

struct NewLink {
    std::optional<std::string> url, text, lead;
};
BOOST_DESCRIBE_STRUCT(NewLink, (), (url, text, lead))

/// Everything but whom it goes to.
struct NewContent {
    std::optional<std::string> title;
    std::vector<NewParty> exposed_to;
    std::optional<std::string> department; ///< Of the organisation that it goes to: its key.
    std::optional<std::string> sending_system, accounting_code, dispatch_type, external_reference;
    std::optional<bool> is_digital_only, is_encrypted, needs_high_level, is_confidential, prints_in_colour,
        prints_on_both_sides, can_be_replied_to;
    std::optional<NewParty> reply_to;
    std::optional<std::string> reply_to_dispatch;
    std::optional<Instant> signing_ends_at;
    std::optional<SignatureKind> signature_kind;
    std::optional<ArchiveReference> from_archive, for_import;
    std::vector<NewDocument> documents; ///< In the order of the letter.
    std::vector<NewLink> links;
};
BOOST_DESCRIBE_STRUCT(NewContent, (),
                      (title, department, exposed_to, sending_system, accounting_code, dispatch_type,
                       external_reference, is_digital_only, is_encrypted, needs_high_level, is_confidential,
                       prints_in_colour, prints_on_both_sides, can_be_replied_to, reply_to, reply_to_dispatch,
                       signing_ends_at, signature_kind, from_archive, for_import, documents, links))

struct NewDispatch : NewContent {
    std::optional<NewParty> recipient;
};
BOOST_DESCRIBE_STRUCT(NewDispatch, (NewContent), (recipient))

/// The same to several, a dispatch each.
struct NewMailing : NewContent {
    std::vector<NewParty> recipients;
};
BOOST_DESCRIBE_STRUCT(NewMailing, (NewContent), (recipients))

Party party_of(const NewParty&);
/// Without recipient.
Envelope envelope_of(const NewContent&);
Envelope envelope_of(const NewDispatch&);

} // namespace dispatch
