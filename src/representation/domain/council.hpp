#pragma once
// A council outside the sector, who holds its seats for us, and what they owe after each meeting.
#include "directory/ids.hpp"
#include "platform/clock.hpp"
#include "platform/i18n/message.hpp"
#include "representation/ids.hpp"
#include "representation/words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace representation {

struct Council {
    CouncilId id;
    std::string slug; ///< Last part of its address; never changes.
    std::string name_nb, name_nn;
    CouncilKind kind = CouncilKind::council;
    directory::OrganisationId host; ///< Whose council it is.
    std::string mandate;            ///< Markdown.
    Date mandate_from;
    int our_seats = 1, other_seats = 0;
    bool is_equal_number = false; ///< Partssammensatt: we have as many seats as the others.
    int report_days = 14;         ///< So many days after a meeting everybody who held a seat has reported.
    std::optional<Date> ended_on; ///< First day on which it no longer meets.
    bool is_invented = false;
    Instant changed_at;
    std::int64_t version = 1;

    [[nodiscard]] const std::string& name(i18n::Language language) const {
        return language == i18n::Language::nn ? name_nn : name_nb;
    }
    [[nodiscard]] std::string path() const { return "/seats/" + slug; }
};

/// Somebody who holds a seat there for the sector, or is deputy for whoever does. Holds from valid_from up to, not
/// including, the earlier of valid_to and ended_on. It gives no rights over anybody (rule R9).
struct Holder {
    HolderId id;
    CouncilId council;
    int seat = 1;
    directory::PersonId person;
    directory::OrganisationId on_behalf_of; ///< Where they come from.
    int deputy_order = 0;                   ///< 0 holds the seat; deputies are called from 1 on.
    Date valid_from;
    std::optional<Date> valid_to, ended_on;
    std::string end_reason;
    std::string basis; ///< Who appointed, and where that stands.
    std::int64_t version = 1;

    [[nodiscard]] std::optional<Date> last_day_plus_one() const;
    [[nodiscard]] bool is_valid_on(Date) const;
};

struct CouncilMeeting {
    CouncilMeetingId id;
    CouncilId council;
    Date held_on;
    std::string title;
};

/// What a representative brought home from a meeting.
struct Report {
    ReportId id;
    CouncilMeetingId meeting;
    int seat = 1;
    HolderId holder;
    i18n::Language language = i18n::Language::nb;
    std::string said;        ///< What they said there. Markdown, as the two below.
    std::string position;    ///< Number of the position it rests on; empty when there was none.
    std::string came_of_it;  ///< What was concluded there.
    std::string means;       ///< What it means for the municipalities.
    std::string legal_basis; ///< Why the texts are shielded; empty when everybody may read them.
    Instant reported_at;
};

/// A seat owes a report of a meeting on which somebody held it.
struct Duty {
    CouncilMeeting meeting;
    int seat = 1;
    Date due_on; ///< The last day.
    DutyState state = DutyState::waiting;
};

/// Everything wrong with a new holder among those of the council, at its field: platform.request_faulty with
/// representation.seat_not_found, holder_period_faulty, seat_taken, person_sits_already.
Result<void> check_new(const Council&, const Holder&, const std::vector<Holder>& others);
/// Fails with representation.holder_ended_already and holder_period_faulty (tomorrow at the earliest, and within).
Result<Holder> ended(Holder, Date from, std::string reason, Date today);

/// The one who speaks for the sector in a meeting on the day: the person's own appointment, valid then. Fails with
/// representation.no_valid_appointment.
Result<Holder> speaker_on(const std::vector<Holder>&, directory::PersonId, Date);

/// What is owed for the meetings held up to today, the newest meeting first.
std::vector<Duty> duties_of(const Council&, const std::vector<Holder>&, const std::vector<CouncilMeeting>&,
                            const std::vector<Report>&, Date today);

} // namespace representation
