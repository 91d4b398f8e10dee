#pragma once
// What the pages of consultation show and their JSON holds.
#include "voice/domain/cost_method.hpp"
#include "voice/views/models.hpp"

namespace voice {

struct FollowUpView {
    FollowUpId id;
    std::string url; ///< Of the item it follows from.
    std::string what;
    NamedLink item, owner;
    Date due_on;
    std::optional<Date> done_on;
    std::string done_words;
    bool is_overdue = false;
    Instant agreed_at;
};
BOOST_DESCRIBE_STRUCT(FollowUpView, (),
                      (id, url, what, item, owner, due_on, done_on, done_words, is_overdue, agreed_at))

struct ConsultationRow {
    ConsultationId id;
    std::string number, url, language;
    int year = 0;
    ConsultationPoint point = ConsultationPoint::first;
    NamedLink counterpart;
    Date held_on;
    bool is_held = false;
    std::string place;
    int items = 0, settled = 0;
    bool is_invented = false;
    Instant planned_at, changed_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ConsultationRow, (),
                      (id, number, url, language, year, point, counterpart, held_on, is_held, place, items, settled,
                       is_invented, planned_at, changed_at, version))

struct ConsultationListView {
    std::optional<int> year;
    std::vector<int> years;
    std::vector<ConsultationRow> consultations;
    std::vector<FollowUpView> follow_ups; ///< Not yet done, of all years, by deadline.
};
BOOST_DESCRIBE_STRUCT(ConsultationListView, (), (year, years, consultations, follow_ups))

struct SpeakerView {
    std::string name; ///< Empty when the appointment no longer is what it was.
    NamedLink body;
};
BOOST_DESCRIBE_STRUCT(SpeakerView, (), (name, body))

/// Amounts are decimal numbers as text, so that no reader rounds them.
struct CostNumberView {
    std::string name, amount, unit, source;
};
BOOST_DESCRIBE_STRUCT(CostNumberView, (), (name, amount, unit, source))
struct CostOperandView {
    std::string name, amount;
};
BOOST_DESCRIBE_STRUCT(CostOperandView, (), (name, amount))
struct CostStepView {
    std::string name;
    CostOperation operation = CostOperation::add;
    std::vector<CostOperandView> operands;
    std::string amount, unit;
};
BOOST_DESCRIBE_STRUCT(CostStepView, (), (name, operation, operands, amount, unit))

struct CalculationView {
    CostSide side = CostSide::sector;
    int revision = 1;
    std::string method;
    int method_version = 1;
    int price_level_year = 0;
    std::vector<CostNumberView> inputs;
    std::vector<CostStepView> steps; ///< Worked out from the inputs when this was asked for.
    std::string total;
    std::string note;
    Instant made_at;
};
BOOST_DESCRIBE_STRUCT(CalculationView, (),
                      (side, revision, method, method_version, price_level_year, inputs, steps, total, note, made_at))

struct ConsultationItemView {
    int place = 1;
    std::string url, title, text;
    std::vector<NamedLink> positions, cases, hindrances;
    std::vector<CalculationView> calculations; ///< The newest of each side.
    std::optional<std::string> difference;     ///< The sector's total less the state's, when both have counted.
    std::optional<ConsultationOutcome> outcome;
    std::string outcome_words;
    std::optional<Date> outcome_on;
    std::vector<FollowUpView> follow_ups;
};
BOOST_DESCRIBE_STRUCT(ConsultationItemView, (),
                      (place, url, title, text, positions, cases, hindrances, calculations, difference, outcome,
                       outcome_words, outcome_on, follow_ups))

struct ConsultationView : ConsultationRow {
    std::string introduction;
    std::vector<SpeakerView> speakers;
    std::vector<ConsultationItemView> agenda;
    std::vector<journal::HappeningView> happenings;
};
BOOST_DESCRIBE_STRUCT(ConsultationView, (ConsultationRow), (introduction, speakers, agenda, happenings))

struct CostMethodListView {
    std::vector<CostMethod> methods;
};
BOOST_DESCRIBE_STRUCT(CostMethodListView, (), (methods))

struct ConsultationQuestion {
    std::optional<int> year;
};
BOOST_DESCRIBE_STRUCT(ConsultationQuestion, (), (year))

/// Which calculation is to be made.
struct CalculationQuestion {
    std::optional<CostSide> side;
    std::optional<Line<60>> method;
};
BOOST_DESCRIBE_STRUCT(CalculationQuestion, (), (side, method))

} // namespace voice
