#pragma once
// Bodies with their members, made in few words.
#include "governance/domain/roll.hpp"
#include "governance/domain/vote_count.hpp"
#include "governance/tests/path_builders.hpp"
#include "platform/ensure.hpp"

namespace governance::tests {

inline AppointmentId appointment_id(int number) {
    return numbered<AppointmentId>(3, number);
}

inline Appointment an_appointment(int number, AppointmentRole role = AppointmentRole::member) {
    Appointment appointment;
    appointment.id = appointment_id(number);
    appointment.body_id = body(1);
    appointment.person_id = numbered<directory::PersonId>(4, number);
    appointment.role = role;
    appointment.valid_from = day(1);
    appointment.basis = "KS 2026";
    if (role == AppointmentRole::deputy) appointment.deputy_order = number;
    return appointment;
}

/// Number 1 leads; 2 … count are members; a deputy on the common list has number 100 + its order.
inline std::vector<Appointment> a_body_of(int count, int deputies = 0) {
    std::vector<Appointment> all{an_appointment(1, AppointmentRole::chair)};
    for (int i = 2; i <= count; ++i)
        all.push_back(an_appointment(i));
    for (int i = 1; i <= deputies; ++i) {
        all.push_back(an_appointment(100 + i, AppointmentRole::deputy));
        all.back().deputy_order = i;
    }
    return all;
}

inline PresenceEntry arrival(int who, std::optional<int> instead_of = {}, std::string remark = {}) {
    PresenceEntry entry;
    entry.who = appointment_id(who);
    if (instead_of) entry.instead_of = appointment_id(*instead_of);
    entry.remark = std::move(remark);
    return entry;
}

inline PresenceEntry departure(int who) {
    PresenceEntry entry;
    entry.kind = PresenceKind::left;
    entry.who = appointment_id(who);
    return entry;
}

/// The day of the meeting is day 10.
inline Roll a_roll(std::vector<Appointment> body, const std::vector<int>& present) {
    Roll roll{std::move(body), day(10)};
    for (const auto who : present)
        ensure(roll.record(arrival(who)).has_value());
    return roll;
}

inline Ballot ballot(int who, Choice choice) {
    return {appointment_id(who), choice};
}

template <class T>
std::string code_of(const Result<T>& result) {
    return result ? "" : std::string{result.error().code};
}

/// "#/ballots/1 governance.voted_twice", one for each fault.
inline std::vector<std::string> faults_of(const Error& error) {
    std::vector<std::string> found;
    for (const auto& fault : error.faults)
        found.push_back(fmt::format("{} {}", fault.pointer, fault.code));
    return found;
}

} // namespace governance::tests
