// Who sits where for the sector, in its own bodies and in councils elsewhere.
#include "governance/held_seats.hpp"
#include "representation/domain/errors.hpp"
#include "representation/http/council_account.hpp"

#include <algorithm>

namespace representation {

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
