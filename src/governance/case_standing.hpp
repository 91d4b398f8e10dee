#pragma once
// Where a case stands, for modules that build on it: who owns it, where it is, what everybody may read of it.
#include "directory/ids.hpp"
#include "governance/case_words.hpp"
#include "governance/ids.hpp"
#include "platform/db/database.hpp"
#include "platform/principal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace governance {

/// A document that everybody may read.
struct OpenDocument {
    DocumentId id;
    std::string title;
    std::string path; ///< Of the bytes, without language prefix.
};

struct CaseStanding {
    CaseId id;
    std::string number; ///< "26/00012"
    std::string path;   ///< "/cases/26-00012"
    directory::OrganisationId owner;
    std::optional<BodyId> owner_body;
    std::optional<BodyId> body; ///< Where it is, or was last, treated.
    std::vector<BodyId> bodies; ///< Those on its path, in order, each once.
    CaseState state = CaseState::planned;
    bool is_strategic = false;
    bool is_invented = false;
    int hearing_days_min = 0; ///< From the rules of that body as they are today.
    Instant planned_at;
    std::optional<Date> first_treated_on;
    std::optional<Instant> decided_at; ///< When its latest treatment ended, once it is final.
    std::vector<OpenDocument> documents;

    /// Something is still to be decided.
    [[nodiscard]] bool is_under_way() const {
        return state != CaseState::final && state != CaseState::followed_up && state != CaseState::withdrawn;
    }
    /// True when the right is held for everything, for the owner, or for a body that owns or has the case.
    [[nodiscard]] bool allows(const Principal&, Right) const;
};

/// Fails with governance.case_not_found.
Result<CaseStanding> case_standing(db::Reader&, CaseId, Date today);

/// Days from planned to first treated, of a case that a body has treated.
struct LeadTime {
    CaseId case_id;
    BodyId body; ///< The one that treated it first.
    Date planned_on, treated_on;
    [[nodiscard]] std::int64_t days() const {
        return (std::chrono::sys_days{treated_on} - std::chrono::sys_days{planned_on}).count();
    }
};
/// The newest treatment first.
Result<std::vector<LeadTime>> lead_times(db::Reader&);

} // namespace governance
