#include "dispatch/domain/new_dispatch.hpp"

#include "dispatch/domain/plain_number.hpp"

namespace dispatch {

static std::string said(const std::optional<std::string>& text) {
    return text.value_or(std::string{});
}

Party party_of(const NewParty& given) {
    Party party;
    party.identity_number = said(given.identity_number);
    party.organisation_number = plain_organisation_number(said(given.organisation_number));
    if (!given.address) return party;
    const auto& from = *given.address;
    party.address = {said(from.name),        said(from.line1), said(from.line2),  said(from.line3),
                     said(from.postal_code), said(from.town),  said(from.country)};
    return party;
}

static Document document_of(const NewDocument& given) {
    Document document;
    document.name = said(given.name);
    document.media_type = given.media_type.value_or("application/pdf");
    document.kind = said(given.kind);
    document.sha256 = said(given.sha256);
    document.is_to_be_signed = given.is_to_be_signed.value_or(false);
    document.is_sensitive = given.is_sensitive.value_or(false);
    document.is_left_out_of_print = given.is_left_out_of_print.value_or(false);
    document.giro_pages = given.giro_pages;
    document.extra = given.extra;
    return document;
}

Envelope envelope_of(const NewContent& given) {
    Envelope envelope;
    envelope.title = said(given.title);
    for (const auto& party : given.exposed_to) {
        envelope.exposed_to.push_back(party_of(party));
    }
    if (given.department && !given.department->empty()) envelope.department = given.department;
    envelope.sending_system = said(given.sending_system);
    envelope.accounting_code = said(given.accounting_code);
    envelope.dispatch_type = said(given.dispatch_type);
    envelope.external_reference = said(given.external_reference);
    envelope.is_digital_only = given.is_digital_only.value_or(false);
    envelope.is_encrypted = given.is_encrypted.value_or(false);
    envelope.needs_high_level = given.needs_high_level.value_or(false);
    envelope.is_confidential = given.is_confidential.value_or(false);
    envelope.prints_in_colour = given.prints_in_colour.value_or(false);
    envelope.prints_on_both_sides = given.prints_on_both_sides.value_or(false);
    envelope.can_be_replied_to = given.can_be_replied_to.value_or(false);
    if (given.reply_to) envelope.reply_to = party_of(*given.reply_to);
    envelope.reply_to_dispatch = given.reply_to_dispatch;
    envelope.signing_ends_at = given.signing_ends_at;
    envelope.signature_kind = given.signature_kind;
    envelope.from_archive = given.from_archive;
    envelope.for_import = given.for_import;
    for (const auto& document : given.documents) {
        envelope.documents.push_back(document_of(document));
    }
    for (const auto& link : given.links) {
        envelope.links.push_back({said(link.url), said(link.text), said(link.lead)});
    }
    return envelope;
}

Envelope envelope_of(const NewDispatch& given) {
    auto envelope = envelope_of(static_cast<const NewContent&>(given));
    if (given.recipient) envelope.recipient = party_of(*given.recipient);
    return envelope;
}

} // namespace dispatch
