#pragma once
// What the forms of a meeting under way have in common: where they stand, and whom they let one choose among.
#include "governance/views/meeting_forms.hpp"
#include "governance/views/meeting_models.hpp"

namespace governance {

Html hidden_input(std::string_view name, std::string_view value);
/// Above one of several forms on a page.
Html part_heading(const http::Call&, const i18n::Message& words);

/// Those on the roll that are wanted, by appointment, each with role, organisation and whose seat it is.
std::vector<ui::Choice> attendees_to_choose(const http::Call&, const MeetingView&, bool (*wanted)(const AttendeeView&));
/// Those who may vote now.
std::vector<ui::Choice> voters_to_choose(const http::Call&, const MeetingView&);

/// The frame of a form about the meeting, with the way back to it. path: where the form is sent.
ui::FormFrame treatment_place(const http::Call&, const MeetingView&, const i18n::Message& title,
                              const i18n::Message& lead, std::string path);

} // namespace governance
