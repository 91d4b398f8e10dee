#include "governance/held_seats.hpp"
#include "platform/embedded.hpp"
#include "representation/actions/councils.hpp"
#include "representation/demonstration.hpp"
#include "representation/store/council_store.hpp"

#include <algorithm>

namespace representation {

using namespace std::chrono_literals;

/// Days are counted from the one on which the demonstration is loaded; people are named as governance's are.
struct SaidHolder {
    std::string name, workplace;
    int seat = 1, deputy_order = 0, from = 0, years = 0;
};
BOOST_DESCRIBE_STRUCT(SaidHolder, (), (name, workplace, seat, deputy_order, from, years))

struct SaidReport {
    std::string name, said, position, came_of_it, means, legal_basis; ///< "{year}" in a position is this year.
    int day = 0;
};
BOOST_DESCRIBE_STRUCT(SaidReport, (), (name, said, position, came_of_it, means, legal_basis, day))

struct SaidMeeting {
    std::string title;
    int day = 0;
    std::vector<SaidReport> reports;
};
BOOST_DESCRIBE_STRUCT(SaidMeeting, (), (title, day, reports))

struct SaidCouncil {
    std::string slug, name_nb, name_nn, host, mandate;
    CouncilKind kind = CouncilKind::council;
    Date mandate_from;
    int our_seats = 1, other_seats = 0, report_days = 14;
    bool is_equal_number = false, is_invented = true;
    std::vector<SaidHolder> holders;
    std::vector<SaidMeeting> meetings;
};
BOOST_DESCRIBE_STRUCT(SaidCouncil, (),
                      (slug, name_nb, name_nn, host, mandate, kind, mandate_from, our_seats, other_seats, report_days,
                       is_equal_number, is_invented, holders, meetings))

struct SaidOfSeats {
    std::vector<SaidCouncil> councils;
};
BOOST_DESCRIBE_STRUCT(SaidOfSeats, (), (councils))

namespace {

class SeatStaging {
public:
    SeatStaging(const Services& services, const Outside& outside, db::Transaction& transaction, Date today)
        : services_{services}, outside_{outside}, transaction_{transaction}, today_{today} {}

    Result<void> stage(const SaidCouncil& said) {
        NewCouncil wanted;
        wanted.slug = said.slug;
        wanted.name_nb = said.name_nb;
        wanted.name_nn = said.name_nn;
        wanted.kind = said.kind;
        wanted.host = said.host;
        wanted.mandate = said.mandate;
        wanted.mandate_from = said.mandate_from;
        wanted.our_seats = said.our_seats;
        wanted.other_seats = said.other_seats;
        wanted.is_equal_number = said.is_equal_number;
        wanted.report_days = said.report_days;
        TRY(add_council(acting(program_, -510), wanted, said.is_invented));
        for (const auto& holder : said.holders) {
            TRY(appoint(said, holder));
        }
        for (const auto& meeting : said.meetings) {
            TRY(meet(said, meeting));
        }
        return {};
    }

private:
    [[nodiscard]] Date day(int from_today) const {
        return Date{std::chrono::sys_days{today_} + std::chrono::days{from_today}};
    }
    [[nodiscard]] Acting acting(const Principal& who, int from_today) const {
        return {transaction_, services_, who, at_norwegian_time(day(from_today), 12h), outside_};
    }

    Result<directory::PersonSummary> person_called(const std::string& name, const std::string& workplace) {
        const auto organisation = TRY(directory::find_organisation_by_key(transaction_, workplace));
        std::vector<directory::PersonId> ids;
        for (const auto& seat : TRY(governance::seats_for_organisation(transaction_, organisation.id))) {
            ids.push_back(seat.person);
        }
        const auto people = TRY(directory::people_by_id(transaction_, ids));
        const auto found = std::ranges::find(people, name, &directory::PersonSummary::name);
        ensure(found != people.end()); // The files travel with the program and are tested with it.
        return *found;
    }

    Result<void> appoint(const SaidCouncil& council, const SaidHolder& said) {
        NewHolder wanted;
        wanted.person_id = TRY(person_called(said.name, said.workplace)).id;
        wanted.seat = said.seat;
        wanted.on_behalf_of = said.workplace;
        wanted.deputy_order = said.deputy_order;
        wanted.valid_from = day(said.from);
        wanted.valid_to = day(said.from + 365 * said.years);
        wanted.basis = std::string{"Oppnevnt av KS (oppdiktet)"};
        TRY(appoint_holder(acting(program_, said.from - 5), council.slug, wanted));
        return {};
    }

    Result<void> meet(const SaidCouncil& council, const SaidMeeting& said) {
        NewCouncilMeeting wanted;
        wanted.title = said.title;
        wanted.held_on = day(said.day);
        const auto meeting = TRY(add_meeting(acting(program_, std::min(said.day, 0) - 30), council.slug, wanted));
        for (const auto& report : said.reports) {
            TRY(tell(council, meeting, report));
        }
        return {};
    }

    Result<void> tell(const SaidCouncil& council, const CouncilMeeting& meeting, const SaidReport& said) {
        const auto holder = std::ranges::find(council.holders, said.name, &SaidHolder::name);
        ensure(holder != council.holders.end());
        const auto person = TRY(person_called(said.name, holder->workplace));
        Principal representative;
        representative.kind = PrincipalKind::person;
        representative.id = person.id.to_string();
        representative.name = person.name;
        NewReport wanted;
        wanted.meeting = meeting.id;
        wanted.said = said.said;
        wanted.came_of_it = said.came_of_it;
        wanted.means = said.means;
        if (!said.position.empty()) {
            auto number = said.position;
            const std::string place = "{year}";
            number.replace(number.find(place), place.size(), std::to_string(static_cast<int>(today_.year())));
            wanted.position = Line<20>{number};
        }
        if (!said.legal_basis.empty()) wanted.legal_basis = Line<200>{said.legal_basis};
        TRY(report_back(acting(representative, said.day), council.slug, wanted));
        return {};
    }

    const Services& services_;
    const Outside& outside_;
    db::Transaction& transaction_;
    Date today_;
    Principal program_ = the_program("demonstrasjon");
};

} // namespace

Result<void> load_seat_demonstration(const Services& services, const Outside& outside, Date today) {
    return services.database.write([&](db::Transaction& transaction) -> Result<void> {
        if (!TRY(store::councils(transaction)).empty()) return {};
        SaidOfSeats said;
        for (const auto& file : embedded::representation_facts()) {
            if (file.name.starts_with("demonstration_seats")) said = TRY(json::read<SaidOfSeats>(file.bytes));
        }
        SeatStaging staging{services, outside, transaction, today};
        for (const auto& council : said.councils) {
            TRY(staging.stage(council));
        }
        return {};
    });
}

} // namespace representation
