// One item under treatment: what is proposed, who dissents, what came of it.
#include "governance/domain/treatment.hpp"
#include "governance/views/election_pages.hpp"
#include "governance/views/meeting_pages.hpp"
#include "governance/views/treatment_form_parts.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

/// First whether to decide at all, then what lies farthest from the recommendation, the recommendation last.
static int voting_order(ProposalKind kind) {
    switch (kind) {
    case ProposalKind::procedural:
        return 0;
    case ProposalKind::counter_proposal:
        return 1;
    case ProposalKind::amendment:
        return 2;
    case ProposalKind::recommendation:
        break;
    }
    return 3;
}

/// In the order of voting: links to the votes on the proposals that can still be voted on, and the way to withdraw
/// them.
static Html vote_links(const http::Call& call, const std::string& path, const ItemView& item) {
    std::vector<Html> entries;
    auto in_order = item.proposals;
    std::ranges::stable_sort(in_order, {}, [](const ProposalView& proposal) { return voting_order(proposal.kind); });
    for (const auto& proposal : in_order) {
        if (proposal.is_withdrawn) continue;
        const auto words =
            call.t(text::proposal_heading({.number = proposal.number, .kind = label(call, proposal.kind)}));
        const auto below = fmt::format("{}/proposals/{}", path, proposal.id.to_string());
        Html tools = ui::button_link(call.t(text::vote_hold), call.url(below + "/vote"), "primary", ui::Icon::vote);
        if (!proposal.is_voted_on && proposal.kind != ProposalKind::recommendation) {
            tools += ui::post_button(call, call.t(text::proposal_withdraw), below + "/withdrawal", "tertiary");
        }
        entries.push_back(html::li(html::strong(words), html::div(html::cls("buttons"), tools)));
    }
    if (entries.empty()) return html::p(call.t(text::proposals_none));
    return html::join(
        {html::p(html::cls("meta"), call.t(text::proposals_order)), html::ol(html::cls("ds-list"), entries)});
}

static Html proposal_form(const http::Call& call, const MeetingView& view, const std::string& path,
                          const ItemView& item) {
    const ui::FormState nothing;
    const auto suggested = item.proposals.empty() ? std::vector<std::string>{} : item.proposals.front().points;
    Html points;
    for (std::size_t i = 0; i < suggested.size() + 2; ++i) {
        ui::Field field;
        field.name = fmt::format("points[{}]", i);
        field.label = call.t(text::field_point({.number = static_cast<std::int64_t>(i + 1)}));
        field.value = i < suggested.size() ? suggested[i] : std::string{};
        field.rows = 3;
        points += ui::field(call, nothing, field);
    }
    std::vector<ui::Choice> kinds;
    for (const auto kind : {ProposalKind::amendment, ProposalKind::counter_proposal, ProposalKind::procedural})
        kinds.push_back({std::string{json::name_of(kind)}, label(call, kind), {}, false});
    auto reason = ui::labelled_field(call, "reason", text::field_proposal_reason);
    reason.rows = 3;
    const auto fields = html::join(
        {ui::select(call, nothing, ui::required_field(call, "kind", text::field_proposal_kind, "amendment"), kinds),
         ui::select(call, nothing, ui::required_field(call, "proposedBy", text::field_proposed_by),
                    voters_to_choose(call, view)),
         points, ui::field(call, nothing, reason), ui::submit(call.t(text::proposal_make))});
    return ui::details(call.t(text::proposal_make), ui::form(call, path + "/proposals", fields));
}

static Html dissent_form(const http::Call& call, const MeetingView& view, const std::string& path) {
    const ui::FormState nothing;
    auto words = ui::required_field(call, "text", text::field_dissent);
    words.rows = 4;
    const auto fields = html::join({ui::select(call, nothing, ui::required_field(call, "who", text::field_dissent_by),
                                               voters_to_choose(call, view)),
                                    ui::field(call, nothing, words), ui::submit(call.t(text::dissent_record))});
    return ui::details(call.t(text::dissent_record), ui::form(call, path + "/dissents", fields));
}

static Html outcome_fields(const http::Call& call, const ui::FormState& state, const MeetingView& view,
                           const ItemView& item, const MeetingChoices& choices) {
    std::vector<ui::Choice> outcomes;
    for (const auto outcome : json::enumerator_values<Outcome>) {
        const bool is_allowed = item.kind != ItemKind::case_ || view.rules.rules.allows(outcome);
        if (!is_allowed || !fits(item.kind, outcome)) continue;
        outcomes.push_back({std::string{json::name_of(outcome)}, label(call, outcome), {}, false});
    }
    auto bodies = choices.other_bodies;
    bodies.insert(bodies.begin(), ui::Choice{.value = {}, .label = call.t(text::field_none)});
    Html points;
    const auto carried = std::ranges::find_if(item.votes.rbegin(), item.votes.rend(), [](const MinutesVote& vote) {
        return vote.result == VoteResult::passed;
    });
    if (carried != item.votes.rend() && carried->proposal > 1) {
        const auto proposal = std::ranges::find(item.proposals, carried->proposal, &ProposalView::number);
        const auto text_points = proposal == item.proposals.end() ? std::vector<std::string>{} : proposal->points;
        for (std::size_t i = 0; i < text_points.size() + 1; ++i) {
            ui::Field field;
            field.name = fmt::format("points[{}]", i);
            field.label = call.t(text::field_decided_point({.number = static_cast<std::int64_t>(i + 1)}));
            field.value = i < text_points.size() ? text_points[i] : std::string{};
            field.rows = 3;
            points += ui::field(call, state, field);
        }
    }
    auto note = ui::labelled_field(call, "note", text::field_note, item.note);
    note.hint = call.t(text::field_note_hint);
    note.rows = 4;
    return html::join({part_heading(call, text::outcome_record),
                       ui::select(call, state, ui::required_field(call, "outcome", text::field_outcome), outcomes),
                       points,
                       ui::select(call, state, ui::labelled_field(call, "referredTo", text::field_referred_to), bodies),
                       ui::field(call, state, note)});
}

Html treatment_page(const http::Call& call, const ui::FormState& state, const MeetingView& view, const ItemView& item,
                    const MeetingChoices& choices) {
    const auto path = fmt::format("{}/items/{}", view.url, item.id.to_string());
    auto place = treatment_place(call, view, text::item_treat, text::item_treat_lead, path + "/outcome");
    place.facts = title_of(call, view) + " · " + item.number + " " + title_of(call, item);
    place.send = call.t(text::outcome_record);
    const auto above = html::join(
        {agenda_item(call, item, {}),
         html::p(ui::button_link(call.t(text::impartiality), call.url(path + "/impartiality"), "secondary")),
         part_heading(call, text::proposals), vote_links(call, path, item), proposal_form(call, view, path, item),
         part_heading(call, text::elections), election_links(call, path, item), dissent_form(call, view, path)});
    return ui::form_page(call, state, place, outcome_fields(call, state, view, item, choices), above);
}

} // namespace governance
