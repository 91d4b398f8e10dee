#include "dispatch/actions/content.hpp"
#include "dispatch/actions/open_letter.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/mailbox_store.hpp"
#include "dispatch/views/pages.hpp"
#include "platform/content/media_kind.hpp"
#include "platform/errors.hpp"
#include "platform/http/percent.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/form_again.hpp"

#include <charconv>
#include <fmt/format.h>

namespace dispatch {

namespace {

std::string letter_url(DispatchId id) {
    return "/mailbox/" + id.to_string();
}

/// The letter in the path when it is this person's, at the level they have logged in with.
Result<Letter> own_letter(const http::Call& call, db::Reader& reader) {
    const auto mailbox = TRY(mailbox_of(reader, call.principal));
    if (!mailbox) return dispatch_not_found.error();
    auto letter = TRY(store::letter_of(reader, *mailbox, TRY(dispatch_in_path(call))));
    if (letter.dispatch.level == 4 && call.principal.assurance != "high") return assurance_too_low.error();
    return letter;
}

Result<http::Response> list_letters(const Office& office, const http::Query& query) {
    MailboxView view;
    const auto mailbox = TRY(mailbox_of(query.reader, query.principal));
    view.is_known = mailbox.has_value();
    if (mailbox) {
        for (const auto& letter : TRY(store::letters_of(query.reader, *mailbox, std::nullopt))) {
            const auto manifest = TRY(open_manifest(office, letter.dispatch));
            view.letters.push_back({letter.dispatch.id, letter_url(letter.dispatch.id), manifest.title, manifest.sender,
                                    letter.dispatch.received_at, letter.opened_at.has_value(),
                                    static_cast<std::int64_t>(manifest.documents.size())});
        }
    }
    return http::represent<MailboxView>(query, view,
                                        {.html = [&](const MailboxView& shown) { return mailbox_page(query, shown); }});
}

Result<http::Response> show_letter(const Office& office, const http::Query& query) {
    const auto letter = TRY(own_letter(query, query.reader));
    const auto& dispatch = letter.dispatch;
    const auto manifest = TRY(open_manifest(office, dispatch));
    LetterView view;
    view.id = dispatch.id;
    view.url = letter_url(dispatch.id);
    view.title = manifest.title;
    view.sender = manifest.sender;
    view.recipient = manifest.recipient;
    view.received_at = dispatch.received_at;
    view.level = dispatch.level;
    view.opened_at = letter.opened_at;
    if (letter.opened_at) {
        const auto envelope = TRY(open_envelope(office, dispatch));
        for (std::size_t i = 0; i < envelope.documents.size(); ++i) {
            view.documents.push_back(
                {envelope.documents[i].name, fmt::format("{}/documents/{}", view.url, i), envelope.documents[i].bytes});
        }
        for (const auto& link : envelope.links) {
            view.links.push_back({link.url, link.text, link.lead});
        }
    }
    return http::represent<LetterView>(query, view,
                                       {.html = [&](const LetterView& shown) { return letter_page(query, shown); }});
}

Result<http::Response> open_letter_sent(const Office& office, const http::Command& command) {
    const auto id = TRY(dispatch_in_path(command));
    TRY(command.write([&](db::Transaction& transaction) -> Result<void> {
        const auto mailbox = TRY(mailbox_of(transaction, command.principal));
        if (!mailbox) return dispatch_not_found.error();
        return open_letter({transaction, office, command.principal, command.now}, *mailbox, id);
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
    const auto letter = TRY(own_letter(query, query.reader));
    if (!letter.opened_at) return letter_unopened.error();
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
                .summary = "The letters in one's own mailbox.",
                .answer = json::type_of<MailboxView>()});
    router.get("/mailbox/{dispatch}", ::right::logged_in,
               [&office](const http::Query& query) { return show_letter(office, query); },
               {.operation = "showLetter",
                .summary = "One letter; its documents once it is opened.",
                .answer = json::type_of<LetterView>()});
    router.post("/mailbox/{dispatch}/opening", ::right::logged_in,
                [&office](const http::Command& command) { return open_letter_sent(office, command); },
                {.operation = "openLetter",
                 .summary = "Opens a letter: its documents can be read, and the sender sees that it was.",
                 .status = 204});
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
