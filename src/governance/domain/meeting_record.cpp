#include "governance/domain/meeting_record.hpp"

#include "platform/ensure.hpp"

#include <algorithm>

namespace governance {

const Proposal* ItemRecord::proposal(ProposalId id) const {
    const auto found = std::ranges::find(proposals, id, &Proposal::id);
    return found == proposals.end() ? nullptr : &*found;
}

Roll MeetingRecord::roll() const {
    Roll roll{appointments, meeting.day_held()};
    for (const auto& entry : presence) {
        const bool follows = roll.record(entry).has_value();
        ensure(follows); // each entry was checked against the same roll before it was kept
    }
    return roll;
}

const Appointment* MeetingRecord::appointment(AppointmentId id) const {
    const auto found = std::ranges::find(appointments, id, &Appointment::id);
    return found == appointments.end() ? nullptr : &*found;
}

std::string MeetingRecord::name(AppointmentId id) const {
    const auto* found = appointment(id);
    if (found == nullptr) return {};
    const auto person = people.find(found->person_id);
    return person == people.end() ? std::string{} : person->second;
}

std::string MeetingRecord::on_behalf_of(AppointmentId id) const {
    const auto* found = appointment(id);
    if (found == nullptr || !found->on_behalf_of) return {};
    const auto organisation = organisations.find(*found->on_behalf_of);
    return organisation == organisations.end() ? std::string{} : organisation->second;
}

const ItemRecord* MeetingRecord::item(AgendaItemId id) const {
    const auto found = std::ranges::find_if(items, [&](const ItemRecord& record) { return record.item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

bool MeetingRecord::is_behind_doors(const AgendaItem& item) const {
    return item.closed_basis && meeting.state != MeetingState::minutes_published;
}

std::vector<std::string> MeetingRecord::items_left() const {
    std::vector<std::string> left;
    for (const auto& record : items) {
        if (record.item.outcome) continue;
        const auto number = record.item.number_text();
        left.push_back(number.empty() ? record.title : number);
    }
    return left;
}

} // namespace governance
