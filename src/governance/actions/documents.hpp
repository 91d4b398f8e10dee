#pragma once
// Documents of cases: adding, judging by the virus scanner, removing.
#include "governance/domain/document.hpp"
#include "governance/domain/job_kinds.hpp"
#include "governance/stored_file.hpp"
#include "platform/json/described.hpp"
#include "platform/services.hpp"

namespace governance {

enum class DocumentLanguage : std::uint8_t { nb, nn, se, en };
BOOST_DESCRIBE_ENUM(DocumentLanguage, nb, nn, se, en)

struct NewDocument {
    DocumentKind kind = DocumentKind::vedlegg;
    Line<200> title;
    DocumentLanguage language = DocumentLanguage::nb;
    Date dated;
    /// With until: shielded from the first moment.
    std::optional<Line<200>> legal_basis;
    std::optional<Date> until; ///< The first day on which it is open.
};
BOOST_DESCRIBE_STRUCT(NewDocument, (), (kind, title, language, dated, legal_basis, until))

inline constexpr std::size_t documents_max = 200; ///< Of one case, tombstones included.

/// Appends governance.document_added. A paper that comes after the body's deadline is kept and marked as late.
///
/// Needs governance.prepare_case; shielding needs governance.shield besides. Fails with governance.case_not_found,
/// document_empty, document_too_large, documents_too_many and platform.request_faulty (governance.shield_day_faulty;
/// legal basis and day only together).
Result<DocumentId> add_document(db::Transaction&, const Services&, const Principal&, CaseId, const NewDocument&,
                                const StoredFile&, Scanning, Instant now);

/// scanning or held → available, refused, or held while the scanner is away. Appends governance.document_scanned. Does
/// nothing for a document in another state, so that it may be called twice.
Result<void> judge_document(db::Transaction&, const Services&, const Principal&, DocumentId,
                            const std::optional<Verdict>&, Instant now);

struct Removal {
    Line<500> reason;
};
BOOST_DESCRIBE_STRUCT(Removal, (), (reason))
/// Takes the document away and leaves a tombstone: title, kind, dates and reason. Appends governance.document_removed.
/// Needs governance.prepare_case. Fails with governance.document_not_found and governance.document_gone (already).
Result<void> remove_document(db::Transaction&, const Services&, const Principal&, CaseId, DocumentId, const Removal&,
                             Instant now);

} // namespace governance
