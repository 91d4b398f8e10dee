#include "dispatch/actions/ask_registers.hpp"

#include "dispatch/domain/errors.hpp"
#include "dispatch/store/department_store.hpp"
#include "platform/log/log.hpp"

#include <array>

namespace dispatch {

static Result<AskedRegisters> ask_about_person(const Office& office, const Envelope& envelope, Instant received_at) {
    AskedRegisters asked;
    if (!office.contacts) return asked;
    const auto contact = office.contacts->find(envelope.recipient.identity_number);
    if (contact) {
        asked.is_reserved = contact->is_reserved;
        asked.has_digital_mailbox = contact->mailbox && !contact->mailbox->certificate.empty();
        return asked;
    }
    const bool may_wait = office.services.clock.now() < received_at + contact_register_patience;
    if (may_wait || envelope.is_digital_only) return contact.error();
    asked.is_away = true;
    return asked;
}

/// One that fetches by machine is no number that somebody mistyped.
static Result<bool> is_known_to_take_post(const Office& office, const Envelope& envelope) {
    const auto reader = TRY(office.services.database.reader());
    const auto department = envelope.department.value_or("");
    const auto taking = TRY(store::taking_of(*reader, {envelope.recipient.organisation_number, department,
                                                       envelope.dispatch_type, envelope.needs_high_level ? 4 : 3}));
    return taking.receiver.has_value();
}

static Result<AskedRegisters> ask_about_organisation(const Office& office, const Envelope& envelope) {
    AskedRegisters asked;
    if (!office.organisations || TRY(is_known_to_take_post(office, envelope))) return asked;
    const auto& number = envelope.recipient.organisation_number;
    const auto found = office.organisations->find(number);
    if (!found) {
        logging::warning("post.organisation_register_away", found.error());
        asked.is_unverified = true;
    } else if (!*found || (*found)->is_deleted) {
        asked.faults.push_back(recipient_unknown.at("#/recipient/organisationNumber", {{"number", number}}));
    }
    return asked;
}

Result<AskedRegisters> ask_registers(const Office& office, const Envelope& envelope, Instant received_at) {
    if (!envelope.recipient.identity_number.empty()) return ask_about_person(office, envelope, received_at);
    if (!envelope.recipient.organisation_number.empty()) return ask_about_organisation(office, envelope);
    return AskedRegisters{};
}

Result<void> find_address(const Office& office, Envelope& envelope) {
    auto& party = envelope.recipient;
    auto& address = party.address;
    const bool is_given = !address.line1.empty() || !address.postal_code.empty() || !address.town.empty();
    if (!office.organisations || is_given || envelope.is_digital_only) return {};
    if (!directory::checked_organisation_number(party.organisation_number)) return {};
    const auto found = TRY(office.organisations->find(party.organisation_number));
    if (!found || !found->address) return {};
    const auto& registered = *found->address;
    const std::array lines{&address.line1, &address.line2, &address.line3};
    for (std::size_t i = 0; i < registered.lines.size() && i < lines.size(); ++i) {
        *lines[i] = registered.lines[i];
    }
    address.postal_code = registered.postal_code;
    address.town = registered.town;
    address.country = registered.country;
    return {};
}

} // namespace dispatch
