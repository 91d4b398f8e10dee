#include "governance/actions/case_change.hpp"
#include "governance/actions/case_checks.hpp"
#include "governance/actions/shields.hpp"
#include "governance/domain/errors.hpp"
#include "governance/store/document_store.hpp"
#include "governance/store/shield_store.hpp"

#include <algorithm>

namespace governance {

static Result<void> check_document(const CaseChange& change, const Case& matter, const NewShield& sent) {
    if (!sent.document_id) return {};
    const auto document = TRY(find_document(change.transaction, *sent.document_id));
    if (document && document->case_id == matter.id) return {};
    return document_not_found.error({{"document", sent.document_id->to_string()}});
}

static Result<void> check_is_open(const CaseChange& change, const Case& matter, const NewShield& sent) {
    const auto shields = TRY(shields_of(change.transaction, matter.id));
    const auto* found = sent.document_id ? shield_of(shields, *sent.document_id, change.today())
                                         : shield_of(shields, sent.field, change.today());
    if (found == nullptr) return {};
    return shield_exists.error({{"until", to_string(found->until)}});
}

Result<ShieldId> set_shield(db::Transaction& transaction, const Services& services, const Principal& principal,
                            CaseId id, const NewShield& sent, Instant now) {
    const CaseChange change{transaction, services, principal, now};
    auto matter = TRY(change.open(id, right::shield));
    CaseChecks checks{transaction, change.today()};
    checks.shield_day(sent.until, "#/until");
    if ((sent.field == ShieldField::document) != sent.document_id.has_value()) {
        checks.fault(shield_field_faulty.at("#/documentId"));
    }
    TRY(checks.finish());
    TRY(check_document(change, matter, sent));
    TRY(check_is_open(change, matter, sent));

    const Shield shield{.id = change.make_id<ShieldId>(),
                        .field = sent.field,
                        .document = sent.document_id,
                        .legal_basis = sent.legal_basis,
                        .until = sent.until,
                        .lifted_at = {}};
    TRY(change.keep(matter.id, shield));
    auto facts = facts_of(matter);
    facts.text("field", json::name_of(sent.field));
    if (sent.document_id) facts.text("document", sent.document_id->to_string());
    facts.text("legalBasis", sent.legal_basis);
    facts.text("until", to_string(sent.until));
    TRY(change.close(matter, "governance.shield_set", std::move(facts)));
    return shield.id;
}

} // namespace governance
