#include "dispatch/actions/answer_letter.hpp"
#include "dispatch/actions/content.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/department_store.hpp"
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

Result<DelegationId> delegation_in_path(const http::Call& call) {
    const auto id = DelegationId::parse(call.request.path_value("delegation"));
    if (!id) return delegation_not_found.error();
    return *id;
}

Result<GuardianshipId> guardianship_in_path(const http::Call& call) {
    const auto id = GuardianshipId::parse(call.request.path_value("guardianship"));
    if (!id) return guardianship_not_found.error();
    return *id;
}

static bool is_by_guardianship(const http::Call& call) {
    return !call.request.path_value("guardianship").empty();
}

/// What somebody may see without being asked about in a register.
static Result<FoundLetter> letter_without_asking(db::Reader& reader, const http::Call& call) {
    const auto id = TRY(dispatch_in_path(call));
    if (call.request.path_value("delegation").empty()) return readable_letter(reader, call.principal, id);
    const auto delegation = DelegationId::parse(call.request.path_value("delegation"));
    if (!delegation) return dispatch_not_found.error();
    return letter_by_delegation(reader, call.principal, *delegation, id, call.today());
}

static Result<FoundLetter> letter_in_mailbox(db::Reader& reader, const http::Call& call, Mailbox mailbox) {
    const auto reading = TRY(directory::PersonId::parse(call.principal.id));
    auto letter = TRY(store::letter_of(reader, mailbox, reading, TRY(dispatch_in_path(call))));
    return FoundLetter{std::move(letter), std::move(mailbox)};
}

Result<FoundLetter> letter_in_path(const Office& office, db::Reader& reader, const http::Call& call) {
    if (!is_by_guardianship(call)) return letter_without_asking(reader, call);
    const auto id = TRY(guardianship_in_path(call));
    auto mailbox = TRY(mailbox_by_guardianship(office, reader, call.principal, id, call.now));
    return letter_in_mailbox(reader, call, std::move(mailbox));
}

Result<FoundLetter> letter_in_path_still(const Office& office, db::Transaction& transaction, const http::Call& call) {
    if (!is_by_guardianship(call)) return letter_without_asking(transaction, call);
    const auto id = TRY(guardianship_in_path(call));
    auto mailbox = TRY(confirmed_mailbox(office, transaction, call.principal, id, call.now));
    return letter_in_mailbox(transaction, call, std::move(mailbox));
}

/// Where all stand that may be read by virtue of something.
static std::string path_of_letters(const Acting& acting) {
    const bool is_guardian = acting.ground == ActingGround::guardianship;
    return fmt::format("/{}/{}/letters", is_guardian ? "guardianships" : "delegations", acting.id);
}

std::string path_of_letter(const Mailbox& mailbox, DispatchId id) {
    if (!mailbox.acting) return "/mailbox/" + id.to_string();
    return path_of_letters(*mailbox.acting) + "/" + id.to_string();
}

Result<std::string> name_of_person(db::Reader& reader, directory::PersonId id) {
    const auto people = TRY(directory::people_by_id(reader, {id}));
    return people.empty() ? std::string{} : people.front().name;
}

std::optional<ActingView> acting_view(const Mailbox& mailbox) {
    if (!mailbox.acting) return {};
    const auto& acting = *mailbox.acting;
    return ActingView{acting.name,       path_of_letters(acting), acting.ground == ActingGround::guardianship,
                      acting.may_answer, acting.counts_as_read,   acting.shows_high};
}

namespace {

Result<void> fill_content(const Office& office, const http::Query& query, const FoundLetter& found, LetterView& view) {
    const auto& dispatch = found.letter.dispatch;
    const auto envelope = TRY(open_envelope(office, dispatch));
    for (std::size_t i = 0; i < envelope.documents.size(); ++i) {
        view.documents.push_back(
            {envelope.documents[i].name, fmt::format("{}/documents/{}", view.url, i), envelope.documents[i].bytes});
    }
    for (const auto& link : envelope.links) {
        view.links.push_back({link.url, link.text, link.lead});
    }
    if (may_be_answered(found, envelope)) view.reply_recipient = envelope.reply_to->address.name;
    // Only the addressee signs.
    if (!view.acting) view.signing = TRY(signing_view(query.reader, dispatch, envelope, "/mailbox", query.now));
    return {};
}

/// Who else has opened it: colleagues, or those whom the recipient lets read it. To whoever reads for somebody, what
/// others did is not told.
Result<void> fill_openings(db::Reader& reader, const FoundLetter& found, LetterView& view) {
    const auto& letter = found.letter;
    if (found.mailbox.acting) return {};
    for (const auto& opening : TRY(store::openings(reader, letter.dispatch.id, letter.position))) {
        view.openings.push_back({TRY(name_of_person(reader, opening.person_id)), opening.at});
    }
    if (found.mailbox.is_shared()) return {};
    for (const auto& opening : TRY(store::delegation_openings(reader, letter.dispatch.id, letter.position))) {
        view.openings.push_back({TRY(name_of_person(reader, opening.person_id)), opening.at});
    }
    for (const auto& opening : TRY(store::guardian_openings(reader, letter.dispatch.id, letter.position))) {
        view.openings.push_back({TRY(name_of_person(reader, opening.person_id)), opening.at});
    }
    std::ranges::stable_sort(view.openings, {}, &OpeningView::at);
    return {};
}

/// To whoever reads by delegation, only their own answers and the recipient's.
bool may_see_reply(const FoundLetter& found, const Reply& reply) {
    const auto& acting = found.mailbox.acting;
    if (!acting) return true;
    if (!acting->may_answer) return false;
    return acting->answerers.empty() ||
           std::ranges::find(acting->answerers, reply.person_id) != acting->answerers.end();
}

Result<void> fill_replies(db::Reader& reader, const FoundLetter& found, LetterView& view) {
    const auto& letter = found.letter;
    for (const auto& reply : TRY(store::replies_to(reader, letter.dispatch.id, letter.position))) {
        const auto sent = TRY(store::find(reader, reply.id));
        if (!sent || !may_see_reply(found, reply)) continue;
        view.replies.push_back({reply.id, reply.sent_at, TRY(name_of_person(reader, reply.person_id)), sent->status});
    }
    return {};
}

/// Paper is for the addressee, so who is only shown the letter is told nothing of it.
Result<void> fill_paper(db::Reader& reader, const Letter& letter, LetterView& view) {
    view.is_addressee = letter.position == 0;
    if (!view.is_addressee) return {};
    const auto standing = TRY(standing_of(reader, letter.dispatch));
    view.paper = paper_outlook(standing);
    if (view.paper == PaperOutlook::unless_read) view.paper_at = prospect_of(standing)->at;
    return {};
}

Result<void> fill_department(const http::Query& query, const Dispatch& dispatch, LetterView& view) {
    const auto organisation = directory::OrganisationId::parse(query.principal.organisation_id);
    if (dispatch.department.empty() || !organisation) return {};
    const auto found = TRY(store::department(query.reader, *organisation, dispatch.department));
    view.department = found ? found->name : dispatch.department;
    return {};
}

Result<LetterView> letter_view(const Office& office, const http::Query& query, const FoundLetter& found) {
    const auto& [letter, mailbox] = found;
    const auto manifest = TRY(open_manifest(office, letter.dispatch));
    LetterView view;
    view.id = letter.dispatch.id;
    view.url = path_of_letter(mailbox, letter.dispatch.id);
    view.title = manifest.title;
    view.sender = manifest.sender;
    view.recipient = manifest.recipient;
    view.box = mailbox.is_shared() ? Box::organisation : Box::own;
    view.acting = acting_view(mailbox);
    view.received_at = letter.dispatch.received_at;
    view.level = letter.dispatch.level;
    view.opened_at = letter.own_opened_at;
    view.archived_at = letter.archived_at;
    if (mailbox.is_shared() && letter.position == 0) TRY(fill_department(query, letter.dispatch, view));
    TRY(fill_paper(query.reader, letter, view));
    TRY(fill_openings(query.reader, found, view));
    if (view.opened_at) TRY(fill_content(office, query, found, view));
    TRY(fill_replies(query.reader, found, view));
    return view;
}

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

/// What stands first is enough to tell what it is; it is sent on with the rest.
struct FirstPiece {
    std::function<Result<std::string>()> rest;
    std::string piece;
    bool is_sent = false;
};

Result<http::Response> show_document(const Office& office, const http::Query& query) {
    const auto letter = TRY(letter_in_path(office, query.reader, query)).letter;
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
               [&office](const http::Query& query) { return show_document(office, query); },
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
               [&office](const http::Query& query) { return show_document(office, query); },
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
        [&office](const http::Query& query) { return show_document(office, query); },
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
