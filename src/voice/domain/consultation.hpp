#pragma once
// A meeting of the scheme of consultation between the sector and the state: what is raised, what came of it, and what
// follows.
#include "directory/directory.hpp"
#include "governance/body_words.hpp"
#include "governance/ids.hpp"
#include "platform/clock.hpp"
#include "platform/i18n/message.hpp"
#include "voice/domain/cost_method.hpp"
#include "voice/ids.hpp"
#include "voice/words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace voice {

struct Consultation {
    ConsultationId id;
    std::string number; ///< "K-2026-3"
    i18n::Language language = i18n::Language::nb;
    ConsultationPoint point = ConsultationPoint::first;
    directory::OrganisationId counterpart;
    Date held_on; ///< Or is to be held.
    std::string place;
    std::string introduction; ///< Markdown.
    std::vector<governance::AppointmentId> speakers;
    bool is_invented = false;
    Instant planned_at, changed_at;
    std::int64_t version = 1;

    [[nodiscard]] int year() const { return static_cast<int>(held_on.year()); }
    [[nodiscard]] std::string url() const { return "/consultations/" + number; }
};

/// What an item stands on.
struct ItemBasis {
    std::vector<PositionId> positions;
    std::vector<governance::CaseId> cases;
    std::vector<HindranceId> hindrances;
};

struct ConsultationItem {
    ConsultationItemId id;
    ConsultationId consultation;
    int place = 1; ///< In the meeting, from 1.
    std::string title;
    std::string text; ///< Markdown.
    ItemBasis basis;
    std::optional<ConsultationOutcome> outcome;
    std::string outcome_words;
    std::optional<Date> outcome_on;
};

/// One side's count of what an item costs. Its answer is not kept: it is worked out again whenever it is shown.
struct Calculation {
    CalculationId id;
    ConsultationItemId item;
    CostSide side = CostSide::sector;
    int revision = 1;
    std::string method;
    int method_version = 1;
    int price_level_year = 0; ///< The year in whose kroner it is counted.
    std::string note;
    CostInputs inputs;
    std::map<std::string, std::string, std::less<>> sources; ///< Where each number comes from, by input.
    Instant made_at;
};

struct FollowUp {
    FollowUpId id;
    ConsultationItemId item;
    std::string what;
    directory::OrganisationId owner;
    Date due_on;
    std::optional<Date> done_on;
    std::string done_words;
    Instant agreed_at;

    [[nodiscard]] bool is_overdue(Date today) const { return !done_on && due_on < today; }
};

/// Bodies whose members may be sent to speak for the sector: those that decide, of the sector's own associations.
/// Working committees and expert bodies prepare and advise; a municipality's council speaks for the municipality.
bool may_speak(governance::BodyKind, directory::OrganisationKind owner);

struct OutcomeGiven {
    ConsultationOutcome outcome = ConsultationOutcome::agreed;
    std::string words;
    Date on;
};
/// Fails with voice.consultation_not_held, voice.before_the_meeting, voice.day_in_future and
/// voice.outcome_recorded_already (unless the item was postponed).
Result<ConsultationItem> settled(ConsultationItem, const Consultation&, const OutcomeGiven&, Date today);

/// Fails with voice.follow_up_done_already and voice.day_in_future.
Result<FollowUp> done(FollowUp, std::string words, Date on, Date today);

} // namespace voice
