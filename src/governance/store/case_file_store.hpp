#pragma once
// The whole file of a case at once.
#include "governance/domain/case_file.hpp"
#include "platform/db/database.hpp"

namespace governance {

/// Each fails with governance.case_not_found.
Result<CaseFile> read_case_file(db::Reader&, CaseNumber);
Result<CaseFile> read_case_file(db::Reader&, CaseId);

} // namespace governance
