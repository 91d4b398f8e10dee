#include "governance/actions/case_change.hpp"
#include "governance/actions/case_checks.hpp"
#include "governance/actions/documents.hpp"
#include "governance/domain/errors.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/document_store.hpp"
#include "platform/errors.hpp"
#include "platform/jobs/jobs.hpp"

namespace governance {

static i18n::Language language_of(DocumentLanguage language) {
    switch (language) {
    case DocumentLanguage::nn:
        return i18n::Language::nn;
    case DocumentLanguage::se:
        return i18n::Language::se;
    case DocumentLanguage::en:
        return i18n::Language::en;
    case DocumentLanguage::nb:
        break;
    }
    return i18n::Language::nb;
}

static Result<void> check(const CaseChange& change, const Case& matter, const NewDocument& sent,
                          const StoredFile& file) {
    TRY(require_size(file));
    if (TRY(documents_of(change.transaction, matter.id)).size() >= documents_max) {
        return documents_too_many.error({{"limit", static_cast<std::int64_t>(documents_max)}});
    }
    CaseChecks checks{change.transaction, change.today()};
    if (sent.legal_basis && !sent.until) checks.fault(platform::field_missing.at("#/until"));
    if (sent.until && !sent.legal_basis) checks.fault(platform::field_missing.at("#/legalBasis"));
    if (sent.until) checks.shield_day(*sent.until, "#/until");
    TRY(checks.finish());
    return sent.until ? require(change.principal, right::shield, matter) : Result<void>{};
}

/// Papers for a meeting that is still to come, after the deadline that the body's rules set. Minutes are no papers.
static Result<bool> is_late(const CaseChange& change, const Case& matter, DocumentKind kind) {
    const auto* step = matter.path.current();
    if (kind == DocumentKind::protokoll || step == nullptr || !step->planned_day) return false;
    const auto meeting = std::chrono::sys_days{*step->planned_day}, today = std::chrono::sys_days{change.today()};
    if (today > meeting) return false;
    const auto rules = TRY(rules_in_force(change.transaction, step->body, change.today())).rules;
    return meeting - today < std::chrono::days{rules.paper_days_min};
}

static Result<void> shield_from_start(const CaseChange& change, const Case& matter, const NewDocument& sent,
                                      DocumentId document) {
    if (!sent.until) return {};
    return change.keep(matter.id, {.id = change.make_id<ShieldId>(),
                                   .field = ShieldField::document,
                                   .document = document,
                                   .legal_basis = *sent.legal_basis,
                                   .until = *sent.until,
                                   .lifted_at = {}});
}

static journal::Body facts_of_document(const Case& matter, const Document& document, const NewDocument& sent) {
    auto facts = facts_of(matter);
    facts.text("document", document.id.to_string());
    facts.text("kind", json::name_of(document.kind));
    facts.text("dated", to_string(document.dated));
    facts.flag("isLate", document.is_late);
    if (sent.until) {
        facts.text("legalBasis", *sent.legal_basis);
        facts.text("until", to_string(*sent.until));
    } else {
        facts.text("sha256", document.digest.to_string());
    }
    return facts;
}

Result<DocumentId> add_document(db::Transaction& transaction, const Services& services, const Principal& principal,
                                CaseId id, const NewDocument& sent, const StoredFile& file, Scanning scanning,
                                Instant now) {
    const CaseChange change{transaction, services, principal, now};
    auto matter = TRY(change.open(id, right::prepare_case));
    TRY(check(change, matter, sent, file));
    const bool comes_late = TRY(is_late(change, matter, sent.kind));
    const Document document{.id = change.make_id<DocumentId>(),
                            .case_id = matter.id,
                            .kind = sent.kind,
                            .title = sent.title,
                            .language = language_of(sent.language),
                            .dated = sent.dated,
                            .file_name = file.name,
                            .media_type = file.media_type,
                            .size = file.size,
                            .digest = file.digest,
                            .state = state_before(scanning),
                            .state_reason = {},
                            .is_late = comes_late,
                            .added_at = now,
                            .removed_at = {}};
    TRY(insert_document(transaction, document));
    TRY(shield_from_start(change, matter, sent, document.id));
    if (scanning == Scanning::on) {
        TRY(jobs::enqueue(transaction, job_scan_document, job_payload(document.id), now, now, services.random,
                          document.id.to_string()));
    }
    TRY(change.close(matter, "governance.document_added", facts_of_document(matter, document, sent)));
    return document.id;
}

} // namespace governance
