#pragma once
#include "platform/db/database.hpp"
#include "voice/domain/consultation.hpp"

#include <vector>

namespace voice::store {

/// The newest of each side, the sector's first.
Result<std::vector<Calculation>> calculations_of(db::Reader&, ConsultationItemId);
/// 0 when the side has made none.
Result<int> newest_revision(db::Reader&, ConsultationItemId, CostSide);
Result<void> insert(db::Transaction&, const Calculation&);

} // namespace voice::store
