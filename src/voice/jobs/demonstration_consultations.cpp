#include "voice/jobs/demonstration_consultations.hpp"

#include "voice/actions/consultations.hpp"
#include "voice/actions/speakers.hpp"

#include <fmt/format.h>

namespace voice {

struct InventedCost {
    CostSide side = CostSide::sector;
    std::string method, note;
    std::vector<CostInput> inputs;
};
BOOST_DESCRIBE_STRUCT(InventedCost, (), (side, method, note, inputs))

/// Days are "MM-DD", of the meeting's year.
struct InventedOutcome {
    ConsultationOutcome outcome = ConsultationOutcome::agreed;
    std::string words, decided_on;
};
BOOST_DESCRIBE_STRUCT(InventedOutcome, (), (outcome, words, decided_on))

struct InventedFollowUp {
    std::string what, owner, words;
    int due_in_days = 0; ///< After the meeting.
    std::optional<int> done_after_days;
};
BOOST_DESCRIBE_STRUCT(InventedFollowUp, (), (what, owner, words, due_in_days, done_after_days))

struct InventedItem {
    std::string title, text;
    std::vector<std::string> matters;
    std::vector<int> positions, hindrances; ///< Places in Spoken.
    std::vector<InventedCost> calculations;
    std::optional<InventedOutcome> outcome;
    std::vector<InventedFollowUp> follow_ups;
};
BOOST_DESCRIBE_STRUCT(InventedItem, (),
                      (title, text, matters, positions, hindrances, calculations, outcome, follow_ups))

struct InventedMeeting {
    int years_back = 0;
    std::string held_on;
    ConsultationPoint point = ConsultationPoint::first;
    std::string counterpart, place, introduction;
    std::vector<InventedItem> items;
};
BOOST_DESCRIBE_STRUCT(InventedMeeting, (), (years_back, held_on, point, counterpart, place, introduction, items))

struct InventedMeetings {
    std::vector<InventedMeeting> consultations;
};
BOOST_DESCRIBE_STRUCT(InventedMeetings, (), (consultations))

static Result<Date> day_of_year(int year, std::string_view month_and_day) {
    return parse_date(fmt::format("{}-{}", year, month_and_day));
}

static Date days_after(Date day, int count) {
    return Date{std::chrono::sys_days{day} + std::chrono::days{count}};
}

/// The leaders of the board and the council, as they are on the day.
static Result<std::vector<governance::AppointmentId>> leaders_on(const Acting& acting, Date day) {
    std::vector<governance::AppointmentId> leaders;
    for (const auto& seat : TRY(speakers_on(acting.transaction, day, i18n::Language::nb))) {
        const bool is_assembly = seat.body_kind == governance::BodyKind::assembly;
        if (seat.role == governance::AppointmentRole::chair && !is_assembly) leaders.push_back(seat.id);
    }
    return leaders;
}

static Result<void> count_cost(const Acting& acting, const Consultation& meeting, int place, const InventedCost& cost) {
    NewCalculation wanted;
    wanted.side = cost.side;
    wanted.method = cost.method;
    wanted.price_level_year = meeting.year();
    wanted.inputs = cost.inputs;
    wanted.note = cost.note;
    TRY(calculate_cost(acting, meeting.number, place, wanted));
    return {};
}

static Result<void> follow(const Acting& acting, const Consultation& meeting, int place,
                           const InventedFollowUp& invented) {
    NewFollowUp wanted;
    wanted.what = invented.what;
    wanted.owner = invented.owner;
    wanted.due_on = days_after(meeting.held_on, invented.due_in_days);
    const auto agreed = TRY(agree_follow_up(acting, meeting.number, place, wanted));
    if (!invented.done_after_days) return {};
    FollowUpDone finished;
    finished.words = invented.words;
    finished.done_on = days_after(meeting.held_on, *invented.done_after_days);
    if (finished.done_on > acting.today()) return {};
    TRY(finish_follow_up(acting, agreed.id, finished));
    return {};
}

static Result<void> treat(const Acting& acting, const Consultation& meeting, const InventedItem& invented,
                          const Spoken& spoken) {
    NewConsultationItem wanted;
    wanted.title = invented.title;
    wanted.text = invented.text;
    for (const auto& matter : invented.matters)
        wanted.cases.emplace_back(matter);
    for (const int place : invented.positions)
        wanted.positions.emplace_back(spoken.positions.at(static_cast<std::size_t>(place)));
    for (const int place : invented.hindrances)
        wanted.hindrances.emplace_back(spoken.hindrances.at(static_cast<std::size_t>(place)));
    const auto item = TRY(raise_item(acting, meeting.number, wanted));
    for (const auto& cost : invented.calculations)
        TRY(count_cost(acting, meeting, item.place, cost));
    if (!invented.outcome || meeting.held_on > acting.today()) return {};
    NewOutcome outcome;
    outcome.outcome = invented.outcome->outcome;
    outcome.words = invented.outcome->words;
    outcome.decided_on = TRY(day_of_year(meeting.year(), invented.outcome->decided_on));
    TRY(record_outcome(acting, meeting.number, item.place, outcome));
    for (const auto& each : invented.follow_ups)
        TRY(follow(acting, meeting, item.place, each));
    return {};
}

Result<void> load_consultations(const Acting& acting, std::string_view facts, const Spoken& spoken) {
    const auto invented = TRY(json::read<InventedMeetings>(facts));
    const int this_year = static_cast<int>(acting.today().year());
    for (const auto& each : invented.consultations) {
        NewConsultation wanted;
        wanted.point = each.point;
        wanted.counterpart = each.counterpart;
        wanted.held_on = TRY(day_of_year(this_year - each.years_back, each.held_on));
        wanted.place = each.place;
        wanted.introduction = each.introduction;
        wanted.speakers = TRY(leaders_on(acting, wanted.held_on));
        const auto meeting = TRY(plan_consultation(acting, wanted, true));
        for (const auto& item : each.items)
            TRY(treat(acting, meeting, item, spoken));
    }
    return {};
}

} // namespace voice
