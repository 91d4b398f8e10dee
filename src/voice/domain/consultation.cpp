#include "voice/domain/consultation.hpp"

#include "voice/domain/errors.hpp"

namespace voice {

bool may_speak(governance::BodyKind kind, directory::OrganisationKind owner) {
    using enum governance::BodyKind;
    return owner == directory::OrganisationKind::association && (kind == assembly || kind == board || kind == council);
}

Result<ConsultationItem> settled(ConsultationItem item, const Consultation& meeting, const OutcomeGiven& given,
                                 Date today) {
    if (meeting.held_on > today) return consultation_not_held.error({{"day", to_string(meeting.held_on)}});
    if (item.outcome && *item.outcome != ConsultationOutcome::postponed)
        return outcome_recorded_already.error({{"day", to_string(*item.outcome_on)}});
    if (given.on > today) return day_in_future.error({{"day", to_string(given.on)}});
    const auto earliest = item.outcome_on.value_or(meeting.held_on);
    if (given.on < earliest)
        return before_the_meeting.error({{"day", to_string(given.on)}, {"meeting", to_string(earliest)}});
    item.outcome = given.outcome;
    item.outcome_words = given.words;
    item.outcome_on = given.on;
    return item;
}

Result<FollowUp> done(FollowUp follow_up, std::string words, Date on, Date today) {
    if (follow_up.done_on) return follow_up_done_already.error({{"day", to_string(*follow_up.done_on)}});
    if (on > today) return day_in_future.error({{"day", to_string(on)}});
    follow_up.done_on = on;
    follow_up.done_words = std::move(words);
    return follow_up;
}

} // namespace voice
