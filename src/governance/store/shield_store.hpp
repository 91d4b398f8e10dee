#pragma once
// governance_shield: what is shielded, on what legal basis, until when.
#include "governance/domain/shield.hpp"
#include "platform/db/database.hpp"

namespace governance {

/// All of a case, lifted and outlived ones included, in the order they were set.
Result<std::vector<Shield>> shields_of(db::Reader&, CaseId);
Result<void> insert_shield(db::Transaction&, CaseId, const Shield&, Instant now);
Result<void> lift(db::Transaction&, ShieldId, Instant now);

} // namespace governance
