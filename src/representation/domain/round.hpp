#pragma once
// A round of nominations for seats in a body: who may be nominated until when, and how the choice was made.
#include "directory/ids.hpp"
#include "governance/ids.hpp"
#include "platform/clock.hpp"
#include "platform/db/value.hpp"
#include "platform/i18n/message.hpp"
#include "representation/domain/composition.hpp"
#include "representation/ids.hpp"

namespace representation {

struct Round {
    RoundId id;
    std::string number; ///< "N-2026-3"
    governance::BodyId body;
    i18n::Language language = i18n::Language::nb;
    std::string wanted; ///< What kind of people are looked for. Markdown.
    int seats = 1;
    Date valid_from;              ///< Of the appointments.
    std::optional<Date> valid_to; ///< First day on which they no longer hold.
    Date closes_on;               ///< The last day on which somebody can be nominated.
    bool is_ambassador = false;   ///< Whoever is chosen spreads knowledge of the work in their region.
    bool is_invented = false;
    std::optional<Instant> chosen_at;
    std::string reasons, outside_reason, acknowledgement;
    std::vector<Gap> gaps_before, gaps_after; ///< As they were when the choice was made.
    Instant opened_at, changed_at;
    std::int64_t version = 1;

    [[nodiscard]] RoundState state_on(Date) const;
    [[nodiscard]] std::string url() const { return "/nominations/" + number; }
};

struct Candidate {
    CandidateId id;
    RoundId round;
    directory::OrganisationId nominator;
    std::optional<directory::PersonId> person; ///< When the directory knows them already.
    std::string name;                          ///< Empty once withdrawn.
    directory::OrganisationId workplace;
    std::string position;            ///< "kommunedirektør"
    std::string grounds;             ///< Why they are nominated. Markdown.
    std::optional<db::Bytes> gender; ///< Sealed for the candidate.
    Instant nominated_at;
    std::optional<Instant> withdrawn_at;
    std::optional<governance::AppointmentId> appointment; ///< When chosen.
};

/// Fails with representation.round_period_faulty: nominations close today or later, and before the seats begin.
Result<void> check_period(const Round&, Date today);
/// Fails with representation.round_closed once nominations are over.
Result<void> check_open(const Round&, Date today);
/// Fails with representation.round_still_open while nominations come in, and round_filled once the choice is made.
Result<void> check_choosing(const Round&, Date today);

} // namespace representation
