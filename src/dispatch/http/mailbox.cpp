#include "dispatch/actions/content.hpp"
#include "dispatch/actions/open_letter.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/mailbox_store.hpp"
#include "dispatch/store/reply_store.hpp"
#include "dispatch/views/pages.hpp"
#include "platform/content/media_kind.hpp"
#include "platform/errors.hpp"
#include "platform/http/percent.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/form_again.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace dispatch {

namespace {

std::string letter_url(DispatchId id) {
    return "/mailbox/" + id.to_string();
}

Result<std::string> name_of_person(db::Reader& reader, directory::PersonId id) {
    const auto people = TRY(directory::people_by_id(reader, {id}));
    return people.empty() ? std::string{} : people.front().name;
}

Result<void> fill_content(const Office& office, const http::Query& query, const Dispatch& dispatch, LetterView& view) {
    const auto envelope = TRY(open_envelope(office, dispatch));
    for (std::size_t i = 0; i < envelope.documents.size(); ++i) {
        view.documents.push_back(
            {envelope.documents[i].name, fmt::format("{}/documents/{}", view.url, i), envelope.documents[i].bytes});
    }
    for (const auto& link : envelope.links) {
        view.links.push_back({link.url, link.text, link.lead});
    }
    view.signing = TRY(signing_view(query.reader, dispatch, envelope, "/mailbox", query.now));
    if (takes_reply(envelope)) view.reply_recipient = envelope.reply_to->address.name;
    return {};
}

Result<void> fill_replies(db::Reader& reader, const Letter& letter, LetterView& view) {
    for (const auto& reply : TRY(store::replies_to(reader, letter.dispatch.id, letter.position))) {
        const auto sent = TRY(store::find(reader, reply.id));
        if (!sent) continue;
        view.replies.push_back({reply.id, reply.sent_at, TRY(name_of_person(reader, reply.person_id)), sent->status});
    }
    return {};
}

Result<LetterView> letter_view(const Office& office, const http::Query& query, const FoundLetter& found) {
    const auto& [letter, mailbox] = found;
    const auto manifest = TRY(open_manifest(office, letter.dispatch));
    LetterView view;
    view.id = letter.dispatch.id;
    view.url = letter_url(letter.dispatch.id);
    view.title = manifest.title;
    view.sender = manifest.sender;
    view.recipient = manifest.recipient;
    view.box = mailbox.is_shared() ? Box::organisation : Box::own;
    view.received_at = letter.dispatch.received_at;
    view.level = letter.dispatch.level;
    view.opened_at = letter.own_opened_at;
    view.archived_at = letter.archived_at;
    for (const auto& opening : TRY(store::openings(query.reader, letter.dispatch.id, letter.position))) {
        view.openings.push_back({TRY(name_of_person(query.reader, opening.person_id)), opening.at});
    }
    if (view.opened_at) TRY(fill_content(office, query, letter.dispatch, view));
    TRY(fill_replies(query.reader, letter, view));
    return view;
}

Result<http::Response> show_letter(const Office& office, const http::Query& query) {
    const auto found = TRY(readable_letter(query.reader, query.principal, TRY(dispatch_in_path(query))));
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
    return ui::answer_changed(command, letter_url(id));
}

/// What stands first is enough to tell what it is; it is sent on with the rest.
struct FirstPiece {
    std::function<Result<std::string>()> rest;
    std::string piece;
    bool is_sent = false;
};

Result<http::Response> show_document(const Office& office, const http::Query& query) {
    const auto letter = TRY(readable_letter(query.reader, query.principal, TRY(dispatch_in_path(query)))).letter;
    if (!letter.own_opened_at) return letter_unopened.error();
    const auto opened = TRY(open_dispatch(query.reader, office, letter.dispatch));
    const auto text = query.request.path_value("position");
    std::size_t position = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), position);
    if (failure != std::errc{} || end != text.data() + text.size() || position >= opened.documents.size()) {
        return dispatch_not_found.error();
    }
    auto first = std::make_shared<FirstPiece>();
    first->rest = document_pieces(query.blobs, opened, position);
    first->piece = TRY(first->rest());
    const auto kind = content::recognise(first->piece);
    const bool is_shown = kind == content::MediaKind::pdf || content::is_picture(kind);
    http::Response response;
    response.content_type = content::media_type(kind);
    response.length = static_cast<std::uint64_t>(opened.documents[position].bytes);
    response.with("content-disposition", fmt::format("{}; filename*=UTF-8''{}", is_shown ? "inline" : "attachment",
                                                     http::percent_encoded(opened.envelope.documents[position].name)));
    response.with("cache-control", "private, no-store");
    response.pieces = [first]() -> Result<std::string> {
        if (first->is_sent) return first->rest();
        first->is_sent = true;
        return first->piece;
    };
    return response;
}

/// The address that senders are told of a document leads to the letter.
Result<http::Response> lead_to_letter(const http::Query& query) {
    return http::see_other(query.url(letter_url(TRY(dispatch_in_path(query)))));
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
        [&office](const http::Query& query) { return show_document(office, query); },
        {.operation = "showLetterDocument", .summary = "A document of an opened letter.", .formats = {Format::html}});
    router.get("/forsendelse/{dispatch}/{position}", ::right::logged_in, lead_to_letter,
               {.operation = "leadToLetter",
                .summary = "Where the address of a document, as senders are told it, leads.",
                .formats = {Format::html},
                .status = 303});
}

} // namespace dispatch
