#include "platform/faults.hpp"
#include "platform/search/search.hpp"
#include "representation/actions/council_acting.hpp"
#include "representation/actions/councils.hpp"
#include "representation/domain/errors.hpp"
#include "representation/rights.hpp"
#include "representation/store/council_store.hpp"

#include <algorithm>

namespace representation {

static constexpr int our_seats_max = 40, other_seats_max = 200, report_days_max = 90;

static void check_number(Faults& faults, int number, int smallest, int largest, std::string pointer) {
    if (number >= smallest && number <= largest) return;
    faults.add(platform::number_out_of_range.at(
        std::move(pointer), {{"minimum", std::int64_t{smallest}}, {"maximum", std::int64_t{largest}}}));
}

static bool is_good_slug(std::string_view slug) {
    const auto is_allowed = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
    };
    return !slug.empty() && std::ranges::all_of(slug, is_allowed) && slug.front() != '-' && slug.back() != '-' &&
           slug != "new";
}

/// Whose council it is: anybody but those for whom the seats are held.
static Result<directory::OrganisationId> host_of(const Acting& acting, std::string_view key) {
    const auto found = TRY(directory::find_organisation_by_key(acting.transaction, key));
    using enum directory::OrganisationKind;
    const bool is_member = found.kind == municipality || found.kind == county || found.kind == network;
    if (is_member) return host_faulty.error({{"organisation", found.name}});
    return found.id;
}

static Result<void> index_council(const Acting& acting, const Council& council) {
    return search::put(acting.transaction, {.kind = "council",
                                            .id = council.id.to_string(),
                                            .title = council.name_nb,
                                            .text = council.name_nn + "\n" + council.mandate,
                                            .url = council.path(),
                                            .changed_at = acting.now});
}

Result<Council> add_council(const Acting& acting, const NewCouncil& wanted, bool is_invented) {
    TRY(acting.principal.require(right::keep_seats));
    const auto host = host_of(acting, wanted.host);
    Faults faults;
    if (!is_good_slug(wanted.slug)) {
        faults.add(council_slug_faulty.at("#/slug"));
    } else if (TRY(store::is_slug_taken(acting.transaction, wanted.slug))) {
        faults.add(council_slug_taken.at("#/slug"));
    }
    faults.take(host, "#/host");
    faults.need(wanted.mandate, "#/mandate");
    check_number(faults, wanted.our_seats, 1, our_seats_max, "#/ourSeats");
    check_number(faults, wanted.other_seats, 0, other_seats_max, "#/otherSeats");
    check_number(faults, wanted.report_days, 1, report_days_max, "#/reportDays");
    if (wanted.is_equal_number && wanted.our_seats != wanted.other_seats) {
        faults.add(numbers_not_equal.at("#/otherSeats", {{"ours", std::int64_t{wanted.our_seats}}}));
    }
    TRY(faults.result());
    Council fresh;
    fresh.id = acting.make_id<CouncilId>();
    fresh.slug = wanted.slug;
    fresh.name_nb = wanted.name_nb;
    fresh.name_nn = wanted.name_nn;
    fresh.kind = wanted.kind;
    fresh.host = *host;
    fresh.mandate = wanted.mandate;
    fresh.mandate_from = wanted.mandate_from;
    fresh.our_seats = wanted.our_seats;
    fresh.other_seats = wanted.other_seats;
    fresh.is_equal_number = wanted.is_equal_number;
    fresh.report_days = wanted.report_days;
    fresh.is_invented = is_invented;
    fresh.changed_at = acting.now;
    TRY(store::insert(acting.transaction, fresh));
    TRY(index_council(acting, fresh));
    journal::Body facts;
    facts.number("seats", fresh.our_seats);
    TRY(tell(acting, "representation.council_added", fresh, std::move(facts)));
    return fresh;
}

Result<CouncilMeeting> add_meeting(const Acting& acting, std::string_view slug, const NewCouncilMeeting& wanted) {
    TRY(acting.principal.require(right::keep_seats));
    const auto council = TRY(store::council_by_slug(acting.transaction, slug));
    const auto known = TRY(store::meetings_of(acting.transaction, council.id));
    const bool is_known = std::ranges::any_of(known, [&](const CouncilMeeting& other) {
        return other.held_on == wanted.held_on && other.title == wanted.title;
    });
    Faults faults;
    if (is_known) faults.add(meeting_known.at("#/title"));
    TRY(faults.result());
    CouncilMeeting fresh;
    fresh.id = acting.make_id<CouncilMeetingId>();
    fresh.council = council.id;
    fresh.held_on = wanted.held_on;
    fresh.title = wanted.title;
    TRY(store::insert(acting.transaction, fresh));
    journal::Body facts;
    facts.text("meeting", fresh.title).text("day", to_string(fresh.held_on));
    TRY(tell(acting, "representation.meeting_added", council, std::move(facts)));
    return fresh;
}

} // namespace representation
