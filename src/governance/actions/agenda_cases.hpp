#pragma once
// What an agenda has to do with its cases: what a case proposes becomes the first proposal before the meeting, as it
// stands at that moment.
#include "governance/actions/acting.hpp"

namespace governance {

/// Nothing for items that are no case, and for cases without a proposed decision.
Result<void> put_recommendation(const Acting&, const AgendaItem&);

/// Items whose case still is on the agenda; a case can be withdrawn at any time.
Result<std::vector<AgendaItem>> items_with_case(const Acting&, MeetingId);

/// The item waits for another meeting: its case goes back into preparation, as nothing was decided in it.
Result<void> put_back(const Acting&, const AgendaItem&, std::string_view reason);

/// Closes a meeting under way with everything left put back. Appends governance.meeting_adjourned.
Result<void> end_without_deciding(const Acting&, const Body&, const Meeting&, const std::string& reason);

} // namespace governance
