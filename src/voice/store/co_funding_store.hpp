#pragma once
#include "platform/db/database.hpp"
#include "voice/domain/co_funding.hpp"

#include <vector>

namespace voice::store {

/// The one in force on the day; the oldest when the day is before all.
Result<CommentRule> comment_rule_on(db::Reader&, Date);
/// The newest first.
Result<std::vector<CommentRule>> comment_rules(db::Reader&);
Result<void> insert(db::Transaction&, const CommentRule&, Instant now);

/// Fails with voice.co_funding_statement_not_found.
Result<CoFundingStatement> co_funding_statement(db::Reader&, std::string_view number);
/// The latest deadline first.
Result<std::vector<CoFundingStatement>> co_funding_statements(db::Reader&, std::optional<CoFundingState>, Date today);
Result<void> insert(db::Transaction&, const CoFundingStatement&);
/// What was said. Raises the version. Fails with voice.stale_version when somebody was before.
Result<void> save(db::Transaction&, CoFundingStatement&, Instant now);

} // namespace voice::store
