#pragma once
// What a case waits for before a body may take it up: requirements of other modules, kept as rows, so that whoever puts
// a case on an agenda is refused in the same transaction that reads them.
#include "governance/ids.hpp"
#include "platform/db/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace governance {

struct Hold {
    CaseId case_id;
    BodyId body;         ///< Where the case is not taken up meanwhile.
    std::string name;    ///< Of the module that sets it, unique for case and body: "hearings.assessment.ID".
    std::string missing; ///< What is missing, in Norwegian words: "vurdering fra Fagråd for arkitektur".
};

/// Until it is released, the case is neither put on an agenda of the body nor treated there: both fail with
/// governance.case_held, which names all that is missing. Setting the same one again changes nothing but its words.
Result<void> hold_case(db::Transaction&, const Hold&, Instant now);
/// Releasing one that is not there is no fault.
Result<void> release_case(db::Transaction&, CaseId, std::string_view name);
/// By body and name.
Result<std::vector<Hold>> holds_of(db::Reader&, CaseId);

} // namespace governance
