// Requests for signatures: what the addressee is asked, what was answered, and the evidence of it.
#include "dispatch/actions/content.hpp"
#include "dispatch/actions/sign_letter.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/outbox_store.hpp"
#include "dispatch/views/pages.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/form_again.hpp"

#include <fmt/format.h>

namespace dispatch {

Result<std::optional<SigningView>> signing_view(db::Reader& reader, const Dispatch& dispatch, const Envelope& envelope,
                                                std::string_view base, Instant now) {
    const auto position = document_to_sign(envelope);
    if (!position) return std::optional<SigningView>{};
    const auto signing = TRY(store::signing_of(reader, dispatch.id));
    const auto& document = envelope.documents[*position];
    SigningView view;
    view.url = fmt::format("{}/{}/signature", base, dispatch.id.to_string());
    view.document = document.name;
    view.sha256 = document.sha256;
    view.kind = envelope.signature_kind.value_or(SignatureKind::authenticated);
    view.ends_at = *envelope.signing_ends_at;
    view.state = signing_state(envelope, signing ? std::optional{signing->decision} : std::nullopt, now);
    if (signing) {
        view.decided_at = signing->decided_at;
        view.evidence_url = view.url + "/evidence";
    }
    return std::optional{std::move(view)};
}

namespace {

Result<SigningPageView> signing_page_view(const Office& office, const http::Query& query) {
    const auto found = TRY(readable_letter(query.reader, query.principal, TRY(dispatch_in_path(query))));
    const auto task = TRY(signing_task(query.reader, office, found, query.now));
    SigningPageView view;
    view.letter_url = fmt::format("/mailbox/{}", found.letter.dispatch.id.to_string());
    view.title = task.envelope.title;
    view.recipient = task.envelope.reply_to ? task.envelope.reply_to->address.name : std::string{};
    view.signer = task.envelope.recipient.address.name;
    view.document_url = fmt::format("{}/documents/{}", view.letter_url, task.document);
    const auto signing = TRY(signing_view(query.reader, found.letter.dispatch, task.envelope, "/mailbox", query.now));
    view.signing = *signing;
    return view;
}

Result<http::Response> show_signing(const Office& office, const http::Query& query) {
    const auto view = TRY(signing_page_view(office, query));
    return http::represent<SigningPageView>(
        query, view, {.html = [&](const SigningPageView& shown) { return signing_page(query, {}, shown); }});
}

Result<std::string> answer_signing(const Office& office, const http::Command& command) {
    const auto asked = TRY(command.request.read<SigningAnswer>());
    auto lease = TRY(office.services.database.reader());
    const auto found = TRY(readable_letter(*lease, command.principal, TRY(dispatch_in_path(command))));
    const auto task = TRY(signing_task(*lease, office, found, command.now));
    lease.reset();
    if (asked.decision == SigningDecision::given && !asked.has_read.value_or(false)) {
        auto error = signing_unconfirmed.error();
        error.faults.push_back(signing_unconfirmed.at("#/hasRead"));
        return error;
    }
    const auto made = TRY(prepare_signing(office, command.principal, command.t, task, asked.decision, command.now));
    return command.once([&](db::Transaction& transaction) -> Result<std::string> {
        TRY(settle_signing({transaction, office, command.principal, command.now}, made));
        return fmt::format("/mailbox/{}#signing", found.letter.dispatch.id.to_string());
    });
}

Result<http::Response> post_signing(const Office& office, const http::Command& command) {
    const auto path = answer_signing(office, command);
    if (path) return ui::answer_created(command, *path);
    return ui::answer_failure(command, path.error(),
                              [&](const http::Query& query, const ui::FormState& state) -> Result<Html> {
                                  return signing_page(query, state, TRY(signing_page_view(office, query)));
                              });
}

Result<http::Response> evidence_download(const Office& office, const http::Query& query, DispatchId id) {
    auto evidence = TRY(signing_evidence_of(query.reader, office, id));
    if (!evidence) return signing_not_asked.error();
    auto response = http::plain(*std::move(evidence), "application/jose");
    response.with("content-disposition", fmt::format("attachment; filename=\"signaturbevis-{}.jws\"", id.to_string()));
    response.with("cache-control", "private, no-store");
    return response;
}

Result<http::Response> download_own_evidence(const Office& office, const http::Query& query) {
    const auto found = TRY(readable_letter(query.reader, query.principal, TRY(dispatch_in_path(query))));
    return evidence_download(office, query, found.letter.dispatch.id);
}

Result<http::Response> download_sent_evidence(const Office& office, const http::Query& query) {
    const auto organisation = TRY(outbox_of(query.principal));
    const auto sent = TRY(store::sent_by(query.reader, organisation, TRY(dispatch_in_path(query))));
    return evidence_download(office, query, sent.id);
}

/// The address that senders are told of leads to the letter's own page.
Result<http::Response> lead_to_signing(const http::Query& query) {
    return http::see_other(query.url(fmt::format("/mailbox/{}#signing", TRY(dispatch_in_path(query)).to_string())));
}

} // namespace

void add_signing_routes(http::Router& router, const Office& office) {
    using http::Format;
    router.get("/mailbox/{dispatch}/signature", ::right::logged_in,
               [&office](const http::Query& query) { return show_signing(office, query); },
               {.operation = "showSigning",
                .summary = "What the addressee of a letter is asked to sign.",
                .answer = json::type_of<SigningPageView>()});
    router.post("/mailbox/{dispatch}/signature", ::right::logged_in,
                [&office](const http::Command& command) { return post_signing(office, command); },
                {.operation = "answerSigning",
                 .summary = "Signs the document that a letter asks it for, or refuses to; once and for all.",
                 .body = json::type_of<SigningAnswer>(),
                 .status = 201});
    router.get("/mailbox/{dispatch}/signature/evidence", ::right::logged_in,
               [&office](const http::Query& query) { return download_own_evidence(office, query); },
               {.operation = "downloadOwnSigningEvidence",
                .summary = "The evidence (JWS) of one's own answer to a request for a signature.",
                .formats = {Format::html}});
    router.get(
        "/outbox/{dispatch}/signature/evidence", right::see_outbox,
        [&office](const http::Query& query) { return download_sent_evidence(office, query); },
        {.operation = "downloadSigningEvidence",
         .summary = "The evidence (JWS) of the answer to a request for a signature that one's organisation sent.",
         .formats = {Format::html}});
    router.get("/forsendelse/{dispatch}/{position}/signering", ::right::logged_in, lead_to_signing,
               {.operation = "leadToSigning",
                .summary = "Where the address for signing a document, as senders are told it, leads.",
                .formats = {Format::html},
                .status = 303});
}

} // namespace dispatch
