#pragma once
// What the sector has said to somebody, and what it rests on. A position never changes what a municipality itself has
// decided (rule R9): it binds nobody, it tells what was agreed to say.
#include "directory/ids.hpp"
#include "governance/case_words.hpp"
#include "governance/ids.hpp"
#include "platform/clock.hpp"
#include "platform/i18n/message.hpp"
#include "voice/ids.hpp"
#include "voice/words.hpp"

#include <optional>
#include <string>

namespace voice {

struct Position {
    PositionId id;
    std::string number; ///< "P-2026-3"
    i18n::Language language = i18n::Language::nb;
    std::string title;
    std::string statement; ///< Markdown.
    directory::OrganisationId addressee;
    std::string occasion; ///< "Høringssvar", "Konsultasjonsmøte 4. mars"
    Date stated_on;
    governance::CaseId case_id; ///< The decision it rests on: the case, the body that ended it, how.
    governance::BodyId body;
    governance::Outcome outcome = governance::Outcome::adopted;
    std::optional<PositionId> supersedes;
    std::optional<PositionId> superseded_by;
    std::optional<Date> withdrawn_on;
    std::string withdrawal_reason;
    std::string response; ///< What the addressee did with it.
    std::optional<Date> responded_on;
    bool is_invented = false;
    Instant stated_at, changed_at;
    std::int64_t version = 1;

    [[nodiscard]] PositionState state() const {
        if (withdrawn_on) return PositionState::withdrawn;
        return superseded_by ? PositionState::superseded : PositionState::in_force;
    }
    [[nodiscard]] std::string url() const { return "/positions/" + number; }
};

/// What a position can rest on: a case with its decision.
struct Basis {
    governance::CaseId case_id;
    std::string case_number;
    governance::CaseState state = governance::CaseState::planned;
    std::optional<governance::Outcome> outcome;
    std::optional<governance::BodyId> body;
    std::optional<Date> decided_on;
};

/// Takes the decision over into the position. Fails with voice.basis_not_decided (the case is not final),
/// voice.stated_before_decision, voice.day_in_future.
Result<Position> resting_on(Position, const Basis&, Date today);
/// Fails with voice.position_not_in_force.
Result<Position> withdraw(Position, std::string reason, Date today);
/// Records what the addressee did. Fails with voice.position_answered_already, voice.day_in_future,
/// voice.stated_before_decision when the answer came before the position.
Result<Position> answered(Position, std::string response, Date on, Date today);

} // namespace voice
