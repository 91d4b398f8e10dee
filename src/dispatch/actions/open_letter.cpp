#include "dispatch/actions/open_letter.hpp"

#include "directory/directory.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/rights.hpp"

namespace dispatch {

static Result<void> add_organisation(db::Reader& reader, const Principal& principal, Mailboxes& found) {
    const auto id = directory::OrganisationId::parse(principal.organisation_id);
    if (!id || !principal.may(right::read_post, principal.organisation_id)) return {};
    const auto organisation = TRY(directory::find_organisation(reader, *id));
    if (organisation.organisation_number.empty()) return {};
    found.organisation = Mailbox{{}, organisation.organisation_number};
    found.organisation_name = organisation.name;
    return {};
}

Result<Mailboxes> mailboxes_of(db::Reader& reader, const Principal& principal) {
    Mailboxes found;
    const auto person = directory::PersonId::parse(principal.id);
    if (principal.kind != PrincipalKind::person || !person) return found;
    found.reading = *person;
    auto hash = TRY(directory::identity_hash_of(reader, *person));
    if (hash) found.own = Mailbox{*std::move(hash), {}};
    TRY(add_organisation(reader, principal, found));
    return found;
}

Result<FoundLetter> letter_for(db::Reader& reader, const Principal& principal, DispatchId id) {
    const auto mailboxes = TRY(mailboxes_of(reader, principal));
    for (const auto* mailbox : {&mailboxes.own, &mailboxes.organisation}) {
        if (!*mailbox) continue;
        auto letter = store::letter_of(reader, **mailbox, mailboxes.reading, id);
        if (letter) return FoundLetter{*std::move(letter), **mailbox};
        if (letter.error().code != dispatch_not_found.name) return letter.error();
    }
    return dispatch_not_found.error();
}

bool is_locked(const Dispatch& dispatch, const Principal& principal) {
    return dispatch.level == 4 && principal.assurance != "high";
}

Result<FoundLetter> readable_letter(db::Reader& reader, const Principal& principal, DispatchId id) {
    auto found = TRY(letter_for(reader, principal, id));
    if (is_locked(found.letter.dispatch, principal))
        return assurance_too_low.error({{"neededLevel", std::string{"high"}}});
    return found;
}

/// About the letter as its recipient has it: the sender's receipt tells when it was read, not each who read it.
static Result<void> tell_of_letter(const Settling& settling, const FoundLetter& found, std::string_view type) {
    journal::Event event{.type = type};
    event.subjects = {{"letter", found.letter.dispatch.id.to_string()}};
    if (found.mailbox.is_shared()) event.subjects.push_back({"organisation", settling.principal.organisation_id});
    event.visibility = journal::Visibility::internal;
    TRY(settling.office.services.journal.append(settling.transaction, settling.principal, event, settling.now));
    return {};
}

Result<void> note_read(const Settling& settling, const Letter& letter) {
    const bool is_first =
        TRY(store::set_opened(settling.transaction, letter.dispatch.id, letter.position, settling.now));
    if (!is_first || letter.position > 0) return {};
    return mark_read(settling, letter.dispatch, HappeningKind::read, {});
}

Result<void> open_letter(const Settling& settling, DispatchId id) {
    const auto found = TRY(readable_letter(settling.transaction, settling.principal, id));
    const auto position = found.letter.position;
    if (found.letter.own_opened_at) return {};
    if (found.mailbox.is_shared()) {
        const auto person = TRY(directory::PersonId::parse(settling.principal.id));
        TRY(store::add_opening(settling.transaction, id, position, {person, settling.now}));
    }
    TRY(tell_of_letter(settling, found, "dispatch.letter_opened"));
    return note_read(settling, found.letter);
}

Result<void> archive_letter(const Settling& settling, DispatchId id, bool is_put_away) {
    const auto found = TRY(letter_for(settling.transaction, settling.principal, id));
    const auto at = is_put_away ? std::optional{settling.now} : std::nullopt;
    if (!TRY(store::set_archived(settling.transaction, id, found.letter.position, at))) return {};
    return tell_of_letter(settling, found, is_put_away ? "dispatch.letter_archived" : "dispatch.letter_restored");
}

} // namespace dispatch
