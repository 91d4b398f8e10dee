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
#include "platform/search/words.hpp"
#include "platform/ui/form_again.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace dispatch {

namespace {

std::string letter_url(DispatchId id) {
    return "/mailbox/" + id.to_string();
}

/// So many of the newest letters are looked through.
constexpr int looked_through_max = 1000;
constexpr std::size_t asked_words_max = 10;

/// Every word asked for begins some word of the letter.
bool has_words(const Manifest& manifest, const std::vector<search::Word>& asked) {
    std::string text = manifest.title + " " + manifest.sender;
    for (const auto& document : manifest.documents) {
        text.append(" ").append(document.name);
    }
    const auto words = search::words_of(text, 1000);
    return std::ranges::all_of(asked, [&](const search::Word& wanted) {
        return std::ranges::any_of(words, [&](const search::Word& word) {
            return word.stem == wanted.stem || word.folded.starts_with(wanted.folded);
        });
    });
}

LetterRow row_of(const Letter& letter, const Manifest& manifest, bool is_hidden) {
    LetterRow row;
    row.id = letter.dispatch.id;
    row.url = letter_url(letter.dispatch.id);
    if (!is_hidden) row.title = manifest.title;
    row.sender = manifest.sender;
    row.received_at = letter.dispatch.received_at;
    row.is_opened = letter.opened_at.has_value();
    row.is_locked = is_hidden;
    row.documents = static_cast<std::int64_t>(manifest.documents.size());
    return row;
}

Result<std::string> name_of_person(db::Reader& reader, directory::PersonId id) {
    const auto people = TRY(directory::people_by_id(reader, {id}));
    return people.empty() ? std::string{} : people.front().name;
}

Result<void> fill_letters(const Office& office, const http::Query& query, const Mailbox& mailbox,
                          directory::PersonId reading, MailboxView& view) {
    const auto asked = search::words_of(view.words, asked_words_max);
    const auto letters = TRY(store::letters_of(query.reader, mailbox, reading,
                                               {.is_archived = view.is_archive, .limit = looked_through_max}));
    view.is_cut = letters.size() == looked_through_max;
    for (const auto& letter : letters) {
        const bool is_hidden = is_locked(letter.dispatch, query.principal);
        if (is_hidden && !asked.empty()) continue; // That it was found would tell what it is about.
        const auto manifest = TRY(open_manifest(office, letter.dispatch));
        if (!has_words(manifest, asked)) continue;
        auto row = row_of(letter, manifest, is_hidden);
        if (letter.first_reader) row.opened_by = TRY(name_of_person(query.reader, *letter.first_reader));
        view.letters.push_back(std::move(row));
    }
    return {};
}

Result<http::Response> list_letters(const Office& office, const http::Query& query) {
    const auto asked = TRY(query.request.read_query<MailboxQuestion>());
    const auto mailboxes = TRY(mailboxes_of(query.reader, query.principal));
    MailboxView view;
    view.words = asked.words.value_or(std::string{});
    view.is_archive = asked.archived;
    view.organisation = mailboxes.organisation_name;
    view.box = asked.box.value_or(mailboxes.own || !mailboxes.organisation ? Box::own : Box::organisation);
    const auto& mailbox = view.box == Box::own ? mailboxes.own : mailboxes.organisation;
    if (view.box == Box::organisation) TRY(query.principal.require(right::read_post, query.principal.organisation_id));
    view.is_known = mailbox.has_value();
    if (mailbox) TRY(fill_letters(office, query, *mailbox, mailboxes.reading, view));
    return http::represent<MailboxView>(query, view,
                                        {.html = [&](const MailboxView& shown) { return mailbox_page(query, shown); }});
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
