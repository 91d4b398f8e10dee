#include "governance/domain/roll.hpp"

#include "governance/domain/meeting_errors.hpp"
#include "platform/ensure.hpp"

#include <algorithm>

namespace governance {

Roll::Roll(std::vector<Appointment> of_body, Date day) : appointments_{std::move(of_body)} {
    std::erase_if(appointments_, [&](const Appointment& appointment) { return !appointment.is_valid_on(day); });
}

/// In the same order of deputies, and called first.
static bool stands_before(const Appointment& earlier, const Appointment& deputy) {
    return earlier.role == AppointmentRole::deputy && earlier.deputy_for == deputy.deputy_for &&
           earlier.deputy_order < deputy.deputy_order;
}

const Appointment* Roll::appointment(AppointmentId id) const {
    const auto found = std::ranges::find(appointments_, id, &Appointment::id);
    return found == appointments_.end() ? nullptr : &*found;
}

const Roll::Present* Roll::present(AppointmentId id) const {
    const auto found = std::ranges::find(present_, id, &Present::who);
    return found == present_.end() ? nullptr : &*found;
}

bool Roll::is_present(AppointmentId id) const {
    return present(id) != nullptr;
}

bool Roll::is_remote(AppointmentId id) const {
    const auto* entry = present(id);
    return entry != nullptr && entry->is_remote;
}

std::vector<AppointmentId> Roll::passed_over_for(AppointmentId id) const {
    std::vector<AppointmentId> found;
    const auto* deputy = appointment(id);
    if (deputy == nullptr || deputy->role != AppointmentRole::deputy) return found;
    for (const auto& earlier : appointments_) {
        if (stands_before(earlier, *deputy) && is_passed_over(earlier)) found.push_back(earlier.id);
    }
    return found;
}

bool Roll::is_passed_over(const Appointment& earlier) const {
    const auto* entry = present(earlier.id);
    return entry == nullptr || !entry->instead_of;
}

Result<void> Roll::check_deputy_arrival(const Appointment& deputy, const PresenceEntry& entry) const {
    if (!entry.instead_of) return deputy_needs_member.error();
    const auto* member = appointment(*entry.instead_of);
    if (member == nullptr || !holds_seat(member->role)) return deputy_needs_member.error();
    if (deputy.deputy_for && *deputy.deputy_for != member->id) return deputy_of_another.error();
    if (is_present(member->id)) return member_is_present.error();
    const auto holds_it = [&](const Present& other) { return other.instead_of == member->id; };
    if (std::ranges::any_of(present_, holds_it)) return seat_already_taken.error();
    if (!passed_over_for(deputy.id).empty() && entry.remark.empty())
        return deputy_out_of_order.error({{"order", *deputy.deputy_order}});
    return {};
}

Result<void> Roll::check_arrival(const PresenceEntry& entry) const {
    const auto* who = appointment(entry.who);
    if (who == nullptr) return not_appointed_here.error();
    if (is_present(entry.who)) return already_present.error();
    if (who->role == AppointmentRole::deputy) return check_deputy_arrival(*who, entry);
    if (entry.instead_of) return deputy_needs_member.error();
    const auto holds_own_seat = [&](const Present& other) { return other.instead_of == who->id; };
    if (std::ranges::any_of(present_, holds_own_seat)) return seat_already_taken.error();
    return {};
}

Result<void> Roll::check_departure(AppointmentId id) const {
    if (appointment(id) == nullptr) return not_appointed_here.error();
    if (!is_present(id)) return not_present.error();
    return {};
}

Result<void> Roll::record(const PresenceEntry& entry) {
    if (entry.kind == PresenceKind::arrived) {
        TRY(check_arrival(entry));
        present_.push_back({entry.who, entry.instead_of, entry.is_remote});
    } else {
        TRY(check_departure(entry.who));
        std::erase_if(present_, [&](const Present& someone) { return someone.who == entry.who; });
    }
    log_.push_back(entry);
    return {};
}

int Roll::seats() const {
    return static_cast<int>(std::ranges::count_if(appointments_, holds_seat, &Appointment::role));
}

std::vector<Voter> Roll::voters() const {
    std::vector<Voter> found;
    for (const auto& member : appointments_) {
        if (!holds_seat(member.role)) continue;
        if (is_present(member.id)) {
            found.push_back({member.id, member.id});
            continue;
        }
        const auto deputy = std::ranges::find(present_, std::optional{member.id}, &Present::instead_of);
        if (deputy != present_.end()) found.push_back({deputy->who, member.id});
    }
    return found;
}

Result<Voter> Roll::voter(AppointmentId id) const {
    const auto* who = appointment(id);
    if (who == nullptr) return voter_not_appointed.error();
    const auto* entry = present(id);
    if (entry == nullptr) return voter_not_present.error();
    if (holds_seat(who->role)) return Voter{id, id};
    if (who->role != AppointmentRole::deputy) return voter_without_vote.error();
    ensure(entry->instead_of.has_value()); // no deputy comes in without a seat
    return Voter{id, *entry->instead_of};
}

std::vector<AppointmentId> Roll::empty_seats() const {
    std::vector<AppointmentId> empty;
    const auto filled = voters();
    for (const auto& member : appointments_) {
        const bool is_filled = std::ranges::find(filled, member.id, &Voter::seat) != filled.end();
        if (holds_seat(member.role) && !is_filled) empty.push_back(member.id);
    }
    return empty;
}

} // namespace governance
