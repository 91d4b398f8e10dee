#pragma once
// The words and colours of hearings.
#include "hearings/views/hearing_models.hpp"
#include "platform/ui/components.hpp"

namespace hearings {

std::string label(const http::Call&, HearingState);
std::string label(const http::Call&, Stance);
std::string label(const http::Call&, Size);
/// When it opens, closes or closed; or that it was called off.
std::string days_in_words(const http::Call&, HearingState, Date opens_on, Date closes_on);
/// "alle kommuner", "kommunene i Vestland".
std::string in_words(const http::Call&, const Audience&, const std::string& organisation);
Html state_tag(const http::Call&, HearingState);
Html stance_tag(const http::Call&, Stance);
/// The stances and the silence in their colours, for a stacked bar.
std::vector<ui::Share> shares_of(const http::Call&, const Tally&);
/// "112 av 357 (31 %)": organisations or inhabitants.
std::string part_of(const http::Call&, std::int64_t part, std::int64_t whole);
/// How far it came, step by step: municipalities and inhabitants. The first row says whom it was addressed to.
Html tally_table(const http::Call&, const Tally&);
/// A row for each group, a column for each step.
Html group_table(const http::Call&, std::string_view caption, std::string_view column, const std::vector<GroupView>&);

} // namespace hearings
