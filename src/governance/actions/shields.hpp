#pragma once
// Setting and lifting shields. Both need governance.shield for the case and fail with governance.case_not_found.
#include "governance/domain/shield.hpp"
#include "platform/json/described.hpp"
#include "platform/services.hpp"

namespace governance {

struct NewShield {
    ShieldField field = ShieldField::title;
    std::optional<DocumentId> document_id; ///< When field is document.
    Line<200> legal_basis;                 ///< hjemmel: "offl. § 23 første ledd"
    Date until;                            ///< The first day on which it is open.
};
BOOST_DESCRIBE_STRUCT(NewShield, (), (field, document_id, legal_basis, until))

/// Appends governance.shield_set, with what is shielded, the legal basis and the day.
/// Fails with platform.request_faulty (governance.shield_day_faulty, shield_field_faulty),
/// governance.document_not_found and governance.shield_exists (it is shielded already: lift that one first).
Result<ShieldId> set_shield(db::Transaction&, const Services&, const Principal&, CaseId, const NewShield&, Instant now);

/// Appends governance.shield_lifted. Fails with governance.shield_not_found (none such in force).
Result<void> lift_shield(db::Transaction&, const Services&, const Principal&, CaseId, ShieldId, Instant now);

/// A day on which a shield ran out has come: what is open now is put into the search index. The reading of pages does
/// not wait for this; they reckon with the day themselves.
Result<void> open_expired(db::Transaction&, CaseId, Instant now);

} // namespace governance
