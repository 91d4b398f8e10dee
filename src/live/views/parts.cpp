#include "live/texts.hpp"
#include "live/views/pages.hpp"

#include <fmt/format.h>

namespace live {

using html::cls;

Html live_part(const LiveView& view, const std::string& said, const Html& content) {
    return html::div(cls("live__part"), html::attribute("data-newest", std::to_string(view.newest)),
                     html::attribute("data-said", said), content);
}

Html kept_current(const http::Call& call, const LiveView& view, const LivePlace& place, const Html& part) {
    const auto& t = call.t;
    // Without scripts the page is whole as it stands; the link asks for it again.
    const auto reload = html::p(cls("meta live__reload"), ui::link(t(text::reload), call.url(call.request.path)));
    const auto state =
        html::div(cls("live__state"), html::attribute("role", "status"), html::attribute("aria-live", "polite"));
    return html::div(
        cls("live"), html::attribute("data-island", "live"), html::attribute("data-events", call.url(place.events)),
        html::attribute("data-part", call.url(place.part)), html::attribute("data-newest", std::to_string(view.newest)),
        html::attribute("data-on", t(text::state_on)), html::attribute("data-lost", t(text::state_lost)),
        html::attribute("data-back", t(text::state_back)), html::attribute("data-sending", t(text::state_sending)),
        html::attribute("data-unsent", t(text::state_unsent)), html::attribute("data-kept", t(text::state_kept)), state,
        part, reload);
}

std::string label(const http::Call& call, SpeakerKind kind) {
    return call.t(kind == SpeakerKind::speech ? text::kind_speech : text::kind_reply);
}

std::string seconds_in_words(const http::Call& call, int seconds) {
    if (seconds % 60 == 0) return call.t(text::minutes({.count = seconds / 60}));
    return call.t(text::seconds({.count = seconds}));
}

Html lines_of(const std::vector<std::string>& points) {
    std::vector<Html> entries;
    for (const auto& point : points)
        entries.push_back(html::li(point));
    if (entries.empty()) return {};
    return entries.size() == 1 ? html::p(points.front()) : html::ol(cls("ds-list"), entries);
}

static std::string numbered_title(const governance::RoomItem& item) {
    return item.number.empty() ? item.title : item.number + " " + item.title;
}

static Html vote_line(const http::Call& call, const governance::RoomVote& vote) {
    const auto words = call.t(text::vote_line({.proposal = vote.proposal,
                                               .result = vote.result,
                                               .in_favour = vote.in_favour,
                                               .against = vote.against,
                                               .blank = vote.blank}));
    if (vote.record_url.empty()) return html::li(words);
    return html::li(words, " ", ui::link(call.t(text::vote_working), call.url(vote.record_url)));
}

static Html recorded(const http::Call& call, const governance::RoomItem& item) {
    Html shown;
    std::vector<Html> votes;
    for (const auto& vote : item.votes)
        votes.push_back(vote_line(call, vote));
    if (!votes.empty()) shown += html::ul(cls("ds-list"), votes);
    for (const auto& raised : item.impartiality) {
        shown += html::p(cls("meta"),
                         raised.ruling.empty()
                             ? call.t(text::impartiality_raised({.name = raised.name}))
                             : call.t(text::impartiality_ruled({.name = raised.name, .ruling = raised.ruling})));
    }
    for (const auto& name : item.dissents)
        shown += html::p(cls("meta"), call.t(text::dissent_of({.name = name})));
    if (!item.outcome.empty()) {
        shown += html::p(ui::tag(item.outcome, ui::Tone::success, ui::Icon::gavel));
        shown += lines_of(item.decision);
    }
    return shown;
}

static Html proposals_now(const LiveView& view, const governance::RoomItem& item) {
    Html shown;
    for (const auto& proposal : item.proposals) {
        if (proposal.is_withdrawn) continue;
        auto heading = proposal.title;
        if (!proposal.proposed_by.empty()) heading += ", " + proposal.proposed_by;
        const bool is_voted_on_now = view.ballot && view.ballot->proposal == proposal.id;
        shown += ui::details(heading, lines_of(proposal.points), is_voted_on_now || item.proposals.size() == 1);
    }
    return shown;
}

Html item_now(const http::Call& call, const LiveView& view) {
    const auto& t = call.t;
    const auto* item = view.item_now();
    Html content;
    if (view.room.state != governance::MeetingState::under_way) {
        content = html::p(t(view.room.state == governance::MeetingState::planned ||
                                    view.room.state == governance::MeetingState::noticed
                                ? text::not_begun
                                : text::is_over));
    } else if (item == nullptr) {
        content = html::p(t(text::nothing_now));
    } else if (item->is_closed) {
        content = html::join(
            {html::p(html::strong(item->number)), html::p(t(text::closed_now({.basis = item->closed_basis})))});
    } else {
        content = html::p(cls("live__title"), html::strong(numbered_title(*item)));
        if (!item->matter_url.empty()) content += html::p(ui::link(t(text::case_of_item), call.url(item->matter_url)));
        if (view.ballot) {
            content += ui::alert(ui::Tone::info, t(text::ballot_is_open),
                                 html::p(t(text::ballot_about(
                                     {.proposal = view.ballot->proposal_title, .voters = view.ballot->voters}))));
        }
        content += proposals_now(view, *item);
        content += recorded(call, *item);
    }
    return ui::section(t(text::now), "now", content);
}

Html speakers_now(const http::Call& call, const LiveView& view) {
    const auto& t = call.t;
    std::vector<Html> entries;
    for (const auto& speaker : view.speakers) {
        auto words = speaker.name;
        if (!speaker.on_behalf_of.empty()) words += ", " + speaker.on_behalf_of;
        Html about = ui::tag(label(call, speaker.kind));
        if (speaker.state == SpeakerState::called) {
            about = html::join(
                {about, html::span(t(text::has_floor({.time = t.time(*speaker.called_at),
                                                      .length = seconds_in_words(call, *speaker.seconds_max)})))},
                " ");
            entries.push_back(html::li(html::strong(words), " ", about));
        } else {
            entries.push_back(html::li(words, " ", about));
        }
    }
    const auto content = entries.empty() ? html::p(t(text::speakers_none)) : html::ol(cls("ds-list"), entries);
    return ui::section(t(text::speakers), "speakers", content);
}

Html agenda_now(const http::Call& call, const LiveView& view) {
    const auto& t = call.t;
    std::vector<Html> entries;
    for (const auto& item : view.room.items) {
        Html words{item.is_closed ? item.number + " " + t(text::closed_item) : numbered_title(item)};
        if (view.current_item == item.id) words = html::join({words, ui::tag(t(text::now), ui::Tone::info)}, " ");
        if (!item.outcome.empty()) words = html::join({words, ui::tag(item.outcome, ui::Tone::success)}, " ");
        entries.push_back(html::li(html::attribute_if(view.current_item == item.id, "aria-current", "step"), words));
    }
    if (entries.empty()) return {};
    return ui::section(t(text::agenda), "agenda", html::ol(cls("ds-list live__agenda"), entries));
}

Html minutes_so_far(const http::Call& call, const LiveView& view) {
    Html content;
    for (const auto& item : view.room.items) {
        if (item.outcome.empty()) continue;
        content += html::article(html::h3(cls("ds-heading"), html::attribute("data-size", "2xs"), numbered_title(item)),
                                 recorded(call, item));
    }
    if (content.empty()) content = html::p(call.t(text::minutes_empty));
    return ui::section(call.t(text::minutes_now), "minutes", content);
}

std::string said_of(const http::Call& call, const LiveView& view) {
    const auto& t = call.t;
    if (view.room.state != governance::MeetingState::under_way) return t(text::is_over);
    if (view.ballot) return t(text::ballot_is_open) + ": " + view.ballot->proposal_title;
    const auto* item = view.item_now();
    if (item == nullptr || item->is_closed) return t(text::said_changed);
    if (!item->outcome.empty()) return numbered_title(*item) + ": " + item->outcome;
    if (!item->votes.empty()) {
        const auto& vote = item->votes.back();
        return t(text::vote_line({.proposal = vote.proposal,
                                  .result = vote.result,
                                  .in_favour = vote.in_favour,
                                  .against = vote.against,
                                  .blank = vote.blank}));
    }
    if (!view.speakers.empty() && view.speakers.front().state == SpeakerState::called) {
        return t(text::said_floor({.name = view.speakers.front().name}));
    }
    return t(text::said_now({.item = numbered_title(*item)}));
}

} // namespace live
