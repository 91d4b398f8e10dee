#include "governance/texts.hpp"
#include "governance/views/meeting_labels.hpp"
#include "governance/views/meeting_pages.hpp"
#include "platform/ui/page.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

std::string title_of(const http::Call& call, const MeetingView& view) {
    return view.body.name + ", " + call.t(text::meeting_numbered({.number = view.number}));
}

std::vector<ui::Crumb> crumbs_of(const http::Call& call, const MeetingView& view) {
    return {{call.t(text::meetings), call.url("/meetings")},
            {view.body.name, call.url(view.body.url)},
            {view.number, call.url(view.url)}};
}

static bool allows(const MeetingView& view, MeetingRequest request) {
    return std::ranges::find(view.allowed, request) != view.allowed.end();
}

static Html quorum(const http::Call& call, const MeetingView& view) {
    const auto& quorum = view.quorum;
    if (view.mode == VoteMode::written && view.state == MeetingState::under_way) {
        return html::p(call.t(text::written_quorum({.count = quorum.present, .needed = quorum.needed})));
    }
    const auto words =
        call.t(text::quorum_words({.present = quorum.present, .seats = quorum.seats, .needed = quorum.needed}));
    const auto tag = quorum.is_met ? ui::tag(call.t(text::quorum_met), ui::Tone::success, ui::Icon::checkmark_circle)
                                   : ui::tag(call.t(text::quorum_missing), ui::Tone::danger, ui::Icon::warning);
    return html::p(tag, " ", words);
}

static std::string movements_in_words(const http::Call& call, const AttendeeView& attendee) {
    std::string words;
    for (const auto& movement : attendee.movements) {
        if (!words.empty()) words += ", ";
        words += label(call, movement.kind) + " " + call.t.time(movement.at);
        if (!movement.remark.empty()) words += " (" + movement.remark + ")";
    }
    return words;
}

static Html people(const http::Call& call, const MeetingView& view, bool present) {
    std::vector<std::vector<Html>> rows;
    for (const auto& attendee : view.attendees) {
        const bool is_missed = !attendee.has_been_present && attendee.role != AppointmentRole::deputy &&
                               attendee.role != AppointmentRole::observer &&
                               attendee.role != AppointmentRole::secretary;
        if (present ? !attendee.has_been_present : !is_missed) continue;
        auto role = label(call, attendee.role);
        if (!attendee.instead_of.empty()) role += " " + call.t(text::vote_instead_of({.member = attendee.instead_of}));
        if (attendee.leads) role += ", " + call.t(text::meeting_leads);
        std::vector<Html> row{Html{attendee.name}, Html{role}, Html{attendee.on_behalf_of}};
        if (present && view.mode == VoteMode::meeting) row.push_back(Html{movements_in_words(call, attendee)});
        rows.push_back(std::move(row));
    }
    if (rows.empty()) return {};
    const bool has_room = view.mode == VoteMode::meeting;
    const auto& heading = present ? (has_room ? text::meeting_present : text::written_who_answered)
                                  : (has_room ? text::meeting_absent : text::written_who_did_not);
    std::vector<ui::Column> columns{{.name = call.t(text::member_name)},
                                    {.name = call.t(text::member_role)},
                                    {.name = call.t(text::member_on_behalf_of), .hides_on_phone = true}};
    if (present && has_room) columns.push_back({.name = call.t(text::meeting_movements), .hides_on_phone = true});
    return ui::table(call.t(heading), columns, rows, true);
}

Html attendance(const http::Call& call, const MeetingView& view) {
    return html::join({quorum(call, view), people(call, view, true), people(call, view, false)});
}

/// What it means that something is treated in writing, and whether somebody asked for a meeting instead.
static Html written_notice(const http::Call& call, const MeetingView& view) {
    const auto& t = call.t;
    auto content =
        html::p(t(text::written_window({.from = t.date_time(view.starts_at), .until = t.date_time(view.ends_at)})));
    if (view.written && !view.written->reason.empty()) content += html::p(view.written->reason);
    if (view.written && !view.written->demanded_by.empty()) {
        content += html::p(
            t(text::written_demanded({.name = view.written->demanded_by, .reason = view.written->demand_reason})));
    }
    return ui::alert(ui::Tone::info, t(text::written), content);
}

/// Of an item that is treated in writing: how many have answered, and the way to answer.
static Html answers(const http::Call& call, const MeetingView& view, const ItemView& item, const MeetingTools& tools) {
    if (!item.answers) return {};
    auto shown =
        html::p(html::cls("meta"), call.t(text::written_answers({.count = *item.answers, .seats = view.quorum.seats})));
    const bool is_open = view.state == MeetingState::under_way && !item.outcome && call.now < view.ends_at;
    if (!is_open || !tools.may_answer || item.proposals.empty()) return shown;
    const auto path = fmt::format("{}/items/{}/ballot", view.url, item.id.to_string());
    shown += html::p(ui::button_link(call.t(text::written_ballot), call.url(path), "primary", ui::Icon::vote));
    return shown;
}

static Html notices(const http::Call& call, const MeetingView& view) {
    const auto& t = call.t;
    Html shown;
    if (view.state == MeetingState::cancelled) {
        shown += ui::alert(ui::Tone::danger, t(text::meeting_is_cancelled), html::p(view.cancel_reason));
    }
    if (view.state == MeetingState::planned) {
        shown += ui::alert(ui::Tone::info, t(text::meeting_is_planned), html::p(t(text::meeting_is_planned_text)));
    }
    if (view.mode == VoteMode::written) shown += written_notice(call, view);
    if (!view.consent.empty()) {
        shown += ui::alert(ui::Tone::warning, t(text::meeting_short_notice), html::p(view.consent));
    }
    if (!view.is_open && view.items.empty() && view.attendees.empty()) {
        shown += ui::alert(ui::Tone::warning, t(text::body_closed), html::p(t(text::body_is_closed)));
    }
    return shown;
}

static Html agenda(const http::Call& call, const MeetingView& view, const MeetingTools& tools) {
    Html items;
    for (const auto& item : view.items) {
        Html links;
        const auto path = fmt::format("{}/items/{}", view.url, item.id.to_string());
        const bool has_room = view.mode == VoteMode::meeting;
        if (tools.may_hold && has_room && allows(view, MeetingRequest::treat) && !item.outcome) {
            links = html::p(ui::button_link(call.t(text::item_treat), call.url(path), "primary", ui::Icon::gavel));
        } else if (tools.may_hold && view.state != MeetingState::cancelled &&
                   view.state != MeetingState::minutes_published) {
            links = html::p(ui::link(call.t(text::item_describe), call.url(path + "/description")));
        }
        items += agenda_item(call, item, html::join({answers(call, view, item, tools), links}));
    }
    if (view.items.empty()) items = html::p(call.t(text::agenda_none));
    return ui::section(call.t(text::agenda), "agenda", items);
}

static Html minutes_links(const http::Call& call, const MeetingView& view) {
    std::vector<Html> entries;
    for (const auto& minutes : view.minutes) {
        const auto words = call.t(text::minutes_version({.number = minutes.number}));
        entries.push_back(html::li(ui::link(words, call.url(minutes.url)), " ", state_tag(call, minutes.state)));
    }
    if (entries.empty()) return {};
    return ui::card(call.t(text::minutes), html::ul(html::cls("ds-list"), entries));
}

static Html work(const http::Call& call, const MeetingView& view, const MeetingTools& tools) {
    if (!tools.may_hold) return {};
    std::vector<Html> entries;
    const auto page = [&](MeetingRequest request, const i18n::Message& name, std::string_view path) {
        if (!allows(view, request)) return;
        entries.push_back(html::li(ui::link(call.t(name), call.url(view.url + std::string{path}))));
    };
    const auto button = [&](MeetingRequest request, const i18n::Message& name, std::string_view path) {
        if (!allows(view, request)) return;
        entries.push_back(html::li(ui::post_button(call, call.t(name), view.url + std::string{path}, "secondary",
                                                   {{"version", std::to_string(view.version)}})));
    };
    const bool has_room = view.mode == VoteMode::meeting; // the window of a written procedure opens by itself
    if (has_room || view.state == MeetingState::planned) {
        page(MeetingRequest::change_agenda, text::agenda_change, "/agenda");
    }
    page(MeetingRequest::send_notice, text::notice_send, "/notice");
    if (has_room) page(MeetingRequest::open, text::meeting_open, "/opening");
    page(MeetingRequest::treat, text::presence, "/presence");
    page(MeetingRequest::move, text::meeting_move, "/move");
    page(MeetingRequest::cancel, text::meeting_cancel, "/cancellation");
    if (has_room) button(MeetingRequest::close, text::meeting_close, "/closing");
    const bool has_items_left = std::ranges::any_of(view.items, [](const ItemView& item) { return !item.outcome; });
    if (has_room && !view.quorum.is_met && has_items_left)
        page(MeetingRequest::close, text::meeting_adjourn, "/adjournment");
    const bool has_draft_only =
        view.minutes.empty() || (view.minutes.size() == 1 && view.minutes.front().state == MinutesState::draft);
    if (has_draft_only) button(MeetingRequest::write_minutes, text::minutes_draft, "/minutes");
    return entries.empty() ? Html{}
                           : ui::card(call.t(text::meeting_work), html::ul(html::cls("ds-list"), entries), true);
}

static Html about(const http::Call& call, const MeetingView& view) {
    const auto& t = call.t;
    const auto moment = [&](const std::optional<Instant>& at) { return at ? Html{t.date_time(*at)} : Html{}; };
    return ui::card(
        t(text::meeting_about),
        ui::facts({{t(text::meeting_body), ui::linked(call, view.body)},
                   {t(text::meeting_time), Html{time_span(call, view.starts_at, view.ends_at)}},
                   {t(text::meeting_place), Html{view.place}},
                   {t(text::meeting_remote),
                    view.remote_url.empty() ? Html{} : ui::link(t(text::meeting_remote_join), view.remote_url)},
                   {t(text::meeting_noticed_at), moment(view.noticed_at)},
                   {t(text::meeting_opened_at), moment(view.opened_at)},
                   {t(text::meeting_closed_at), moment(view.closed_at)},
                   {t(text::rules), Html{t(text::rules_version(
                                        {.number = view.rules.number, .from = t.date(view.rules.valid_from)}))}}}));
}

Html meeting_page(const http::Call& call, const MeetingView& view, const MeetingTools& tools, const Html& follow,
                  const ui::FormState& state) {
    const auto& t = call.t;
    Html held;
    const auto& heading = view.mode == VoteMode::meeting ? text::presence : text::written_who;
    if (view.opened_at) held = ui::section(t(heading), "presence", attendance(call, view));
    const auto main = html::join({ui::error_summary(call, state), notices(call, view), agenda(call, view, tools), held,
                                  happenings_of(call, view.happenings)});
    const auto json = view.url + ".json", ics = view.url + ".ics";
    const auto side = html::join({work(call, view, tools), about(call, view), minutes_links(call, view), follow,
                                  ui::formats_card(call, {{t(text::papers_all), view.url + "/papers.pdf"},
                                                          {"JSON", json},
                                                          {t(text::meeting_calendar_file), ics}})});
    ui::Hero hero;
    hero.tags.push_back(state_tag(call, view.state));
    if (view.mode == VoteMode::written) hero.tags.push_back(written_tag(call));
    if (view.is_invented) hero.tags.push_back(ui::tag(t(text::case_invented), ui::Tone::warning));
    hero.title = title_of(call, view);
    hero.lead = time_span(call, view.starts_at, view.ends_at);
    hero.facts = view.place;
    ui::Page page;
    page.title = hero.title;
    page.crumbs = crumbs_of(call, view);
    page.crumbs.back().path.clear();
    page.hero = ui::hero(hero);
    page.content = ui::columns(main, side, t(text::meeting_about));
    page.alternates = {{http::Format::json, json}, {http::Format::ics, ics}};
    page.has_errors = state.error != nullptr;
    page.description = hero.title + ", " + hero.lead;
    return ui::page(call, page);
}

} // namespace governance
