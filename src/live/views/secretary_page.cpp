#include "live/texts.hpp"
#include "live/views/pages.hpp"

#include <fmt/format.h>

namespace live {

using html::cls;

static std::string below(const SecretaryView& view, std::string_view path) {
    return fmt::format("{}/live{}", view.meeting.room.url, path);
}

static Html items_to_take_up(const http::Call& call, const SecretaryView& view) {
    const auto& t = call.t;
    std::vector<Html> entries;
    for (const auto& item : view.meeting.room.items) {
        const bool is_now = view.meeting.current_item == item.id;
        Html words = html::span(item.number + " " + item.title);
        if (is_now) words = html::join({words, ui::tag(t(text::now), ui::Tone::info)}, " ");
        if (!item.outcome.empty()) words = html::join({words, ui::tag(item.outcome, ui::Tone::success)}, " ");
        Html tools;
        if (item.outcome.empty() && !view.meeting.ballot) {
            const auto page = fmt::format("{}/items/{}", view.meeting.room.url, item.id.to_string());
            if (!is_now) {
                tools += ui::post_button(call, t(text::take_up), below(view, "/item"), "tertiary",
                                         {{"item", item.id.to_string()}});
            }
            tools += ui::button_link(t(text::treat), call.url(page), "tertiary");
        }
        entries.push_back(
            html::li(html::attribute_if(is_now, "aria-current", "step"), words, html::div(cls("buttons"), tools)));
    }
    return ui::section(t(text::agenda), "items", html::ol(cls("ds-list live__agenda"), entries));
}

static Html turns(const http::Call& call, const SecretaryView& view) {
    const auto& t = call.t;
    std::vector<Html> entries;
    for (const auto& speaker : view.meeting.speakers) {
        const auto path = below(view, "/speakers/" + speaker.id.to_string());
        auto words = html::join({html::strong(speaker.name), ui::tag(label(call, speaker.kind))}, " ");
        Html tools;
        if (speaker.state == SpeakerState::called) {
            const auto since = t(text::has_floor(
                {.time = t.time(*speaker.called_at), .length = seconds_in_words(call, *speaker.seconds_max)}));
            words = html::join({words, html::span(since)}, " ");
            tools = ui::post_button(call, t(text::floor_end), path + "/end", "tertiary");
        } else {
            tools = html::join({ui::post_button(call, t(text::floor_give), path + "/call", "secondary"),
                                ui::post_button(call, t(text::floor_strike), path + "/withdrawal", "tertiary")});
        }
        entries.push_back(html::li(words, html::div(cls("buttons"), tools)));
    }
    const auto content = entries.empty() ? html::p(t(text::speakers_none)) : html::ol(cls("ds-list"), entries);
    return ui::section(t(text::speakers), "speakers", content);
}

static Html tie_fields(const http::Call& call) {
    const ui::FormState nothing;
    // Nothing is chosen at first, and then nothing is sent.
    const std::vector<ui::Choice> choices{
        {"in_favour", governance::words_of(call, governance::Choice::in_favour), {}, false},
        {"against", governance::words_of(call, governance::Choice::against), {}, false}};
    ui::Field casting;
    casting.name = "castingVote";
    casting.label = call.t(text::tie_casting);
    ui::Field lot;
    lot.name = "lot";
    lot.label = call.t(text::tie_lot);
    return ui::details(call.t(text::tie), html::join({ui::radios(call, nothing, casting, choices),
                                                      ui::radios(call, nothing, lot, choices)}));
}

static Html open_ballot_now(const http::Call& call, const SecretaryView& view, const ui::FormState& state) {
    const auto& t = call.t;
    const auto& ballot = *view.meeting.ballot;
    const auto path = below(view, "/ballots/" + ballot.id.to_string());
    auto content = html::join({html::p(html::strong(ballot.proposal_title)), lines_of(ballot.points)});
    content += html::p(cls("live__count"), t(text::cast_of({.cast = view.cast, .voters = ballot.voters})));
    if (!view.not_cast.empty() && view.not_cast.size() <= 40) {
        content += ui::details(t(text::not_cast_yet), lines_of(view.not_cast));
    }
    content += ui::form(call, path + "/closing", html::join({tie_fields(call), ui::submit(t(text::ballot_close))}));
    ui::Field reason;
    reason.name = "reason";
    reason.label = t(text::abandon_reason);
    content += ui::details(t(text::abandon),
                           ui::form(call, path + "/abandonment",
                                    html::join({html::p(t(text::abandon_lead)), ui::field(call, state, reason),
                                                ui::submit(t(text::abandon_send), "secondary")})));
    return ui::section(t(text::ballot_is_open), "ballot", content);
}

static Html ballot_to_open(const http::Call& call, const SecretaryView& view) {
    const auto& t = call.t;
    const auto* item = view.meeting.item_now();
    if (item == nullptr || !item->outcome.empty()) return {};
    std::vector<Html> entries;
    for (const auto& proposal : item->proposals) {
        if (proposal.is_withdrawn) continue;
        entries.push_back(
            html::li(html::strong(proposal.title), " ", lines_of(proposal.points),
                     ui::post_button(call, t(text::ballot_open), below(view, "/ballots"), "primary",
                                     {{"item", item->id.to_string()}, {"proposal", proposal.id.to_string()}})));
    }
    if (entries.empty()) return ui::section(t(text::proposals), "proposals", html::p(t(text::proposals_none)));
    return ui::section(
        t(text::proposals), "proposals",
        html::join({html::p(cls("meta"), t(text::ballot_open_lead)), html::ul(cls("ds-list"), entries)}));
}

static Html presence(const http::Call& call, const SecretaryView& view) {
    const auto& room = view.meeting.room;
    const auto& t = call.t;
    std::vector<std::string> names;
    for (const auto& seat : room.attendees) {
        if (seat.is_present) names.push_back(seat.name + ", " + seat.role + (seat.leads ? " – " + t(text::leads) : ""));
    }
    const auto quorum = t(text::quorum({.present = room.present, .seats = room.seats, .needed = room.quorum}));
    Html content = html::p(room.has_quorum ? ui::tag(t(text::quorum_met), ui::Tone::success)
                                           : ui::tag(t(text::quorum_missing), ui::Tone::danger),
                           " ", quorum);
    content += ui::details(t(text::in_the_room({.count = std::ssize(names)})), lines_of(names));
    if (!view.meeting.ballot) content += html::p(ui::link(t(text::presence_change), call.url(room.url + "/presence")));
    return ui::section(t(text::presence), "presence", content);
}

static Html limits(const http::Call& call, const SecretaryView& view, const ui::FormState& state) {
    const auto& t = call.t;
    ui::Field speech;
    speech.name = "speechSMax";
    speech.label = t(text::limit_speech);
    speech.type = "number";
    speech.width = "sm";
    speech.value = std::to_string(view.speech_s_max);
    auto reply = speech;
    reply.name = "replySMax";
    reply.label = t(text::limit_reply);
    reply.value = std::to_string(view.reply_s_max);
    ui::Field change;
    change.name = "ballotsMayChange";
    change.label = t(text::limit_change);
    const std::vector<ui::Choice> choices{{"true", t(text::yes), {}, view.ballots_may_change},
                                          {"false", t(text::no), {}, !view.ballots_may_change}};
    return ui::details(
        t(text::limits),
        ui::form(call, below(view, "/limits"),
                 html::join({ui::field(call, state, speech), ui::field(call, state, reply),
                             ui::radios(call, state, change, choices), ui::submit(t(text::limits_save), "secondary")})),
        state.error != nullptr);
}

Html secretary_part(const http::Call& call, const SecretaryView& view, const ui::FormState& state) {
    const auto& live = view.meeting;
    const auto work = html::join({live.ballot ? open_ballot_now(call, view, state) : ballot_to_open(call, view),
                                  turns(call, view), items_to_take_up(call, view)});
    const auto side =
        html::join({presence(call, view), item_now(call, live), minutes_so_far(call, live), limits(call, view, state)});
    return live_part(live, said_of(call, live), ui::columns(work, side, call.t(text::recorded)));
}

Html secretary_page(const http::Call& call, const SecretaryView& view, const ui::FormState& state) {
    const auto& t = call.t;
    const auto& room = view.meeting.room;
    const LivePlace place{below(view, "/secretary/events"), below(view, "/secretary/part")};
    return ui::page(
        call,
        {.title = t(text::secretary_title({.meeting = room.title})),
         .crumbs = {{t(text::meetings), call.url("/meetings")}, {room.title, call.url(room.url)}, {t(text::live), {}}},
         .hero = ui::hero({.tags = {},
                           .title = room.title,
                           .lead = t(text::secretary_lead),
                           .facts = {},
                           .beside = {},
                           .title_language = {}}),
         .content = html::join({ui::error_summary(call, state),
                                kept_current(call, view.meeting, place, secretary_part(call, view, state))}),
         .alternates = {},
         .has_errors = state.error != nullptr});
}

} // namespace live
