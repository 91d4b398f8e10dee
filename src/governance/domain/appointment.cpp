#include "governance/domain/appointment.hpp"

#include "governance/domain/meeting_errors.hpp"

#include <algorithm>

namespace governance {

std::optional<Date> Appointment::last_day_plus_one() const {
    if (valid_to && ended_on) return std::min(*valid_to, *ended_on);
    return ended_on ? ended_on : valid_to;
}

bool Appointment::is_valid_on(Date day) const {
    const auto end = last_day_plus_one();
    return valid_from <= day && (!end || day < *end);
}

bool holds_seat(AppointmentRole role) {
    return role == AppointmentRole::chair || role == AppointmentRole::deputy_chair || role == AppointmentRole::member;
}

bool overlap(const Appointment& left, const Appointment& right) {
    const auto left_end = left.last_day_plus_one(), right_end = right.last_day_plus_one();
    const bool left_has_days = !left_end || left.valid_from < *left_end;
    const bool right_has_days = !right_end || right.valid_from < *right_end;
    return left_has_days && right_has_days && (!right_end || left.valid_from < *right_end) &&
           (!left_end || right.valid_from < *left_end);
}

static void check_deputy(std::vector<Fault>& faults, const Appointment& wanted,
                         const std::vector<Appointment>& others) {
    if (wanted.role != AppointmentRole::deputy) {
        if (wanted.deputy_order) faults.push_back(deputy_only.at("#/deputyOrder"));
        if (wanted.deputy_for) faults.push_back(deputy_only.at("#/deputyFor"));
        return;
    }
    if (!wanted.deputy_order || *wanted.deputy_order < 1) faults.push_back(deputy_order_missing.at("#/deputyOrder"));
    if (wanted.deputy_for) {
        const auto member = std::ranges::find(others, *wanted.deputy_for, &Appointment::id);
        if (member == others.end() || !holds_seat(member->role) || !overlap(*member, wanted)) {
            faults.push_back(deputy_member_faulty.at("#/deputyFor"));
        }
    }
    const bool is_taken = std::ranges::any_of(others, [&](const Appointment& other) {
        return other.role == AppointmentRole::deputy && other.deputy_for == wanted.deputy_for &&
               other.deputy_order == wanted.deputy_order && overlap(other, wanted);
    });
    if (wanted.deputy_order && is_taken) {
        faults.push_back(deputy_order_taken.at("#/deputyOrder", {{"order", *wanted.deputy_order}}));
    }
}

Result<void> check_new(const Appointment& wanted, const std::vector<Appointment>& others) {
    std::vector<Fault> faults;
    if (wanted.valid_to && *wanted.valid_to <= wanted.valid_from) faults.push_back(period_faulty.at("#/validTo"));
    const auto clashes = [&](auto&& condition) {
        return std::ranges::any_of(
            others, [&](const Appointment& other) { return overlap(other, wanted) && condition(other); });
    };
    // A person may take minutes or watch besides holding a seat, but has one voice only.
    const auto may_vote = [](AppointmentRole role) { return holds_seat(role) || role == AppointmentRole::deputy; };
    if (clashes([&](const Appointment& other) {
            return other.person_id == wanted.person_id &&
                   (other.role == wanted.role || (may_vote(other.role) && may_vote(wanted.role)));
        })) {
        faults.push_back(person_already_appointed.at("#/personId"));
    }
    if (wanted.role == AppointmentRole::chair &&
        clashes([](const Appointment& other) { return other.role == AppointmentRole::chair; })) {
        faults.push_back(chair_already_appointed.at("#/role"));
    }
    check_deputy(faults, wanted, others);
    if (faults.empty()) return {};
    auto error = appointment_refused.error();
    error.faults = std::move(faults);
    return error;
}

Result<Appointment> end_appointment(Appointment appointment, Date from, std::string reason, Date today) {
    if (appointment.ended_on) return appointment_ended_already.error({{"day", to_string(*appointment.ended_on)}});
    const auto planned_end = appointment.valid_to;
    if (from <= today || from < appointment.valid_from || (planned_end && from > *planned_end))
        return period_faulty.error();
    appointment.ended_on = from;
    appointment.end_reason = std::move(reason);
    ++appointment.version;
    return appointment;
}

} // namespace governance
