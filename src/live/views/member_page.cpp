#include "live/texts.hpp"
#include "live/views/pages.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace live {

using html::cls;

static Html button_for(const http::Call& call, const MemberView& view, governance::Choice choice,
                       std::string_view value) {
    const bool is_mine = view.cast == choice;
    return ui::submit(governance::words_of(call, choice), is_mine ? "primary" : "secondary", "choice", value);
}

static Html own_vote(const http::Call& call, const MemberView& view) {
    using governance::Choice;
    const auto& t = call.t;
    const auto& ballot = *view.meeting.ballot;
    auto content = html::join({html::p(html::strong(ballot.proposal_title)), lines_of(ballot.points)});
    if (view.cast) {
        content += ui::alert(ui::Tone::success, t(text::vote_kept),
                             html::p(t(text::vote_is({.choice = governance::words_of(call, *view.cast)}))));
    }
    const bool may_cast = view.may_vote && (!view.cast || ballot.may_change);
    if (!view.may_vote) content += html::p(t(text::vote_not_mine));
    if (may_cast) {
        auto buttons = html::join({button_for(call, view, Choice::in_favour, "in_favour"),
                                   button_for(call, view, Choice::against, "against")});
        if (ballot.may_be_blank) buttons += button_for(call, view, Choice::blank, "blank");
        const auto path = fmt::format("{}/live/ballots/{}/votes", view.meeting.room.url, ballot.id.to_string());
        content += html::div(html::flag("data-live-send"),
                             ui::form(call, path, html::div(cls("buttons live__choices"), buttons)));
        content += html::p(cls("meta"), t(ballot.may_change ? text::vote_may_change : text::vote_is_final));
    }
    return ui::section(t(text::your_vote), "vote", content);
}

static Html floor(const http::Call& call, const MemberView& view) {
    const auto& t = call.t;
    if (!view.is_present || view.meeting.item_now() == nullptr) return {};
    const auto path = view.meeting.room.url + "/live/speakers";
    Html tools;
    for (const auto kind : {SpeakerKind::speech, SpeakerKind::reply}) {
        const auto mine = std::ranges::find_if(view.meeting.speakers, [&](const SpeakerView& speaker) {
            return speaker.who == view.me && speaker.kind == kind && speaker.state == SpeakerState::asked;
        });
        if (mine != view.meeting.speakers.end()) {
            tools += ui::post_button(call, t(text::floor_withdraw({.kind = label(call, kind)})),
                                     fmt::format("{}/{}/withdrawal", path, mine->id.to_string()), "secondary");
        } else {
            tools += ui::post_button(call, t(text::floor_ask({.kind = label(call, kind)})), path, "secondary",
                                     {{"kind", kind == SpeakerKind::speech ? "speech" : "reply"}});
        }
    }
    return html::div(cls("buttons"), tools);
}

static Html declaration(const http::Call& call, const MemberView& view, const ui::FormState& state) {
    const auto& t = call.t;
    const auto* item = view.meeting.item_now();
    if (item == nullptr || !item->outcome.empty() || view.meeting.ballot) return {};
    using enum governance::ImpartialityGround;
    std::vector<ui::Choice> grounds;
    for (const auto& [value, ground] :
         {std::pair{"party", party}, std::pair{"family", family}, std::pair{"marriage", marriage},
          std::pair{"agent", agent}, std::pair{"leading_role", leading_role}, std::pair{"particular", particular},
          std::pair{"other_body", other_body}, std::pair{"own_wish", own_wish}}) {
        grounds.push_back({value, governance::words_of(call, ground), {}, false});
    }
    ui::Field ground;
    ground.name = "ground";
    ground.label = t(text::declare_ground);
    ui::Field reason;
    reason.name = "reason";
    reason.label = t(text::declare_reason);
    reason.hint = t(text::declare_reason_hint);
    reason.rows = 3;
    const auto hidden = html::input(html::attribute("type", "hidden"), html::attribute("name", "item"),
                                    html::attribute("value", item->id.to_string()));
    const auto form =
        ui::form(call, view.meeting.room.url + "/live/declarations",
                 html::join({hidden, ui::select(call, state, ground, grounds), ui::field(call, state, reason),
                             ui::submit(t(text::declare_send), "secondary")}));
    return ui::details(t(text::declare), html::join({html::p(t(text::declare_lead)), form}), state.error != nullptr);
}

static Html papers(const http::Call& call, const MemberView& view) {
    const auto* item = view.meeting.item_now();
    const auto all = html::p(ui::link(call.t(text::papers_all), call.url(view.meeting.room.url + "/papers.pdf")));
    if (item == nullptr || item->papers.empty()) return all;
    std::vector<ui::DocumentRow> rows;
    for (const auto& paper : item->papers) {
        ui::DocumentRow row;
        row.title = paper.title.empty() ? call.t(text::paper_shielded) : paper.title;
        if (!paper.url.empty()) row.path = call.url(paper.url);
        rows.push_back(std::move(row));
    }
    return ui::section(call.t(text::papers), "papers", html::join({ui::documents(rows), all}));
}

Html member_part(const http::Call& call, const MemberView& view, const ui::FormState& state) {
    const auto& live = view.meeting;
    Html content;
    if (live.ballot) content += own_vote(call, view);
    if (!view.is_present && live.room.state == governance::MeetingState::under_way) {
        content += ui::alert(ui::Tone::warning, call.t(text::not_present), html::p(call.t(text::not_present_text)));
    }
    content += html::join({item_now(call, live), papers(call, view), speakers_now(call, live), floor(call, view),
                           declaration(call, view, state), agenda_now(call, live)});
    return live_part(live, said_of(call, live), content);
}

Html member_page(const http::Call& call, const MemberView& view, const ui::FormState& state) {
    const auto& t = call.t;
    const auto& room = view.meeting.room;
    const LivePlace place{room.url + "/live/events", room.url + "/live/part"};
    return ui::page(
        call,
        {.title = t(text::member_title({.meeting = room.title})),
         .crumbs = {{t(text::meetings), call.url("/meetings")}, {room.title, call.url(room.url)}, {t(text::live), {}}},
         .hero = ui::hero({.tags = {},
                           .title = room.title,
                           .lead = t(text::member_lead),
                           .facts = {},
                           .beside = {},
                           .title_language = {}}),
         .content = html::join(
             {ui::error_summary(call, state), kept_current(call, view.meeting, place, member_part(call, view, state))}),
         .alternates = {},
         .has_errors = state.error != nullptr});
}

} // namespace live
