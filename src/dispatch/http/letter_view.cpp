// A letter as its reader sees it.
#include "dispatch/actions/answer_letter.hpp"
#include "dispatch/actions/content.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/store/department_store.hpp"
#include "dispatch/store/mailbox_store.hpp"
#include "dispatch/store/reply_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace dispatch {

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
    if (may_be_answered(found, envelope, query.principal)) view.reply_recipient = envelope.reply_to->address.name;
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

} // namespace

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

} // namespace dispatch
