#pragma once
// What is sent about seats held elsewhere, as forms and JSON.
#include "platform/json/described.hpp"
#include "representation/actions/requests.hpp"

namespace representation {

struct NewCouncil {
    Line<60> slug; ///< a–z, 0–9 and hyphens; never changes.
    Line<150> name_nb, name_nn;
    CouncilKind kind = CouncilKind::council;
    Line<80> host; ///< Number or last part of the address of whose council it is.
    Prose<8000> mandate;
    Date mandate_from;
    int our_seats = 0, other_seats = 0;
    bool is_equal_number = false;
    int report_days = 14;
};
BOOST_DESCRIBE_STRUCT(NewCouncil, (),
                      (slug, name_nb, name_nn, kind, host, mandate, mandate_from, our_seats, other_seats,
                       is_equal_number, report_days))

struct NewHolder {
    int seat = 0;
    directory::PersonId person_id;
    Line<80> on_behalf_of;           ///< Number or last part of the address of where they come from.
    std::optional<int> deputy_order; ///< Deputies are called from 1 on; whoever holds the seat has none.
    Date valid_from;
    std::optional<Date> valid_to; ///< First day on which it no longer holds.
    Line<300> basis;
};
BOOST_DESCRIBE_STRUCT(NewHolder, (), (seat, person_id, on_behalf_of, deputy_order, valid_from, valid_to, basis))

struct EndingOfHolder {
    Date from; ///< First day on which it no longer holds; tomorrow at the earliest.
    Line<500> reason;
};
BOOST_DESCRIBE_STRUCT(EndingOfHolder, (), (from, reason))

struct NewCouncilMeeting {
    Date held_on;
    Line<120> title;
};
BOOST_DESCRIBE_STRUCT(NewCouncilMeeting, (), (held_on, title))

struct NewReport {
    CouncilMeetingId meeting;
    WrittenForm language = WrittenForm::nb;
    Prose<8000> said;
    std::optional<Line<20>> position; ///< Number of the position it rests on, "P-2026-3".
    Prose<8000> came_of_it;
    Prose<8000> means;
    std::optional<Line<200>> legal_basis; ///< Why the texts are shielded.
};
BOOST_DESCRIBE_STRUCT(NewReport, (), (meeting, language, said, position, came_of_it, means, legal_basis))

} // namespace representation
