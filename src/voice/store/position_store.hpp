#pragma once
#include "platform/db/database.hpp"
#include "voice/domain/position.hpp"

#include <vector>

namespace voice::store {

/// "P-2026-3": the next of the kind in the year, without gaps.
Result<std::string> next_number(db::Transaction&, std::string_view kind, char letter, Date today);

/// Fails with voice.position_not_found.
Result<Position> position_by_number(db::Reader&, std::string_view number);
Result<Position> position(db::Reader&, PositionId);

struct PositionFilter {
    std::optional<PositionState> state;
    std::optional<directory::OrganisationId> addressee;
    std::optional<governance::CaseId> case_id;
};
/// The newest first.
Result<std::vector<Position>> positions(db::Reader&, const PositionFilter&);

Result<void> insert(db::Transaction&, const Position&);
/// Raises the version. Fails with voice.stale_version when somebody was before.
Result<void> save(db::Transaction&, Position&, Instant now);

} // namespace voice::store
