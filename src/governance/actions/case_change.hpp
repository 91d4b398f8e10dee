#pragma once
// What every change of a case begins and ends with: read it, check the right and the version; keep it, tell the
// journal, put what is public of it into the search index.
#include "governance/domain/case.hpp"
#include "governance/domain/shield.hpp"
#include "governance/rights.hpp"
#include "platform/services.hpp"

namespace governance {

/// True when the right is held for the organisation that owns the case, the body that owns it, or the body it is at.
bool may(const Principal&, Right, const Case&);
/// Fails with platform.not_logged_in or platform.right_missing.
Result<void> require(const Principal&, Right, const Case&);

/// Fails with governance.case_closed_for_changes while the case is on an agenda (its papers are out) and at its end.
Result<void> require_open_for_changes(const Case&);

struct CaseChange {
    db::Transaction& transaction;
    const Services& services;
    const Principal& principal;
    Instant now;

    [[nodiscard]] Date today() const { return norwegian_date(now); }
    template <class IdType>
    [[nodiscard]] IdType make_id() const {
        return IdType::make(now, services.random);
    }

    /// Fails with governance.case_not_found; with governance.case_stale when a version is given and is not the newest.
    [[nodiscard]] Result<Case> read(CaseId, std::optional<std::int64_t> version = {}) const;
    /// The same, and the principal must hold the right for the case.
    [[nodiscard]] Result<Case> open(CaseId, Right, std::optional<std::int64_t> version = {}) const;
    /// Keeps the head of the case, appends the event, renews the search index. Fails with governance.case_stale.
    Result<void> close(Case&, std::string_view event_type, journal::Body facts) const;
    Result<void> close(Case&, std::string_view event_type) const;
    /// Sets the shield, and has the search index renewed on the day it opens.
    [[nodiscard]] Result<void> keep(CaseId, const Shield&) const;
};

/// In order, each once.
std::vector<std::string> sorted_themes(std::vector<std::string>);

/// What every event about the case says; more can be added to it. Texts that can be shielded never stand in an event,
/// because an event is never taken back.
journal::Body facts_of(const Case&);
/// Its subjects are the case, the bodies on its path, its owner, its themes, and whom it concerns: organisations and
/// networks by id, all of a kind as ("sector", "municipalities").
journal::Event case_event(std::string_view type, const Case&, journal::Body facts);

/// Puts what is public of the case into the search index.
Result<void> index_case(db::Transaction&, const Case&, Date today);

} // namespace governance
