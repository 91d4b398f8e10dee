#include "dispatch/actions/act_for_another.hpp"
#include "dispatch/actions/open_letter.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/views/pages.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/form_again.hpp"

#include <fmt/format.h>

namespace dispatch {

namespace {

Result<http::Response> show_letter(const Office& office, const http::Query& query) {
    const auto found = TRY(letter_in_path(office, query.reader, query));
    const auto view = TRY(letter_view(office, query, found));
    return http::represent<LetterView>(query, view,
                                       {.html = [&](const LetterView& shown) { return letter_page(query, shown); }});
}

using LetterAction = std::function<Result<void>(const Settling&, DispatchId)>;

Result<http::Response> change_letter(const Office& office, const http::Command& command, const LetterAction& act) {
    const auto id = TRY(dispatch_in_path(command));
    TRY(command.write([&](db::Transaction& transaction) {
        return act({transaction, office, command.principal, command.now}, id);
    }));
    return ui::answer_changed(command, "/mailbox/" + id.to_string());
}

Result<http::Response> open_by_delegation(const Office& office, const http::Command& command) {
    const auto delegation = TRY(delegation_in_path(command));
    const auto id = TRY(dispatch_in_path(command));
    TRY(command.write([&](db::Transaction& transaction) {
        return open_letter_by_delegation({transaction, office, command.principal, command.now}, delegation, id);
    }));
    return ui::answer_changed(command,
                              fmt::format("/delegations/{}/letters/{}", delegation.to_string(), id.to_string()));
}

Result<http::Response> open_by_guardianship(const Office& office, const http::Command& command) {
    const auto guardianship = TRY(guardianship_in_path(command));
    const auto id = TRY(dispatch_in_path(command));
    auto reader = TRY(office.services.database.reader());
    TRY(confirm_guardianship(office, *reader, command.principal, guardianship, command.now));
    reader.reset();
    TRY(command.write([&](db::Transaction& transaction) {
        return open_letter_by_guardianship({transaction, office, command.principal, command.now}, guardianship, id);
    }));
    return ui::answer_changed(command,
                              fmt::format("/guardianships/{}/letters/{}", guardianship.to_string(), id.to_string()));
}

/// The address that senders are told of a document leads to the letter.
Result<http::Response> lead_to_letter(const http::Query& query) {
    return http::see_other(query.url("/mailbox/" + TRY(dispatch_in_path(query)).to_string()));
}

void add_routes_by_delegation(http::Router& router, const Office& office) {
    router.get("/delegations/{delegation}/letters", ::right::logged_in,
               [&office](const http::Query& query) { return list_letters_by_delegation(office, query); },
               {.operation = "listLettersByDelegation",
                .summary = "The letters of a person who lets one read them.",
                .query = json::type_of<LettersQuestion>(),
                .answer = json::type_of<MailboxView>()});
    router.get("/delegations/{delegation}/letters/{dispatch}", ::right::logged_in,
               [&office](const http::Query& query) { return show_letter(office, query); },
               {.operation = "showLetterByDelegation",
                .summary = "One of them; its documents once it is opened by virtue of the same delegation.",
                .answer = json::type_of<LetterView>()});
    router.post("/delegations/{delegation}/letters/{dispatch}/opening", ::right::logged_in,
                [&office](const http::Command& command) { return open_by_delegation(office, command); },
                {.operation = "openLetterByDelegation",
                 .summary = "Opens it; the recipient sees by whom, and it counts as read where the delegation says so.",
                 .status = 204});
    router.get("/delegations/{delegation}/letters/{dispatch}/documents/{position}", ::right::logged_in,
               [&office](const http::Query& query) { return show_letter_document(office, query); },
               {.operation = "showLetterDocumentByDelegation",
                .summary = "A document of a letter that was opened by virtue of a delegation.",
                .formats = {http::Format::html}});
}

void add_routes_by_guardianship(http::Router& router, const Office& office) {
    router.get("/guardianships/{guardianship}/letters", ::right::logged_in,
               [&office](const http::Query& query) { return list_letters_by_guardianship(office, query); },
               {.operation = "listLettersByGuardianship",
                .summary = "The letters of a person whom one is guardian for.",
                .query = json::type_of<LettersQuestion>(),
                .answer = json::type_of<MailboxView>()});
    router.get("/guardianships/{guardianship}/letters/{dispatch}", ::right::logged_in,
               [&office](const http::Query& query) { return show_letter(office, query); },
               {.operation = "showLetterByGuardianship",
                .summary = "One of them; its documents once it is opened by the same guardian.",
                .answer = json::type_of<LetterView>()});
    router.post("/guardianships/{guardianship}/letters/{dispatch}/opening", ::right::logged_in,
                [&office](const http::Command& command) { return open_by_guardianship(office, command); },
                {.operation = "openLetterByGuardianship",
                 .summary = "Opens it; it counts as read, and the guarded person sees by whom.",
                 .status = 204});
    router.get("/guardianships/{guardianship}/letters/{dispatch}/documents/{position}", ::right::logged_in,
               [&office](const http::Query& query) { return show_letter_document(office, query); },
               {.operation = "showLetterDocumentByGuardianship",
                .summary = "A document of a letter that was opened as a guardian.",
                .formats = {http::Format::html}});
}

} // namespace

void add_mailbox_routes(http::Router& router, const Office& office) {
    using http::Format;
    router.get("/mailbox", ::right::logged_in,
               [&office](const http::Query& query) { return list_letters(office, query); },
               {.operation = "listLetters",
                .summary = "The letters in one's own mailbox, or in that of the organisation that one acts for.",
                .query = json::type_of<MailboxQuestion>(),
                .answer = json::type_of<MailboxView>()});
    router.get("/mailbox/{dispatch}", ::right::logged_in,
               [&office](const http::Query& query) { return show_letter(office, query); },
               {.operation = "showLetter",
                .summary = "One letter; its documents once it is opened.",
                .answer = json::type_of<LetterView>()});
    const auto add_change = [&](std::string_view path, const http::About& about, LetterAction act) {
        router.post(
            path, ::right::logged_in,
            [&office, act](const http::Command& command) { return change_letter(office, command, act); }, about);
    };
    add_change("/mailbox/{dispatch}/opening",
               {.operation = "openLetter",
                .summary = "Opens a letter: its documents can be read, and the sender sees that it was.",
                .status = 204},
               open_letter);
    add_change("/mailbox/{dispatch}/archiving",
               {.operation = "archiveLetter", .summary = "Puts a letter away.", .status = 204},
               [](const Settling& settling, DispatchId id) { return archive_letter(settling, id, true); });
    add_change("/mailbox/{dispatch}/restoring",
               {.operation = "restoreLetter", .summary = "Takes a letter out of the archive.", .status = 204},
               [](const Settling& settling, DispatchId id) { return archive_letter(settling, id, false); });
    router.get(
        "/mailbox/{dispatch}/documents/{position}", ::right::logged_in,
        [&office](const http::Query& query) { return show_letter_document(office, query); },
        {.operation = "showLetterDocument", .summary = "A document of an opened letter.", .formats = {Format::html}});
    router.get("/forsendelse/{dispatch}/{position}", ::right::logged_in, lead_to_letter,
               {.operation = "leadToLetter",
                .summary = "Where the address of a document, as senders are told it, leads.",
                .formats = {Format::html},
                .status = 303});
    add_routes_by_delegation(router, office);
    add_routes_by_guardianship(router, office);
}

} // namespace dispatch
