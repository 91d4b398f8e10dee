#pragma once
// Minutes as rows, one for each version.
#include "governance/domain/minutes.hpp"
#include "platform/db/database.hpp"

namespace governance {

/// By number; none when no draft has been made.
Result<std::vector<Minutes>> minutes_versions(db::Reader&, MeetingId);
/// Fails with governance.minutes_not_found.
Result<Minutes> load_minutes(db::Reader&, MeetingId, int number);
/// The newest published version; nothing before the first.
Result<std::optional<Minutes>> published_minutes(db::Reader&, MeetingId);

Result<void> insert_minutes(db::Transaction&, const Minutes&);
/// Fails with governance.stale_version; a published version is never matched.
Result<void> update_minutes(db::Transaction&, const Minutes&, std::int64_t version_read);

} // namespace governance
