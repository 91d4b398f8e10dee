#include "governance/held_seats.hpp"
#include "representation/domain/council.hpp"
#include "representation/domain/errors.hpp"
#include "representation/http/council_reading.hpp"
#include "representation/http/links.hpp"
#include "representation/rights.hpp"
#include "representation/store/council_store.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace representation {

static constexpr int reports_shown = 60;

namespace {

/// One council with all that belongs to it, read once.
class CouncilReading {
public:
    CouncilReading(const http::Query& query, const Outside& outside, Links& links)
        : query_{query}, outside_{outside}, links_{links} {}

    Result<void> open(const Council& council) {
        council_ = council;
        holders_ = TRY(store::holders_of(query_.reader, council.id));
        meetings_ = TRY(store::meetings_of(query_.reader, council.id));
        reports_ = TRY(store::reports_of(query_.reader, council.id));
        duties_ = duties_of(council, holders_, meetings_, reports_, query_.today());
        return {};
    }

    Result<void> fill(CouncilRow& row) const {
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

    Result<HolderView> view_of(const Holder& holder) const {
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

    Result<SeatView> seat(int number) const {
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

    [[nodiscard]] std::vector<DutyView> duties(std::optional<int> seat = {}) const {
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

    [[nodiscard]] std::vector<PlannedMeeting> coming() const {
        std::vector<PlannedMeeting> planned;
        for (const auto& meeting : meetings_) {
            if (meeting.held_on > query_.today()) planned.push_back({meeting.id, meeting.title, meeting.held_on});
        }
        std::ranges::reverse(planned);
        return planned;
    }

    Result<std::vector<ReportView>> reports(std::optional<int> seat = {}) const {
        std::vector<ReportView> views;
        for (const auto& report : reports_) {
            if (!seat || report.seat == *seat) views.push_back(TRY(view_of(report)));
        }
        return views;
    }

    Result<ReportView> view_of(const Report& report) const {
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

    [[nodiscard]] const std::vector<Report>& all_reports() const { return reports_; }
    [[nodiscard]] const std::vector<Duty>& all_duties() const { return duties_; }

    Result<NamedLink> person(directory::PersonId id) const {
        const auto people = TRY(directory::people_by_id(query_.reader, {id}));
        return NamedLink{people.empty() ? std::string{} : people.front().name, "/representatives/" + id.to_string()};
    }

private:
    [[nodiscard]] std::string url_of(const Report& report) const {
        return fmt::format("{}/reports/{}", council_.path(), report.id.to_string());
    }

    const http::Query& query_;
    const Outside& outside_;
    Links& links_;
    Council council_;
    std::vector<Holder> holders_;
    std::vector<CouncilMeeting> meetings_;
    std::vector<Report> reports_;
    std::vector<Duty> duties_;
};

} // namespace

Result<CouncilListView> read_councils(const http::Query& query) {
    CouncilListView list;
    Links links{query};
    const Outside nothing;
    for (const auto& council : TRY(store::councils(query.reader))) {
        CouncilReading reading{query, nothing, links};
        TRY(reading.open(council));
        TRY(reading.fill(list.councils.emplace_back()));
    }
    return list;
}

Result<CouncilView> read_council(const http::Query& query, const Outside& outside, std::string_view slug) {
    const auto council = TRY(store::council_by_slug(query.reader, slug));
    Links links{query};
    CouncilReading reading{query, outside, links};
    TRY(reading.open(council));
    CouncilView view;
    TRY(reading.fill(view));
    view.mandate = council.mandate;
    view.mandate_from = council.mandate_from;
    view.report_days = council.report_days;
    for (int number = 1; number <= council.our_seats; ++number) {
        view.seats.push_back(TRY(reading.seat(number)));
    }
    view.duties = reading.duties();
    view.coming = reading.coming();
    view.reports = TRY(reading.reports());
    view.version = council.version;
    view.happenings = TRY(journal::happenings_about(query, {"council", council.id.to_string()}));
    return view;
}

Result<SeatPageView> read_seat(const http::Query& query, const Outside& outside, std::string_view slug,
                               std::string_view number) {
    const auto council = TRY(store::council_by_slug(query.reader, slug));
    int seat = 0;
    const auto* const end = number.data() + number.size();
    const auto [stop, failure] = std::from_chars(number.data(), end, seat);
    if (failure != std::errc{} || stop != end || seat < 1 || seat > council.our_seats) return seat_not_found.error();
    Links links{query};
    CouncilReading reading{query, outside, links};
    TRY(reading.open(council));
    SeatPageView view;
    view.council = {council.name(query.request.language), council.path()};
    view.seat = TRY(reading.seat(seat));
    view.duties = reading.duties(seat);
    view.reports = TRY(reading.reports(seat));
    return view;
}

Result<ReportListView> read_reports(const http::Query& query, const Outside& outside) {
    ReportListView list;
    Links links{query};
    for (const auto& council : TRY(store::councils(query.reader))) {
        CouncilReading reading{query, outside, links};
        TRY(reading.open(council));
        for (auto& report : TRY(reading.reports())) {
            list.reports.push_back(std::move(report));
        }
    }
    std::ranges::stable_sort(list.reports, std::ranges::greater{}, &ReportView::reported_at);
    if (list.reports.size() > reports_shown) list.reports.resize(reports_shown);
    return list;
}

Result<ReportView> read_report(const http::Query& query, const Outside& outside, std::string_view slug,
                               std::string_view id) {
    const auto council = TRY(store::council_by_slug(query.reader, slug));
    Links links{query};
    CouncilReading reading{query, outside, links};
    TRY(reading.open(council));
    for (const auto& report : reading.all_reports()) {
        if (report.id.to_string() == id) return reading.view_of(report);
    }
    return report_not_found.error();
}

/// A seat held elsewhere, with what is owed for it.
static Result<HeldSeat> held_elsewhere(const http::Query& query, Links& links, const Holder& holder) {
    const auto all = TRY(store::councils(query.reader));
    const auto council = std::ranges::find(all, holder.council, &Council::id);
    ensure(council != all.end());
    const Outside nothing;
    CouncilReading reading{query, nothing, links};
    TRY(reading.open(*council));
    HeldSeat held;
    held.place = {council->name(query.request.language), council->path()};
    held.role = holder.deputy_order == 0 ? "representative" : "deputy";
    held.person = TRY(reading.person(holder.person));
    held.on_behalf_of = TRY(links.organisation(holder.on_behalf_of));
    held.valid_from = holder.valid_from;
    held.valid_to = holder.last_day_plus_one();
    held.is_valid = holder.is_valid_on(query.today());
    for (const auto& duty : reading.all_duties()) {
        const bool is_theirs = duty.seat == holder.seat && holder.is_valid_on(duty.meeting.held_on);
        if (is_theirs && duty.state == DutyState::overdue) ++held.overdue;
    }
    return held;
}

static Result<HeldSeat> held_in_body(const http::Query& query, Links& links, const governance::Seat& seat) {
    HeldSeat held;
    held.place = TRY(links.body(seat.body));
    held.role = json::name_of(seat.role);
    const auto people = TRY(directory::people_by_id(query.reader, {seat.person}));
    held.person = {people.empty() ? std::string{} : people.front().name, "/representatives/" + seat.person.to_string()};
    if (seat.on_behalf_of) held.on_behalf_of = TRY(links.organisation(*seat.on_behalf_of));
    if (seat.region && seat.is_ambassador) held.region = TRY(links.organisation(*seat.region));
    held.valid_from = seat.valid_from;
    held.valid_to = seat.valid_to;
    held.is_valid = seat.is_valid_on(query.today());
    return held;
}

Result<RepresentativeView> read_representative(const http::Query& query, const Outside& outside,
                                               directory::PersonId id) {
    const auto in_bodies = TRY(governance::seats_of_person(query.reader, id));
    const auto elsewhere = TRY(store::holders_for_person(query.reader, id));
    if (in_bodies.empty() && elsewhere.empty()) return representative_not_found.error();
    RepresentativeView view;
    view.id = id;
    const auto people = TRY(directory::people_by_id(query.reader, {id}));
    if (!people.empty()) view.name = people.front().name;
    view.url = "/representatives/" + id.to_string();
    Links links{query};
    const auto keep = [&](HeldSeat held) {
        const bool is_over = held.valid_to && *held.valid_to <= query.today();
        (is_over ? view.former : view.seats).push_back(std::move(held));
    };
    for (const auto& holder : elsewhere) {
        keep(TRY(held_elsewhere(query, links, holder)));
    }
    for (const auto& seat : in_bodies) {
        keep(TRY(held_in_body(query, links, seat)));
    }
    for (auto& report : TRY(read_reports(query, outside)).reports) {
        if (report.person.url == view.url) view.reports.push_back(std::move(report));
    }
    return view;
}

Result<std::vector<HeldSeat>> seats_held_for(const http::Query& query, directory::OrganisationId id) {
    std::vector<HeldSeat> seats;
    Links links{query};
    for (const auto& holder : TRY(store::holders_for_organisation(query.reader, id))) {
        if (holder.is_valid_on(query.today())) seats.push_back(TRY(held_elsewhere(query, links, holder)));
    }
    for (const auto& seat : TRY(governance::seats_for_organisation(query.reader, id))) {
        if (seat.is_valid_on(query.today())) seats.push_back(TRY(held_in_body(query, links, seat)));
    }
    return seats;
}

} // namespace representation
