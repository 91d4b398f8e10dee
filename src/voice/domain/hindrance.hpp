#pragma once
// A rule that stands in the way of digital services: which, whom it hits, what is proposed, and where that stands.
#include "directory/ids.hpp"
#include "governance/ids.hpp"
#include "platform/clock.hpp"
#include "platform/i18n/message.hpp"
#include "voice/ids.hpp"
#include "voice/words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace voice {

struct Hindrance {
    HindranceId id;
    std::string number; ///< "R-2026-3"
    i18n::Language language = i18n::Language::nb;
    std::string title;
    std::string law;       ///< "forvaltningsloven"
    std::string provision; ///< "§ 13 b"; empty when it is the whole law.
    std::string hinders;   ///< What cannot be done because of it.
    std::string who_is_hit;
    std::string proposal; ///< What should stand instead; empty when nobody has proposed anything yet.
    directory::OrganisationId reporter;
    HindranceState state = HindranceState::reported;
    std::string state_note;
    Date state_since;
    std::optional<governance::CaseId> case_id;
    std::optional<PositionId> position_id;
    bool is_invented = false;
    Instant reported_at, changed_at;
    std::int64_t version = 1;

    [[nodiscard]] std::string url() const { return "/hindrances/" + number; }
};

struct HindranceStep {
    HindranceState to = HindranceState::assessed;
    std::string note;
    std::optional<governance::CaseId> case_id;
    std::optional<PositionId> position_id;
};

std::vector<HindranceState> next_states(HindranceState);
/// Links given are kept besides those there. Fails with voice.hindrance_step_refused, and voice.raised_without_voice
/// when it is raised without a case or a position that raised it.
Result<Hindrance> moved(Hindrance, const HindranceStep&, Date today);

} // namespace voice
