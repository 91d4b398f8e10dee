#include "dispatch/actions/act_for_another.hpp"

#include "directory/directory.hpp"
#include "dispatch/domain/errors.hpp"

namespace dispatch {

static Result<Mailbox> mailbox_of_giver(db::Reader& reader, const Principal& principal, Delegation delegation) {
    const auto people = TRY(directory::people_by_id(reader, {delegation.giver_id}));
    Acting acting;
    acting.giver_name = people.empty() ? std::string{} : people.front().name;
    acting.shows_high = delegation.covers_high && principal.assurance == "high";
    acting.delegation = std::move(delegation);
    Mailbox mailbox;
    mailbox.identity_hash = acting.delegation.giver_hash;
    mailbox.acting = std::move(acting);
    return mailbox;
}

Result<Mailbox> mailbox_by_delegation(db::Reader& reader, const Principal& principal, DelegationId id, Date today) {
    const auto mailboxes = TRY(mailboxes_of(reader, principal));
    auto delegation = TRY(store::delegation(reader, id));
    const bool is_theirs = delegation && mailboxes.own && delegation->receiver_hash == *mailboxes.own->identity_hash &&
                           delegation->receiver_id == mailboxes.reading;
    if (!is_theirs || state_of(*delegation, today) != DelegationState::in_force) return delegation_not_found.error();
    return mailbox_of_giver(reader, principal, *std::move(delegation));
}

Result<FoundLetter> letter_by_delegation(db::Reader& reader, const Principal& principal, DelegationId id,
                                         DispatchId letter, Date today) {
    const auto mailbox = mailbox_by_delegation(reader, principal, id, today);
    if (!mailbox) {
        return mailbox.error().code == delegation_not_found.name ? dispatch_not_found.error() : mailbox.error();
    }
    const auto reading = TRY(directory::PersonId::parse(principal.id));
    auto found = TRY(store::letter_of(reader, *mailbox, reading, letter));
    return FoundLetter{std::move(found), *mailbox};
}

Result<void> open_letter_by_delegation(const Settling& settling, DelegationId id, DispatchId letter) {
    const auto& principal = settling.principal;
    const auto found =
        TRY(letter_by_delegation(settling.transaction, principal, id, letter, norwegian_date(settling.now)));
    const auto position = found.letter.position;
    if (!TRY(store::add_delegation_opening(settling.transaction, id, letter, position, settling.now))) return {};
    auto reader = principal;
    reader.organisation_id.clear();
    reader.organisation_name.clear();
    journal::Event event{.type = "dispatch.letter_opened_by_delegation"};
    event.subjects = {{"letter", letter.to_string()}, {"delegation", id.to_string()}};
    event.visibility = journal::Visibility::internal;
    TRY(settling.office.services.journal.append(settling.transaction, reader, event, settling.now));
    if (!found.mailbox.acting->delegation.counts_as_read) return {};
    return note_read({settling.transaction, settling.office, reader, settling.now}, found.letter);
}

} // namespace dispatch
