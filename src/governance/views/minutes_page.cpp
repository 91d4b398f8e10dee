#include "governance/texts.hpp"
#include "governance/views/case_labels.hpp"
#include "governance/views/meeting_labels.hpp"
#include "governance/views/meeting_pages.hpp"
#include "platform/ui/page.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

using html::cls;

static std::string person_in_words(const http::Call& call, const MinutesPerson& person) {
    auto words = with_organisation(person.name, person.on_behalf_of) + " (" + label(call, person.role);
    if (!person.instead_of.empty()) words += " " + call.t(text::vote_instead_of({.member = person.instead_of}));
    words += ")";
    for (const auto& movement : person.movements) {
        words += ", " + label(call, movement.kind) + " " + call.t.time(movement.at);
        if (!movement.remark.empty()) words += " (" + movement.remark + ")";
    }
    return words;
}

static Html people(const http::Call& call, const i18n::Message& heading, const std::vector<MinutesPerson>& people) {
    if (people.empty()) return {};
    std::vector<Html> entries;
    for (const auto& person : people)
        entries.push_back(html::li(person_in_words(call, person)));
    return html::join({html::h3(cls("ds-heading"), html::attribute("data-size", "xs"), call.t(heading)),
                       html::ul(cls("ds-list"), entries)});
}

static Html head(const http::Call& call, const MinutesContent& content) {
    const auto& t = call.t;
    const auto moment = [&](const std::optional<Instant>& at) { return at ? Html{t.date_time(*at)} : Html{}; };
    std::string leaders;
    for (const auto& leader : content.leaders) {
        leaders += (leaders.empty() ? "" : ", ") + leader.name;
        if (content.leaders.size() > 1) leaders += " (" + t.time(leader.from) + ")";
    }
    Html written;
    for (const auto& words : written_in_words(call, content))
        written += html::p(words);
    return ui::facts(
        {{t(text::meeting_body), Html{content.body}},
         {t(text::meeting_number), Html{content.number}},
         {t(text::written), written},
         {t(text::meeting_place), Html{content.place}},
         {t(text::meeting_remote), Html{content.remote_url}},
         {t(text::meeting_noticed_at), moment(content.noticed_at)},
         {t(text::meeting_short_notice), Html{content.notice_consent}},
         {t(text::meeting_opened_at), moment(content.opened_at)},
         {t(text::meeting_closed_at), moment(content.closed_at)},
         {t(text::meeting_led_by), Html{leaders}},
         {t(text::meeting_quorum),
          Html{t(text::minutes_quorum({.seats = content.seats, .needed = content.quorum_needed}))}},
         {t(text::meeting_openness), Html{t(content.is_open ? text::minutes_open : text::minutes_closed)}}});
}

static Html item_of(const http::Call& call, const MinutesItem& item, std::size_t place) {
    const auto anchor = fmt::format("item-{}", place + 1);
    // Drawn by the same function as the agenda; minutes have no ids of their own.
    ItemView shown;
    shown.number = item.number;
    shown.kind = item.kind;
    shown.title = item.title;
    if (!item.case_number.empty()) {
        auto slug = item.case_number;
        std::ranges::replace(slug, '/', '-');
        shown.matter = NamedLink{item.case_number, "/cases/" + slug};
    }
    if (!item.approves.empty()) shown.approves = NamedLink{item.approves, {}};
    shown.text = item.text;
    if (!item.late_consent.empty()) shown.late_consent = item.late_consent;
    shown.is_closed = item.is_closed;
    shown.closed_basis = item.closed_basis;
    shown.shielded_by = item.shielded_by;
    for (const auto& paper : item.papers) {
        shown.papers.push_back({paper.document, paper.title, {}, {}, {}});
    }
    for (const auto& proposal : item.proposals) {
        shown.proposals.push_back({{},
                                   proposal.number,
                                   proposal.kind,
                                   proposal.proposed_by,
                                   proposal.points,
                                   proposal.reason,
                                   proposal.is_withdrawn,
                                   false});
    }
    shown.votes = item.votes;
    shown.dissents = item.dissents;
    for (const auto& raised : item.impartiality) {
        shown.impartiality.push_back(
            {{}, raised.name, raised.on_behalf_of, raised.ground, raised.ruling, raised.record});
    }
    shown.outcome = item.outcome;
    shown.decision = item.decision;
    shown.referred_to = item.referred_to;
    shown.note = item.note;
    return agenda_item_at(call, shown, anchor, {}, false);
}

static Html seal(const http::Call& call, const MinutesView& view) {
    if (!view.seal) return {};
    const auto& t = call.t;
    const auto tag = view.seal->is_good ? ui::tag(t(text::seal_good), ui::Tone::success, ui::Icon::seal)
                                        : ui::tag(t(text::seal_broken), ui::Tone::danger, ui::Icon::warning);
    return ui::card(t(text::seal),
                    html::div(html::p(tag),
                              html::p(t(view.seal->is_good ? text::seal_good_text : text::seal_broken_text)),
                              ui::details(t(text::seal_numbers),
                                          ui::facts({{"SHA-256", html::code(cls("hash"), view.seal->sha256)},
                                                     {"Ed25519", html::code(cls("hash"), view.seal->signature)},
                                                     {t(text::seal_key), html::code(cls("hash"), view.seal->key)}}))));
}

static Html steps(const http::Call& call, const MinutesView& view) {
    using State = ui::Step::State;
    const auto& t = call.t;
    const auto done = static_cast<int>(view.state);
    const auto step = [&](int place, MinutesState state, const std::optional<Instant>& at, const std::string& who) {
        ui::Step shown;
        shown.title = label(call, state);
        shown.state = place < done || view.state == MinutesState::published ? State::done
                      : place == done                                       ? State::current
                                                                            : State::coming;
        if (at) shown.lines.push_back(t.date(norwegian_date(*at)));
        if (!who.empty()) shown.lines.push_back(who);
        return shown;
    };
    return ui::steps(call, t(text::minutes_steps),
                     {step(0, MinutesState::draft, view.drafted_at, {}),
                      step(1, MinutesState::approved, view.approved_at, view.approved_by),
                      step(2, MinutesState::signed_, view.signed_at, view.signed_by),
                      step(3, MinutesState::published, view.published_at, {})});
}

static Html work(const http::Call& call, const MinutesView& view, const MeetingTools& tools) {
    std::vector<Html> entries;
    const auto button = [&](const i18n::Message& name, const std::string& path) {
        entries.push_back(html::li(
            ui::post_button(call, call.t(name), path, "secondary", {{"version", std::to_string(view.version)}})));
    };
    if (tools.may_hold && view.state == MinutesState::draft && view.number == 1) {
        button(text::minutes_draft_again, view.meeting.url + "/minutes");
    }
    if (tools.may_approve && view.state == MinutesState::draft) button(text::minutes_approve, view.url + "/approval");
    if (tools.may_approve && view.state == MinutesState::approved) button(text::minutes_sign, view.url + "/signature");
    if (tools.may_approve && view.state == MinutesState::signed_) {
        button(text::minutes_publish, view.url + "/publication");
    }
    if (tools.may_hold && view.state == MinutesState::published && view.is_newest) {
        entries.push_back(html::li(ui::link(call.t(text::minutes_correct), call.url(view.url + "/correction"))));
    }
    return entries.empty() ? Html{} : ui::card(call.t(text::minutes_work), html::ul(cls("ds-list"), entries), true);
}

static Html versions(const http::Call& call, const MinutesView& view) {
    if (view.versions.size() < 2) return {};
    std::vector<Html> entries;
    for (const auto& version : view.versions) {
        const auto words = call.t(text::minutes_version({.number = version.number}));
        auto line = version.number == view.number ? Html{words} : ui::link(words, call.url(version.url));
        if (!version.correction_reason.empty()) line += html::p(cls("meta"), version.correction_reason);
        entries.push_back(html::li(line, " ", state_tag(call, version.state)));
    }
    return ui::card(call.t(text::minutes_versions), html::ul(cls("ds-list"), entries));
}

static Html notices(const http::Call& call, const MinutesView& view) {
    const auto& t = call.t;
    Html shown;
    if (!view.is_newest && view.state == MinutesState::published) {
        shown += ui::alert(ui::Tone::warning, t(text::minutes_older),
                           html::p(ui::link(t(text::minutes_see_newest), call.url(view.meeting.url + "/minutes"))));
    }
    if (!view.correction_reason.empty()) {
        shown += ui::alert(ui::Tone::info, t(text::minutes_is_correction), html::p(view.correction_reason));
    }
    if (view.seal && !view.seal->is_good) {
        shown += ui::alert(ui::Tone::danger, t(text::seal_broken), html::p(t(text::seal_broken_text)));
    }
    return shown;
}

Html minutes_page(const http::Call& call, const MinutesView& view, const MeetingTools& tools,
                  const ui::FormState& state) {
    const auto& t = call.t;
    Html items;
    for (std::size_t i = 0; i < view.content.items.size(); ++i)
        items += item_of(call, view.content.items[i], i);
    const auto main = html::join({ui::error_summary(call, state), notices(call, view),
                                  ui::section(t(text::meeting_about), "about", head(call, view.content)),
                                  ui::section(t(text::presence), "presence",
                                              html::join({people(call, text::meeting_present, view.content.present),
                                                          people(call, text::meeting_absent, view.content.absent)})),
                                  ui::section(t(text::minutes_items), "items", items)});
    const auto json = view.url + ".json", words = view.url + "/text";
    const auto side = html::join({work(call, view, tools), seal(call, view), versions(call, view),
                                  ui::formats_card(call, {{"JSON", json}, {t(text::minutes_plain_text), words}})});
    ui::Hero hero;
    hero.tags.push_back(state_tag(call, view.state));
    hero.title = t(text::minutes_title({.body = view.body.name, .number = view.meeting.name}));
    hero.facts = t(text::minutes_version({.number = view.number}));
    ui::Page page;
    page.title = hero.title;
    page.crumbs = {{t(text::meetings), call.url("/meetings")},
                   {view.body.name, call.url(view.body.url)},
                   {view.meeting.name, call.url(view.meeting.url)},
                   {t(text::minutes), {}}};
    page.hero = ui::hero(hero);
    page.content = html::join({steps(call, view), ui::columns(main, side, t(text::minutes_about))});
    page.alternates = {{http::Format::json, json}};
    page.has_errors = state.error != nullptr;
    page.description = hero.title;
    return ui::page(call, page);
}

} // namespace governance
