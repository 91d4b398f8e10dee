#include "dispatch/receipts.hpp"

#include "dispatch/domain/receipt.hpp"
#include "dispatch/texts.hpp"
#include "platform/crypto/compact_signature.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/json/described_members.hpp"
#include "platform/unicode.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace dispatch {

static ReceiptReport flawed(ReceiptReport report, ReceiptFlaw flaw) {
    report.flaw = flaw;
    return report;
}

static bool is_published(const crypto::PublicKey& key, std::string_view key_set) {
    const auto set = json::parse(key_set);
    const auto keys = set ? crypto::keys_in(*set) : Result<std::vector<crypto::PublicKey>>{set.error()};
    return keys && std::ranges::find(*keys, key) != keys->end();
}

static ReceiptReport report_of(const Receipt& receipt, const crypto::PublicKey& key) {
    ReceiptReport report;
    report.dispatch = receipt.sub;
    report.issuer = receipt.iss;
    report.sender = receipt.sender;
    report.recipient = receipt.recipient;
    report.title = receipt.title;
    report.status = receipt.status;
    report.channel = receipt.channel;
    report.issued_at = Instant{std::chrono::seconds{receipt.iat}};
    report.received_at = receipt.received_at;
    report.read_at = receipt.read_at;
    for (const auto& document : receipt.documents) {
        report.documents.push_back({document.name, document.sha256, document.bytes});
    }
    report.key_id = crypto::thumbprint(key);
    return report;
}

/// False when one of them is no document of the receipt.
static bool mark_given(ReceiptReport& report, const std::vector<std::string>& digests) {
    bool are_all_named = true;
    for (const auto& digest : digests) {
        bool is_named = false;
        for (auto& document : report.documents) {
            if (document.sha256 != digest) continue;
            document.is_given = is_named = true;
        }
        are_all_named = are_all_named && is_named;
    }
    return are_all_named;
}

static bool is_about_dispatch(std::string_view proof, std::string_view dispatch) {
    const auto bundle = json::parse(proof);
    const json::Value wanted{json::Array{"dispatch", dispatch}};
    return bundle && bundle->find("subject") != nullptr && *bundle->find("subject") == wanted;
}

ReceiptReport verify_receipt(const ReceiptQuestion& question) {
    using enum ReceiptFlaw;
    const auto opened = crypto::open_compact(unicode::trimmed(question.receipt), receipt_bytes_max);
    if (!opened || opened->type != receipt_type) return flawed({}, unreadable);
    const auto said = json::parse(opened->payload);
    if (!said) return flawed({}, unreadable);
    const auto receipt =
        receipt_from(std::string{said->text_of("proof")}, std::string{said->text_of("iss")}, said->integer_of("iat"));
    if (!receipt) return flawed({}, unreadable);
    auto report = report_of(*receipt, opened->key);
    if (question.key_set && !is_published(opened->key, *question.key_set)) return flawed(report, key_not_given);
    report.proof = journal::verify_bundle(receipt->proof);
    if (!report.proof.holds()) return flawed(report, proof_broken);
    if (!is_about_dispatch(receipt->proof, receipt->sub)) return flawed(report, subject_differs);
    if (json::write(*receipt) != opened->payload) return flawed(report, content_differs);
    if (!mark_given(report, question.digests)) return flawed(report, document_foreign);
    return report;
}

static std::string flaw_words(const ReceiptReport& report, const i18n::Translator& t) {
    switch (*report.flaw) {
    case ReceiptFlaw::unreadable:
        return t(text::receipt_flaw_unreadable);
    case ReceiptFlaw::key_not_given:
        return t(text::receipt_flaw_key_unknown);
    case ReceiptFlaw::proof_broken:
        return t(text::receipt_flaw_proof_broken) + "\n" + journal::words(report.proof, t);
    case ReceiptFlaw::subject_differs:
        return t(text::receipt_flaw_subject_differs);
    case ReceiptFlaw::content_differs:
        return t(text::receipt_flaw_content_differs);
    case ReceiptFlaw::document_foreign:
        break;
    }
    return t(text::receipt_flaw_document_foreign);
}

std::string words(const ReceiptReport& report, const i18n::Translator& t) {
    if (report.flaw == ReceiptFlaw::unreadable) return flaw_words(report, t);
    std::string out = t(text::receipt_words_head({.id = report.dispatch}));
    const auto add = [&](const std::string& line) { out += "\n" + line; };
    add(t(
        text::receipt_words_parties({.sender = report.sender, .recipient = report.recipient, .title = report.title})));
    add(t(text::receipt_words_received({.time = t.date_time(report.received_at)})));
    const auto status = t.by_name("status." + report.status);
    const auto issued = t.date_time(report.issued_at);
    add(t(text::receipt_words_status({.time = issued, .status = status})));
    if (report.read_at) add(t(text::receipt_words_read({.time = t.date_time(*report.read_at)})));
    for (const auto& document : report.documents) {
        add(fmt::format("  {}  {}  {}", document.sha256, document.name,
                        document.is_given ? t(text::receipt_words_document_given) : std::string{}));
    }
    add(t(text::receipt_words_key({.key = report.key_id, .issuer = report.issuer})));
    add(t(text::receipt_words_journal({.fingerprint = report.proof.fingerprint})));
    add(report.holds() ? t(text::receipt_words_holds) : flaw_words(report, t));
    return out;
}

} // namespace dispatch
