#pragma once
// What a case says and whom it concerns. Each needs governance.prepare_case for the case, takes the version that was
// read (none: any), and fails with governance.case_not_found and governance.case_stale besides its own.
#include "governance/domain/case_texts.hpp"
#include "platform/services.hpp"

namespace governance {

/// Replaces texts, themes, handler and proposed decision. Appends governance.proposal_changed with the places that
/// changed. Fails with platform.request_faulty (governance.theme_unknown, person_unknown) and
/// governance.case_closed_for_changes (on an agenda, or at its end).
Result<void> change_texts(db::Transaction&, const Services&, const Principal&, CaseId,
                          std::optional<std::int64_t> version, const CaseTexts&, Instant now);

struct ConcernsChange {
    std::vector<NewConcern> concerns;
};
BOOST_DESCRIBE_STRUCT(ConcernsChange, (), (concerns))
/// Replaces the list of those it concerns. Appends governance.concerns_changed; its subjects are those before and those
/// now. Fails with platform.request_faulty (governance.concern_faulty, concern_twice, organisation_unknown), with
/// governance.concerns_missing when notice has been given and nobody would remain, and
/// governance.case_closed_for_changes.
Result<void> change_concerns(db::Transaction&, const Services&, const Principal&, CaseId,
                             std::optional<std::int64_t> version, const ConcernsChange&, Instant now);

} // namespace governance
