#pragma once
// A hearing that the state holds, and what the sector answered. The answer is a position: it rests on a decided case.
#include "directory/ids.hpp"
#include "governance/ids.hpp"
#include "platform/clock.hpp"
#include "platform/i18n/message.hpp"
#include "platform/result.hpp"
#include "voice/ids.hpp"
#include "voice/words.hpp"

#include <optional>
#include <string>

namespace voice {

struct StateHearing {
    StateHearingId id;
    std::string number; ///< "H-2026-3"
    i18n::Language language = i18n::Language::nb;
    std::string title;
    std::string summary; ///< Markdown.
    directory::OrganisationId sender;
    std::string reference; ///< The state's own: "26/1234".
    std::string address;   ///< Where it stands on the web.
    Date sent_on, deadline;
    std::optional<governance::CaseId> case_id; ///< Where the answer is prepared.
    std::optional<Date> answered_on;
    std::optional<PositionId> position;
    std::optional<governance::DocumentId> document; ///< Of the case.
    std::string authority;
    std::optional<governance::AppointmentId> speaker;
    std::optional<Date> declined_on;
    std::string decline_reason;
    std::optional<HearingResult> result;
    std::string result_words, result_source;
    std::optional<Date> result_on;
    bool is_invented = false;
    Instant registered_at, changed_at;
    std::int64_t version = 1;

    [[nodiscard]] StateHearingState state_on(Date today) const {
        if (result) return StateHearingState::settled;
        if (answered_on) return StateHearingState::answered;
        if (declined_on) return StateHearingState::declined;
        return deadline < today ? StateHearingState::lapsed : StateHearingState::open;
    }
    [[nodiscard]] std::string url() const { return "/state-hearings/" + number; }
};

/// "https://www.regjeringen.no/…": with a host, without spaces.
bool is_web_address(std::string_view);

/// Still to be answered, in time or late. Fails with voice.state_hearing_closed.
Result<void> require_unanswered(const StateHearing&);
/// Fails with voice.state_hearing_closed.
Result<StateHearing> declined(StateHearing, std::string reason, Date today);

struct ResultGiven {
    HearingResult result = HearingResult::followed;
    std::string words, source;
    Date on;
};
/// Fails with voice.state_hearing_unanswered, voice.state_hearing_settled, voice.day_in_future, and
/// voice.stated_before_decision when it came before the answer.
Result<StateHearing> concluded(StateHearing, const ResultGiven&, Date today);

} // namespace voice
