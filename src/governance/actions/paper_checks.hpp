#pragma once
#include "governance/domain/treatment.hpp"
#include "platform/db/database.hpp"

namespace governance {

/// The document belongs to the item's case and has not been removed. Fails with governance.paper_faulty and
/// governance.paper_already_added.
Result<void> check_paper(db::Reader&, const AgendaItem&, DocumentId);

} // namespace governance
