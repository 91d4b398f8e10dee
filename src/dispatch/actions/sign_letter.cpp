#include "dispatch/actions/sign_letter.hpp"

#include "dispatch/actions/answer_letter.hpp"
#include "dispatch/actions/content.hpp"
#include "dispatch/actions/uploads.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/texts.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/json/described_members.hpp"

namespace dispatch {

static constexpr std::string_view evidence_place = "signing ";
static constexpr const char* evidence_file_name = "signaturbevis.jws";
static constexpr const char* evidence_pdf_name = "Signaturbevis.pdf";

Result<SigningTask> signing_task(db::Reader& reader, const Office& office, const FoundLetter& found, Instant now) {
    if (found.mailbox.is_shared() || found.letter.position > 0) return signing_not_asked.error();
    if (!found.letter.own_opened_at) return letter_unopened.error();
    SigningTask task{found, TRY(open_envelope(office, found.letter.dispatch)), 0};
    const auto document = document_to_sign(task.envelope);
    if (!document) return signing_not_asked.error();
    task.document = *document;
    if (TRY(store::signing_of(reader, found.letter.dispatch.id))) return signing_settled.error();
    if (signing_state(task.envelope, {}, now) == SigningState::ended) return signing_ended.error();
    if (task.envelope.signature_kind == SignatureKind::advanced) return signing_kind_unavailable.error();
    return task;
}

static SigningEvidence evidence_of(const Office& office, const Principal& principal, const SigningTask& task,
                                   SigningDecision decision, Instant now) {
    const auto& document = task.envelope.documents[task.document];
    SigningEvidence evidence;
    evidence.iss = office.services.public_url;
    evidence.dispatch = task.found.letter.dispatch.id.to_string();
    evidence.document = document.name;
    evidence.sha256 = document.sha256;
    evidence.signer = task.envelope.recipient.address.name;
    evidence.decision = decision;
    evidence.kind = SignatureKind::authenticated;
    evidence.assurance = principal.assurance;
    evidence.at = now;
    return evidence;
}

static std::vector<std::string> evidence_lines(const i18n::Translator& t, const SigningEvidence& evidence) {
    return {t(text::signing_evidence_who({.name = evidence.signer, .time = t.date_time(evidence.at)})),
            t(text::signing_evidence_how({.level = t.by_name("assurance." + evidence.assurance)})),
            t(text::signing_evidence_what({.name = evidence.document})), "SHA-256: " + evidence.sha256,
            t(text::signing_evidence_dispatch({.id = evidence.dispatch}))};
}

/// The document anew under the key of the answer, piece by piece.
static Result<Upload> copied_document(const Office& office, const Opened& opened, std::size_t position,
                                      const crypto::Key& key) {
    const auto pieces = document_pieces(office.services.blobs, opened, position);
    return store_upload(office, key, 0, opened.envelope.documents[position].name, pieces);
}

static Document answered_document(const Upload& upload, std::string media_type) {
    Document document;
    document.name = upload.name;
    document.media_type = std::move(media_type);
    return document;
}

static Result<Prepared> prepare_answer(const Office& office, const Principal& principal, const i18n::Translator& t,
                                       const SigningTask& task, const PreparedSigning& made, Instant now) {
    const auto& letter = task.found.letter.dispatch;
    auto lease = TRY(office.services.database.reader());
    const auto opened = TRY(open_dispatch(*lease, office, letter));
    lease.reset();
    auto key = crypto::Key::make(office.services.random);
    const auto lines = evidence_lines(t, made.evidence);
    const auto pdf = TRY(pdf_of_lines(office, t(text::signing_evidence), lines, now));
    std::vector<Upload> uploads;
    uploads.push_back(TRY(copied_document(office, opened, task.document, key)));
    uploads.push_back(TRY(store_upload(office, key, 1, evidence_pdf_name, pdf)));
    uploads.push_back(TRY(store_upload(office, key, 2, evidence_file_name, made.signed_evidence)));
    const std::vector<Document> documents{answered_document(uploads[0], "application/pdf"),
                                          answered_document(uploads[1], "application/pdf"),
                                          answered_document(uploads[2], "application/jose")};
    const auto account = TRY(account_of_recipient(office, principal, task.found.mailbox, now));
    Arrival arrival{signed_envelope(task.envelope, letter.id.to_string(), documents), std::move(uploads),
                    std::move(key), std::nullopt};
    arrival.is_open = true;
    return prepare_dispatch(office, account, std::move(arrival), now);
}

Result<PreparedSigning> prepare_signing(const Office& office, const Principal& principal, const i18n::Translator& t,
                                        const SigningTask& task, SigningDecision decision, Instant now) {
    PreparedSigning made{task.found, evidence_of(office, principal, task, decision, now), {}, {}};
    made.signed_evidence =
        crypto::sign_compact(json::write(made.evidence), signing_evidence_type, office.receipt_keys.newest());
    if (decision == SigningDecision::given) {
        made.answer = TRY(prepare_answer(office, principal, t, task, made, now));
    }
    return made;
}

Result<void> settle_signing(const Settling& settling, PreparedSigning made) {
    auto& dispatch = made.found.letter.dispatch;
    const auto id = dispatch.id;
    const bool is_given = made.evidence.decision == SigningDecision::given;
    const auto& vault = settling.office.vault;
    const auto sealed =
        vault.seal(vault.lasting_key(), made.signed_evidence, std::string{evidence_place} + id.to_string());
    if (!TRY(store::insert(settling.transaction, id, {made.evidence.decision, settling.now, sealed}))) {
        return signing_settled.error();
    }
    const auto kind = is_given ? HappeningKind::signature_given : HappeningKind::signature_refused;
    TRY(store::add(settling.transaction, id, {settling.happening(kind, dispatch.status)}));
    auto signer = settling.principal;
    signer.organisation_id.clear();
    journal::Body body;
    body.text("outcome", json::name_of(made.evidence.decision))
        .text("evidence", crypto::to_hex(crypto::view(crypto::sha256(made.signed_evidence))))
        .text("assurance", made.evidence.assurance);
    TRY(settling.office.services.journal.append(settling.transaction, signer,
                                                {.type = "dispatch.signing_answered",
                                                 .subjects = {{"dispatch", id.to_string()}},
                                                 .body = std::move(body),
                                                 .visibility = journal::Visibility::internal},
                                                settling.now));
    if (!made.answer) return {};
    return send_from_mailbox(settling, made.found, *std::move(made.answer));
}

Result<std::optional<std::string>> signing_evidence_of(db::Reader& reader, const Office& office, DispatchId id) {
    const auto signing = TRY(store::signing_of(reader, id));
    if (!signing) return std::optional<std::string>{};
    return std::optional{
        TRY(Vault::open(office.vault.lasting_key(), signing->evidence, std::string{evidence_place} + id.to_string()))};
}

} // namespace dispatch
