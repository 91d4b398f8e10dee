#include "dispatch/actions/answer_letter.hpp"

#include "dispatch/actions/content.hpp"
#include "dispatch/actions/open_account.hpp"
#include "dispatch/actions/uploads.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/reply.hpp"
#include "dispatch/domain/return_address.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/reply_store.hpp"
#include "dispatch/texts.hpp"
#include "platform/pdf/workshop.hpp"
#include "platform/unicode.hpp"

#include <algorithm>

namespace dispatch {

Result<Account> account_of_recipient(const Office& office, const Principal& principal, const Mailbox& mailbox,
                                     Instant now) {
    directory::OrganisationId organisation;
    if (mailbox.is_shared()) organisation = TRY(directory::OrganisationId::parse(principal.organisation_id));
    const auto& words = office.services.texts.in(i18n::Language::nb);
    auto& database = office.services.database;
    auto opened = database.write([&](db::Transaction& transaction) -> Result<Account> {
        if (auto known = TRY(store::account_for_replies(transaction, organisation))) return *std::move(known);
        Account fresh;
        fresh.id = AccountId::make(now, office.services.random);
        fresh.name = mailbox.is_shared() ? principal.organisation_name : words(text::reply_account);
        fresh.organisation_id = organisation;
        fresh.duplicate_window = std::chrono::seconds{0};
        fresh.opened_at = now;
        fresh.is_for_replies = true;
        TRY(open_account_for_replies(transaction, office, the_program("postkasse"), fresh));
        return fresh;
    });
    if (opened) return opened;
    // Another process may have opened it in the same moment.
    const auto lease = TRY(database.reader());
    auto known = TRY(store::account_for_replies(*lease, organisation));
    return known ? Result<Account>{*std::move(known)} : opened;
}

std::string name_of_recipient(const i18n::Translator& t, const FoundLetter& found, const Envelope& envelope,
                              const Principal& principal) {
    if (found.mailbox.is_shared()) return principal.organisation_name;
    const auto& acting = found.mailbox.acting;
    const auto& recipient = found.letter.position == 0 ? envelope.recipient.address.name
                            : acting                   ? acting->name
                                                       : principal.name;
    if (!acting) return recipient;
    return acting->ground == ActingGround::guardianship
               ? t(text::guardianship_sent_by({.name = recipient, .reader = principal.name}))
               : t(text::delegation_sent_by({.name = recipient, .reader = principal.name}));
}

Result<void> expect_answerable(const FoundLetter& found, const Envelope& envelope, const Principal& principal) {
    const auto& acting = found.mailbox.acting;
    if (!takes_reply(envelope) || (acting && !acting->may_answer)) return reply_not_taken.error();
    if (!found.mailbox.is_shared()) return {};
    return principal.require(right::answer_post, principal.organisation_id);
}

bool may_be_answered(const FoundLetter& found, const Envelope& envelope, const Principal& principal) {
    return expect_answerable(found, envelope, principal).has_value();
}

Result<std::string> pdf_of_lines(const Office& office, const std::string& title, const std::vector<std::string>& lines,
                                 Instant now) {
    pdf::Book book{title, "nb", now};
    book.footer("{page} / {pages}").title(title);
    for (const auto& line : lines) {
        book.paragraph(line);
    }
    const auto bound = TRY(office.workshop->bind(book));
    return bound.file.bytes();
}

/// What the checks of all dispatches found, told of the form's own fields.
static Error told_of_form(Error error) {
    for (auto& fault : error.faults) {
        if (fault.pointer.starts_with("#/documents")) fault.pointer = "#/files";
    }
    return error;
}

Result<Prepared> prepare_reply(const Office& office, const Principal& principal, const i18n::Translator& t,
                               const FoundLetter& found, NewReply reply, Instant now) {
    if (!found.letter.own_opened_at) return letter_unopened.error();
    const auto letter = TRY(open_envelope(office, found.letter.dispatch));
    TRY(expect_answerable(found, letter, principal));
    auto faults = reply_faults(reply.text, reply.files);
    if (!faults.empty()) {
        auto error = reply_faulty.error({{"count", static_cast<std::int64_t>(faults.size())}});
        error.faults = std::move(faults);
        return error;
    }
    const auto sender = name_of_recipient(t, found, letter, principal);
    auto documents = std::move(reply.files);
    if (!unicode::trimmed(reply.text).empty()) {
        const auto title = t(text::reply_title({.title = letter.title}));
        auto lines = lines_of_text(reply.text);
        lines.insert(lines.begin(), t(text::reply_sent_by({.name = sender, .time = t.date_time(now)})));
        const auto pdf = TRY(pdf_of_lines(office, title, lines, now));
        const auto number = documents.size();
        documents.insert(documents.begin(),
                         TRY(store_upload(office, reply.key, number, std::string{reply_text_name}, pdf)));
    }
    const auto account = TRY(account_of_recipient(office, principal, found.mailbox, now));
    Arrival arrival{reply_to(letter, found.letter.dispatch.id, sender, documents), std::move(documents),
                    std::move(reply.key), std::nullopt};
    arrival.is_open = true;
    auto prepared = prepare_dispatch(office, account, std::move(arrival), now);
    if (!prepared) return told_of_form(prepared.error());
    return prepared;
}

Result<void> send_from_mailbox(const Settling& settling, const FoundLetter& found, Prepared prepared) {
    auto sender = settling.principal;
    if (!found.mailbox.is_shared()) sender.organisation_id.clear();
    const auto id =
        TRY(accept_dispatch(settling.transaction, settling.office, sender, std::move(prepared), settling.now));
    const auto person = TRY(directory::PersonId::parse(settling.principal.id));
    TRY(store::insert(settling.transaction,
                      Reply{id, found.letter.dispatch.id, found.letter.position, person, settling.now}));
    journal::Event event{.type = "dispatch.letter_answered"};
    event.subjects = {{"letter", found.letter.dispatch.id.to_string()}, {"dispatch", id.to_string()}};
    const auto& acting = found.mailbox.acting;
    if (acting) {
        const bool is_guardian = acting->ground == ActingGround::guardianship;
        event.subjects.push_back({is_guardian ? "guardianship" : "delegation", acting->id});
    }
    event.visibility = journal::Visibility::internal;
    TRY(settling.office.services.journal.append(settling.transaction, sender, event, settling.now));
    return {};
}

} // namespace dispatch
