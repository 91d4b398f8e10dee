#include "representation/http/council_account.hpp"

#include "representation/rights.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace representation {

Result<void> CouncilReading::open(const Council& council) {
    council_ = council;
    holders_ = TRY(store::holders_of(query_.reader, council.id));
    meetings_ = TRY(store::meetings_of(query_.reader, council.id));
    reports_ = TRY(store::reports_of(query_.reader, council.id));
    duties_ = duties_of(council, holders_, meetings_, reports_, query_.today());
    return {};
}

Result<void> CouncilReading::fill(CouncilRow& row) const {
    row.id = council_.id;
    row.slug = council_.slug;
    row.url = council_.path();
    row.name = council_.name(query_.request.language);
    row.kind = council_.kind;
    row.host = TRY(links_.organisation(council_.host));
    row.our_seats = council_.our_seats;
    row.other_seats = council_.other_seats;
    row.is_equal_number = council_.is_equal_number;
    row.is_invented = council_.is_invented;
    row.filled_seats = static_cast<int>(std::ranges::count_if(holders_, [&](const Holder& holder) {
        return holder.deputy_order == 0 && holder.is_valid_on(query_.today());
    }));
    row.overdue = static_cast<int>(std::ranges::count(duties_, DutyState::overdue, &Duty::state));
    for (const auto& meeting : meetings_) {
        if (meeting.held_on > query_.today()) continue;
        row.last_meeting = meeting.held_on;
        break;
    }
    return {};
}

Result<HolderView> CouncilReading::view_of(const Holder& holder) const {
    HolderView view;
    view.id = holder.id;
    view.person = TRY(person(holder.person));
    view.on_behalf_of = TRY(links_.organisation(holder.on_behalf_of));
    view.seat = holder.seat;
    view.deputy_order = holder.deputy_order;
    view.valid_from = holder.valid_from;
    view.valid_to = holder.last_day_plus_one();
    view.is_valid = holder.is_valid_on(query_.today());
    view.end_reason = holder.end_reason;
    view.basis = holder.basis;
    view.version = holder.version;
    return view;
}

Result<SeatView> CouncilReading::seat(int number) const {
    SeatView seat;
    seat.number = number;
    seat.url = fmt::format("{}/{}", council_.path(), number);
    for (const auto& holder : holders_) {
        if (holder.seat != number) continue;
        const auto end = holder.last_day_plus_one();
        auto& list = end && *end <= query_.today() ? seat.former : seat.holders;
        list.push_back(TRY(view_of(holder)));
    }
    return seat;
}

std::vector<DutyView> CouncilReading::duties(std::optional<int> seat) const {
    std::vector<DutyView> views;
    for (const auto& duty : duties_) {
        if (seat && duty.seat != *seat) continue;
        views.push_back(
            {duty.meeting.id, duty.meeting.title, duty.meeting.held_on, duty.seat, duty.due_on, duty.state, {}});
        const auto report = std::ranges::find_if(
            reports_, [&](const Report& one) { return one.meeting == duty.meeting.id && one.seat == duty.seat; });
        if (report != reports_.end()) views.back().report_url = url_of(*report);
    }
    return views;
}

std::vector<PlannedMeeting> CouncilReading::coming() const {
    std::vector<PlannedMeeting> planned;
    for (const auto& meeting : meetings_) {
        if (meeting.held_on > query_.today()) planned.push_back({meeting.id, meeting.title, meeting.held_on});
    }
    std::ranges::reverse(planned);
    return planned;
}

Result<std::vector<ReportView>> CouncilReading::reports(std::optional<int> seat) const {
    std::vector<ReportView> views;
    for (const auto& report : reports_) {
        if (!seat || report.seat == *seat) views.push_back(TRY(view_of(report)));
    }
    return views;
}

Result<ReportView> CouncilReading::view_of(const Report& report) const {
    ReportView view;
    const auto meeting = std::ranges::find(meetings_, report.meeting, &CouncilMeeting::id);
    const auto holder = std::ranges::find(holders_, report.holder, &Holder::id);
    ensure(meeting != meetings_.end() && holder != holders_.end());
    view.id = report.id;
    view.url = url_of(report);
    view.language = i18n::code(report.language);
    view.council = {council_.name(query_.request.language), council_.path()};
    view.meeting = meeting->title;
    view.held_on = meeting->held_on;
    view.seat = report.seat;
    view.person = TRY(person(holder->person));
    view.on_behalf_of = TRY(links_.organisation(holder->on_behalf_of));
    view.legal_basis = report.legal_basis;
    view.is_invented = council_.is_invented;
    view.reported_at = report.reported_at;
    const bool may_read = report.legal_basis.empty() || query_.principal.may(right::keep_seats) ||
                          query_.principal.id == holder->person.to_string();
    if (!may_read) return view;
    view.said = report.said;
    view.came_of_it = report.came_of_it;
    view.means = report.means;
    view.position = report.position;
    if (report.position.empty() || !outside_.position_title) return view;
    if (const auto title = TRY(outside_.position_title(query_.reader, report.position))) {
        view.position_url = "/positions/" + report.position;
        view.position += " " + *title;
    }
    return view;
}

Result<NamedLink> CouncilReading::person(directory::PersonId id) const {
    const auto people = TRY(directory::people_by_id(query_.reader, {id}));
    return NamedLink{people.empty() ? std::string{} : people.front().name, "/representatives/" + id.to_string()};
}

std::string CouncilReading::url_of(const Report& report) const {
    return fmt::format("{}/reports/{}", council_.path(), report.id.to_string());
}

} // namespace representation
