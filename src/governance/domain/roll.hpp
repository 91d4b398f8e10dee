#pragma once
// Who is in the room, computed from the log of arrivals and departures. Quorum and the right to vote come from here and
// from nowhere else.
#include "governance/domain/appointment.hpp"
#include "governance/meeting_words.hpp"

namespace governance {

/// One line of the log.
struct PresenceEntry {
    Instant at;
    PresenceKind kind = PresenceKind::arrived;
    AppointmentId who;
    std::optional<AppointmentId> instead_of; ///< The member whose seat a deputy takes; for arrivals of deputies only.
    bool is_remote = false;
    std::string remark; ///< Why earlier deputies were not called, or why somebody left.
};

/// Somebody who may vote now, and the seat the vote belongs to: their own, or the absent member's.
struct Voter {
    AppointmentId who;
    AppointmentId seat;
    bool operator==(const Voter&) const = default;
};

class Roll {
public:
    /// The body's appointments; those that do not hold on the day are strangers to the roll.
    Roll(std::vector<Appointment> of_body, Date day);

    /// Whether somebody may come in. Fails with governance.not_appointed_here, already_present, deputy_needs_member (a
    /// deputy without the seat, or a member with one), deputy_of_another, member_is_present, seat_already_taken,
    /// deputy_out_of_order (an earlier deputy is not in the room and no remark says why).
    [[nodiscard]] Result<void> check_arrival(const PresenceEntry&) const;
    /// A member comes in while a deputy holds the seat: the deputy must be recorded as having left first.
    /// Fails with governance.not_appointed_here, governance.not_present.
    [[nodiscard]] Result<void> check_departure(AppointmentId) const;
    /// check_arrival or check_departure, then the change itself.
    [[nodiscard]] Result<void> record(const PresenceEntry&);

    [[nodiscard]] bool is_present(AppointmentId) const;
    /// In the room over a line.
    [[nodiscard]] bool is_remote(AppointmentId) const;
    /// Deputies that stand before this one in the order and hold no seat: they were called in vain.
    [[nodiscard]] std::vector<AppointmentId> passed_over_for(AppointmentId deputy) const;
    [[nodiscard]] const Appointment* appointment(AppointmentId) const; ///< Valid on the day, else nothing.
    [[nodiscard]] const std::vector<Appointment>& appointments() const { return appointments_; }
    [[nodiscard]] const std::vector<PresenceEntry>& log() const { return log_; }
    [[nodiscard]] int seats() const;
    /// In the order of the appointments, one for each filled seat.
    [[nodiscard]] std::vector<Voter> voters() const;
    /// Fails with governance.voter_not_appointed, voter_not_present, voter_without_vote.
    [[nodiscard]] Result<Voter> voter(AppointmentId) const;
    /// Members whose seat nobody fills.
    [[nodiscard]] std::vector<AppointmentId> empty_seats() const;

private:
    struct Present {
        AppointmentId who;
        std::optional<AppointmentId> instead_of;
        bool is_remote = false;
    };
    [[nodiscard]] const Present* present(AppointmentId) const;
    [[nodiscard]] Result<void> check_deputy_arrival(const Appointment& deputy, const PresenceEntry&) const;
    [[nodiscard]] bool is_passed_over(const Appointment& earlier) const;

    std::vector<Appointment> appointments_;
    std::vector<Present> present_;
    std::vector<PresenceEntry> log_;
};

} // namespace governance
