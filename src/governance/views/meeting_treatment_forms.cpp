// The forms of a meeting under way: who is there, what is proposed, how it is voted, what came of it.
#include "governance/domain/treatment.hpp"
#include "governance/views/election_pages.hpp"
#include "governance/views/meeting_forms.hpp"
#include "governance/views/meeting_pages.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

static Html hidden(std::string_view name, std::string_view value) {
    return html::input(html::attribute("type", "hidden"), html::attribute("name", name),
                       html::attribute("value", value));
}

static Html heading(const http::Call& call, const i18n::Message& words) {
    return html::h2(html::cls("ds-heading"), html::attribute("data-size", "sm"), call.t(words));
}

static std::string words_of(const http::Call& call, const AttendeeView& attendee) {
    auto words = with_organisation(attendee.name, attendee.on_behalf_of) + " (" + label(call, attendee.role);
    if (!attendee.instead_of.empty()) words += " " + call.t(text::vote_instead_of({.member = attendee.instead_of}));
    return words + ")";
}

template <class Wanted>
static std::vector<ui::Choice> people(const http::Call& call, const MeetingView& view, Wanted&& wanted) {
    std::vector<ui::Choice> choices;
    for (const auto& attendee : view.attendees) {
        if (wanted(attendee))
            choices.push_back({attendee.appointment.to_string(), words_of(call, attendee), {}, false});
    }
    return choices;
}

static std::vector<ui::Choice> voters(const http::Call& call, const MeetingView& view) {
    return people(call, view, [](const AttendeeView& attendee) { return attendee.may_vote; });
}

static ui::FormFrame treatment_place(const http::Call& call, const MeetingView& view, const i18n::Message& title,
                                     const i18n::Message& lead, std::string path) {
    return {.title = call.t(title),
            .lead = call.t(lead),
            .send = call.t(text::form_save),
            .path = std::move(path),
            .crumbs = crumbs_of(call, view),
            .back = view.url,
            .facts = title_of(call, view)};
}

static Html arrival_form(const http::Call& call, const ui::FormState& state, const MeetingView& view) {
    const auto absent = people(call, view, [](const AttendeeView& attendee) { return !attendee.is_present; });
    auto empty_seats = people(call, view, [](const AttendeeView& attendee) {
        const bool holds_a_seat = attendee.role == AppointmentRole::chair ||
                                  attendee.role == AppointmentRole::deputy_chair ||
                                  attendee.role == AppointmentRole::member;
        return holds_a_seat && !attendee.is_present;
    });
    empty_seats.insert(empty_seats.begin(), ui::Choice{.value = {}, .label = call.t(text::field_instead_of_none)});
    if (absent.empty()) return html::p(call.t(text::presence_all));
    auto remark = ui::labelled_field(call, "remark", text::field_remark);
    remark.hint = call.t(text::field_remark_hint);
    return html::join(
        {hidden("kind", "arrived"),
         ui::select(call, state, ui::required_field(call, "who", text::field_who_came), absent),
         ui::select(call, state, ui::labelled_field(call, "insteadOf", text::field_instead_of), empty_seats),
         tick_box(call, state, "isRemote", text::field_is_remote, false), ui::field(call, state, remark)});
}

static Html departure_form(const http::Call& call, const MeetingView& view) {
    const ui::FormState nothing;
    const auto present = people(call, view, [](const AttendeeView& attendee) { return attendee.is_present; });
    const auto fields =
        html::join({hidden("kind", "left"),
                    ui::select(call, nothing, ui::required_field(call, "who", text::field_who_left), present),
                    ui::field(call, nothing, ui::labelled_field(call, "remark", text::field_remark_left)),
                    ui::submit(call.t(text::presence_left))});
    return html::join({heading(call, text::presence_left), ui::form(call, view.url + "/presence", fields)});
}

static Html hand_over_form(const http::Call& call, const MeetingView& view) {
    const ui::FormState nothing;
    const auto fields = html::join(
        {ui::select(call, nothing, ui::required_field(call, "to", text::field_leads_now), voters(call, view)),
         ui::submit(call.t(text::presence_hand_over))});
    return html::join({heading(call, text::presence_hand_over), ui::form(call, view.url + "/chair", fields)});
}

Html presence_page(const http::Call& call, const ui::FormState& state, const MeetingView& view) {
    auto place = treatment_place(call, view, text::presence, text::presence_lead, view.url + "/presence");
    place.send = call.t(text::presence_came);
    return ui::form_page(call, state, place,
                         html::join({heading(call, text::presence_came), arrival_form(call, state, view)}),
                         attendance(call, view), html::join({departure_form(call, view), hand_over_form(call, view)}));
}

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
         ui::select(call, nothing, ui::required_field(call, "proposedBy", text::field_proposed_by), voters(call, view)),
         points, ui::field(call, nothing, reason), ui::submit(call.t(text::proposal_make))});
    return ui::details(call.t(text::proposal_make), ui::form(call, path + "/proposals", fields));
}

static Html dissent_form(const http::Call& call, const MeetingView& view, const std::string& path) {
    const ui::FormState nothing;
    auto words = ui::required_field(call, "text", text::field_dissent);
    words.rows = 4;
    const auto fields = html::join(
        {ui::select(call, nothing, ui::required_field(call, "who", text::field_dissent_by), voters(call, view)),
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
    return html::join({heading(call, text::outcome_record),
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
    const auto above =
        html::join({agenda_item(call, item, {}),
                    html::p(ui::button_link(call.t(text::impartiality), call.url(path + "/impartiality"), "secondary")),
                    heading(call, text::proposals), vote_links(call, path, item), proposal_form(call, view, path, item),
                    heading(call, text::elections), election_links(call, path, item), dissent_form(call, view, path)});
    return ui::form_page(call, state, place, outcome_fields(call, state, view, item, choices), above);
}

static Html common_fields(const http::Call& call, const ui::FormState& state, const ProposalView& proposal,
                          VoteMethod method) {
    std::vector<ui::Choice> casting = words_as_choices<Choice>(call);
    casting.pop_back();
    casting.insert(casting.begin(), ui::Choice{.value = {}, .label = call.t(text::field_casting_none)});
    auto casting_vote = ui::labelled_field(call, "castingVote", text::field_casting_vote);
    casting_vote.hint = call.t(text::field_casting_vote_hint);
    return html::join({hidden("proposal", proposal.id.to_string()), hidden("method", json::name_of(method)),
                       ui::select(call, state, ui::required_field(call, "kind", text::field_vote_kind, "ordinary"),
                                  words_as_choices<VoteKind>(call)),
                       ui::select(call, state, casting_vote, casting)});
}

static Html count_form(const http::Call& call, const ui::FormState& state, const ProposalView& proposal,
                       const std::string& path) {
    const auto number = [&](std::string_view name, Choice choice) {
        ui::Field field;
        field.name = name;
        field.label = label(call, choice);
        field.type = "number";
        field.width = "sm";
        field.is_required = true;
        field.value = "0";
        return ui::field(call, state, field);
    };
    const auto fields = html::join(
        {number("inFavour", Choice::in_favour), number("against", Choice::against), number("blank", Choice::blank),
         common_fields(call, state, proposal, VoteMethod::count), ui::submit(call.t(text::vote_count_record))});
    return ui::details(call.t(text::vote_by_count), ui::form(call, path, fields),
                       state.value("method") == json::name_of(VoteMethod::count));
}

static Html acclamation_form(const http::Call& call, const ProposalView& proposal, const std::string& path) {
    const auto fields = html::join({hidden("proposal", proposal.id.to_string()), hidden("method", "acclamation"),
                                    hidden("kind", "ordinary"), html::p(call.t(text::vote_acclamation_text)),
                                    ui::submit(call.t(text::vote_acclamation_record))});
    return ui::details(call.t(text::vote_by_acclamation), ui::form(call, path, fields));
}

Html vote_page(const http::Call& call, const ui::FormState& state, const MeetingView& view, const ItemView& item,
               const ProposalView& proposal) {
    const auto below = fmt::format("{}/items/{}", view.url, item.id.to_string());
    auto place = treatment_place(call, view, text::vote_hold, text::vote_hold_lead, below + "/votes");
    place.facts = item.number + " " + title_of(call, item) + " · " +
                  call.t(text::proposal_heading({.number = proposal.number, .kind = label(call, proposal.kind)}));
    place.send = call.t(text::vote_record);
    place.back = below;
    const bool was_by_count = state.value("method") == json::name_of(VoteMethod::count);
    const ui::FormState nothing;
    const auto& by_name = was_by_count ? nothing : state;
    const auto above = html::join({points_of(proposal.points), attendance(call, view),
                                   acclamation_form(call, proposal, below + "/votes"),
                                   count_form(call, was_by_count ? state : nothing, proposal, below + "/votes")});
    return ui::form_page(call, state, place,
                         html::join({heading(call, text::vote_by_name), ballot_table(call, by_name, view),
                                     common_fields(call, by_name, proposal, VoteMethod::by_name)}),
                         above);
}

Html correction_page(const http::Call& call, const ui::FormState& state, const MinutesView& view) {
    auto reason = ui::required_field(call, "reason", text::field_correction_reason);
    reason.rows = 3;
    Html items;
    for (std::size_t i = 0; i < view.content.items.size(); ++i) {
        const auto& item = view.content.items[i];
        items += html::h3(html::cls("ds-heading"), html::attribute("data-size", "xs"),
                          (item.number.empty() ? "" : item.number + " ") + item.title);
        items += hidden(fmt::format("items[{}].item", i), std::to_string(i));
        for (std::size_t point = 0; point < item.decision.size(); ++point) {
            ui::Field field;
            field.name = fmt::format("items[{}].decision[{}]", i, point);
            field.label = call.t(text::field_decided_point({.number = static_cast<std::int64_t>(point + 1)}));
            field.value = item.decision[point];
            field.rows = 3;
            items += ui::field(call, state, field);
        }
        auto note = ui::labelled_field(call, fmt::format("items[{}].note", i), text::field_note, item.note);
        note.rows = 3;
        items += ui::field(call, state, note);
    }
    return ui::form_page(
        call, state,
        {.title = call.t(text::minutes_correct),
         .lead = call.t(text::minutes_correct_lead),
         .send = call.t(text::minutes_correct_save),
         .path = view.url + "/correction",
         .crumbs = {{call.t(text::meetings), call.url("/meetings")},
                    {view.body.name, call.url(view.body.url)},
                    {view.meeting.name, call.url(view.meeting.url)},
                    {call.t(text::minutes), call.url(view.url)}},
         .back = view.url,
         .facts = call.t(text::minutes_title({.body = view.body.name, .number = view.meeting.name}))},
        html::join({ui::field(call, state, reason),
                    ui::field(call, state, ui::required_field(call, "place", text::meeting_place, view.content.place)),
                    items}));
}

} // namespace governance
