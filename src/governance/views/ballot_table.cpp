#include "governance/views/meeting_forms.hpp"
#include "governance/views/meeting_pages.hpp"
#include "platform/ui/words.hpp"

#include <fmt/format.h>

namespace governance {

using html::attribute;
using html::attribute_if;
using html::cls;

namespace {

/// One who may vote, with the names of the fields and what came back with them.
struct BallotRow {
    std::string name;   ///< "ballots[2]"
    std::string id;     ///< "f-ballots-2": where the error summary leads.
    std::string voter;  ///< As the row's heading.
    std::string chosen; ///< What was chosen before a fault brought the form back.
    const Fault* fault = nullptr;
};

} // namespace

static Html radio(const BallotRow& row, std::string_view value, const std::string& words, bool is_first) {
    return html::input(cls("ds-input"), attribute("type", "radio"), attribute_if(is_first, "id", row.id),
                       attribute("name", row.name + ".choice"), attribute("value", value),
                       attribute("aria-label", row.voter + ": " + words),
                       html::flag("checked", row.chosen == value && !row.chosen.empty()),
                       attribute_if(row.fault != nullptr, "aria-invalid", "true"),
                       attribute_if(row.fault != nullptr, "aria-describedby", row.id + "-fault"));
}

static Html heading_of(const http::Call& call, const BallotRow& row, const AttendeeView& attendee) {
    auto heading = html::span(html::id(row.id + "-label"), row.voter);
    heading += html::input(attribute("type", "hidden"), attribute("name", row.name + ".who"),
                           attribute("value", attendee.appointment.to_string()));
    if (row.fault != nullptr) {
        heading += html::p(cls("ds-validation-message"), html::id(row.id + "-fault"),
                           attribute("data-field", "validation"), call.t.detail_of(*row.fault));
    }
    return heading;
}

Html ballot_table(const http::Call& call, const ui::FormState& state, const MeetingView& view) {
    std::vector<ui::Column> columns{{.name = call.t(text::vote_name)}};
    for (const auto choice : json::enumerator_values<Choice>)
        columns.push_back({.name = label(call, choice)});
    columns.push_back({.name = call.t(text::vote_none)});
    std::vector<std::vector<Html>> rows;
    for (const auto& attendee : view.attendees) {
        if (!attendee.may_vote) continue;
        BallotRow row;
        row.name = fmt::format("ballots[{}]", rows.size());
        row.id = ui::field_id(row.name);
        row.voter = with_organisation(attendee.name, attendee.on_behalf_of);
        if (!attendee.instead_of.empty()) {
            row.voter += " " + call.t(text::vote_instead_of({.member = attendee.instead_of}));
        }
        row.chosen = state.value(row.name + ".choice");
        row.fault = state.fault(row.name);
        std::vector<Html> cells{heading_of(call, row, attendee)};
        for (const auto choice : json::enumerator_values<Choice>)
            cells.push_back(radio(row, json::name_of(choice), label(call, choice), choice == Choice::in_favour));
        cells.push_back(radio(row, "", call.t(text::vote_none), false));
        rows.push_back(std::move(cells));
    }
    return ui::table(call.t(text::vote_by_name), columns, rows);
}

} // namespace governance
