#include "representation/domain/council.hpp"

#include "platform/errors.hpp"
#include "representation/domain/errors.hpp"

#include <algorithm>

namespace representation {

std::optional<Date> Holder::last_day_plus_one() const {
    if (valid_to && ended_on) return std::min(*valid_to, *ended_on);
    return ended_on ? ended_on : valid_to;
}

bool Holder::is_valid_on(Date day) const {
    const auto end = last_day_plus_one();
    return valid_from <= day && (!end || day < *end);
}

static bool overlap(const Holder& left, const Holder& right) {
    const auto left_end = left.last_day_plus_one(), right_end = right.last_day_plus_one();
    const auto has_days = [](const Holder& one, const std::optional<Date>& end) {
        return !end || one.valid_from < *end;
    };
    return has_days(left, left_end) && has_days(right, right_end) && (!right_end || left.valid_from < *right_end) &&
           (!left_end || right.valid_from < *left_end);
}

Result<void> check_new(const Council& council, const Holder& wanted, const std::vector<Holder>& others) {
    auto error = platform::request_faulty.error();
    if (wanted.seat < 1 || wanted.seat > council.our_seats) error.faults.push_back(seat_not_found.at("#/seat"));
    if (wanted.valid_to && *wanted.valid_to <= wanted.valid_from) {
        error.faults.push_back(holder_period_faulty.at("#/validTo"));
    }
    const auto clashes = [&](auto&& condition) {
        return std::ranges::any_of(others,
                                   [&](const Holder& other) { return overlap(other, wanted) && condition(other); });
    };
    if (clashes([&](const Holder& other) {
            return other.seat == wanted.seat && other.deputy_order == wanted.deputy_order;
        })) {
        error.faults.push_back(seat_taken.at(wanted.deputy_order == 0 ? "#/seat" : "#/deputyOrder"));
    }
    if (clashes([&](const Holder& other) { return other.person == wanted.person; })) {
        error.faults.push_back(person_sits_already.at("#/personId"));
    }
    if (error.faults.empty()) return {};
    return error;
}

Result<Holder> ended(Holder holder, Date from, std::string reason, Date today) {
    if (holder.ended_on) return holder_ended_already.error({{"day", to_string(*holder.ended_on)}});
    const bool is_within = from > today && from >= holder.valid_from && (!holder.valid_to || from <= *holder.valid_to);
    if (!is_within) return holder_period_faulty.error();
    holder.ended_on = from;
    holder.end_reason = std::move(reason);
    return holder;
}

Result<Holder> speaker_on(const std::vector<Holder>& holders, directory::PersonId person, Date day) {
    const auto found = std::ranges::find_if(
        holders, [&](const Holder& holder) { return holder.person == person && holder.is_valid_on(day); });
    if (found == holders.end()) return no_valid_appointment.error({{"day", to_string(day)}});
    return *found;
}

static DutyState state_of(const std::vector<Report>& reports, const CouncilMeeting& meeting, int seat, Date due_on,
                          Date today) {
    const bool is_reported = std::ranges::any_of(
        reports, [&](const Report& report) { return report.meeting == meeting.id && report.seat == seat; });
    if (is_reported) return DutyState::reported;
    return today > due_on ? DutyState::overdue : DutyState::waiting;
}

std::vector<Duty> duties_of(const Council& council, const std::vector<Holder>& holders,
                            const std::vector<CouncilMeeting>& meetings, const std::vector<Report>& reports,
                            Date today) {
    std::vector<Duty> duties;
    for (const auto& meeting : meetings) {
        if (meeting.held_on > today) continue;
        const Date due_on{std::chrono::sys_days{meeting.held_on} + std::chrono::days{council.report_days}};
        for (int seat = 1; seat <= council.our_seats; ++seat) {
            const bool was_held = std::ranges::any_of(holders, [&](const Holder& holder) {
                return holder.seat == seat && holder.is_valid_on(meeting.held_on);
            });
            if (was_held) duties.push_back({meeting, seat, due_on, state_of(reports, meeting, seat, due_on, today)});
        }
    }
    std::ranges::stable_sort(duties, std::ranges::greater{}, [](const Duty& duty) { return duty.meeting.held_on; });
    return duties;
}

} // namespace representation
