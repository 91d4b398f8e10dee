#include "dispatch/actions/act_for_another.hpp"

#include "directory/directory.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/guardianship.hpp"

namespace dispatch {

static Result<Mailbox> mailbox_of_giver(db::Reader& reader, const Principal& principal, const Delegation& delegation) {
    const auto people = TRY(directory::people_by_id(reader, {delegation.giver_id}));
    Acting acting;
    acting.id = delegation.id.to_string();
    acting.name = people.empty() ? std::string{} : people.front().name;
    acting.from = at_norwegian_time(delegation.valid_from, std::chrono::minutes{0});
    acting.is_limited = delegation.is_limited;
    acting.shows_high = delegation.covers_high && principal.assurance == "high";
    acting.may_answer = delegation.may_answer;
    acting.counts_as_read = delegation.counts_as_read;
    acting.answerers = {delegation.giver_id};
    if (delegation.receiver_id) acting.answerers.push_back(*delegation.receiver_id);
    Mailbox mailbox;
    mailbox.identity_hash = delegation.giver_hash;
    mailbox.acting = std::move(acting);
    return mailbox;
}

Result<Mailbox> mailbox_by_delegation(db::Reader& reader, const Principal& principal, DelegationId id, Date today) {
    const auto mailboxes = TRY(mailboxes_of(reader, principal));
    auto delegation = TRY(store::delegation(reader, id));
    const bool is_theirs = delegation && mailboxes.own && delegation->receiver_hash == *mailboxes.own->identity_hash &&
                           delegation->receiver_id == mailboxes.reading;
    if (!is_theirs || state_of(*delegation, today) != DelegationState::in_force) return delegation_not_found.error();
    return mailbox_of_giver(reader, principal, *delegation);
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
    if (!found.mailbox.acting->counts_as_read) return {};
    return note_read({settling.transaction, settling.office, reader, settling.now}, found.letter);
}

static Result<Mailbox> mailbox_of_guarded(const Office& office, const Principal& principal,
                                          const Guardianship& guardianship) {
    Acting acting;
    acting.ground = ActingGround::guardianship;
    acting.id = guardianship.id.to_string();
    acting.name = TRY(guarded_name(office, guardianship));
    acting.from = guardianship.valid_from;
    acting.shows_high = principal.assurance == "high";
    acting.may_answer = acting.counts_as_read = true;
    Mailbox mailbox;
    mailbox.identity_hash = guardianship.guarded_hash;
    mailbox.acting = std::move(acting);
    return mailbox;
}

Result<Mailbox> mailbox_by_guardianship(const Office& office, db::Reader& reader, const Principal& principal,
                                        GuardianshipId id, Instant now) {
    const auto guardianship = TRY(confirm_guardianship(office, reader, principal, id, now));
    return mailbox_of_guarded(office, principal, guardianship);
}

Result<Mailbox> confirmed_mailbox(const Office& office, db::Reader& reader, const Principal& principal,
                                  GuardianshipId id, Instant now) {
    const auto guardianship = TRY(own_guardianship(reader, principal, id));
    if (answer_of(guardianship.confirmed_at, now) == GuardianshipAnswer::stale) return guardianship_unconfirmed.error();
    return mailbox_of_guarded(office, principal, guardianship);
}

Result<void> open_letter_by_guardianship(const Settling& settling, GuardianshipId id, DispatchId letter) {
    const auto& [transaction, office, principal, now] = settling;
    const auto mailbox = TRY(confirmed_mailbox(office, transaction, principal, id, now));
    const auto reading = TRY(directory::PersonId::parse(principal.id));
    const auto found = TRY(store::letter_of(transaction, mailbox, reading, letter));
    if (!TRY(store::add_guardian_opening(transaction, id, letter, found.position, now))) return {};
    auto reader = principal;
    reader.organisation_id.clear();
    reader.organisation_name.clear();
    journal::Event event{.type = "dispatch.letter_opened_by_guardian"};
    event.subjects = {{"letter", letter.to_string()}, {"guardianship", id.to_string()}};
    event.visibility = journal::Visibility::internal;
    TRY(office.services.journal.append(transaction, reader, event, now));
    return note_read({transaction, office, reader, now}, found);
}

} // namespace dispatch
