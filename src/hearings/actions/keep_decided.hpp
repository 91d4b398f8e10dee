#pragma once
// How well a case is anchored at the moment a body has treated it, kept for good.
#include "governance/ids.hpp"
#include "hearings/domain/addressee.hpp"
#include "platform/db/database.hpp"

namespace hearings {

/// The addressees of all hearings on the case but the withdrawn ones, each organisation once.
Result<std::vector<Addressee>> everyone_asked(db::Reader&, governance::CaseId, Date today);

/// Keeps how the case stood at the instant; nothing when nobody had been asked. A later treatment takes its place.
Result<void> keep_decided(db::Transaction&, governance::CaseId, Instant at);

} // namespace hearings
