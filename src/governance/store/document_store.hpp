#pragma once
// governance_document: what the documents of cases are and where they stand.
#include "governance/domain/document.hpp"
#include "platform/db/database.hpp"

#include <vector>

namespace governance {

/// In the order they were added, tombstones included.
Result<std::vector<Document>> documents_of(db::Reader&, CaseId);
Result<std::optional<Document>> find_document(db::Reader&, DocumentId);
Result<void> insert_document(db::Transaction&, const Document&);
/// Writes state, reason and the time of removal.
Result<void> save_document_state(db::Transaction&, const Document&);

} // namespace governance
