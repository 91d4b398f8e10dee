#pragma once
// What is sent about a case, held against what we know: every fault noted with its place, and what was named looked up.
#include "governance/domain/case_texts.hpp"
#include "platform/db/database.hpp"

namespace governance {

class CaseChecks {
public:
    CaseChecks(db::Reader& reader, Date today) : reader_{reader}, today_{today} {}

    /// Notes governance.theme_unknown, governance.person_unknown, platform.empty, platform.too_many_items.
    Result<void> texts(const CaseTexts&);
    /// Notes governance.body_unknown and governance.path_empty.
    Result<void> steps(const std::vector<PlannedStep>&);
    Result<void> body(const std::optional<BodyId>&, const char* pointer);
    /// Notes governance.organisation_unknown.
    Result<directory::OrganisationId> organisation(std::string_view key, const std::string& pointer);
    /// The concerns without ids. Notes governance.concern_faulty, governance.concern_twice,
    /// governance.organisation_unknown.
    Result<std::vector<Concern>> concerns(const std::vector<NewConcern>&);
    /// Notes governance.shield_day_faulty: the day is not after today.
    void shield_day(Date until, std::string pointer);
    void fault(Fault fault) { faults_.push_back(std::move(fault)); }
    /// platform.request_faulty with all that was noted, or nothing.
    [[nodiscard]] Result<void> finish() const;

private:
    Result<void> concern_organisation(const NewConcern&, Concern&, const std::string& pointer);

    db::Reader& reader_;
    Date today_;
    std::vector<Fault> faults_;
};

} // namespace governance
