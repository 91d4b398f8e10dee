#pragma once
// hearings_decided: how cases were anchored when a body had treated them.
#include "governance/ids.hpp"
#include "hearings/domain/addressee.hpp"
#include "platform/db/database.hpp"

namespace hearings {

struct Decided {
    Instant at;
    std::vector<Addressee> addressees; ///< As they stood then; what is not measured is left out.
};
/// In place of what was kept of an earlier treatment.
Result<void> put_decided(db::Transaction&, governance::CaseId, const Decided&);
Result<std::optional<Decided>> find_decided(db::Reader&, governance::CaseId);

} // namespace hearings
