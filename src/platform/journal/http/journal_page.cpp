#include "platform/http/represent.hpp"
#include "platform/journal/http/pages.hpp"
#include "platform/texts.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

namespace journal {

namespace text = platform::text;

static Html happening(const http::Call& call, const EventView& event) {
    const auto number = call.t(text::journal_event_number({.number = event.sequence}));
    return html::join({Html{event.what + " "}, ui::link(number, call.url(event.url))});
}

static Html events(const http::Call& call, const JournalView& view) {
    if (view.events.empty()) return ui::empty_state(call.t(text::journal_empty), call.t(text::journal_empty_text));
    std::vector<ui::Happening> list;
    for (const auto& event : view.events)
        list.push_back({.when = call.t.date_time(event.at),
                        .machine_time = to_string(event.at),
                        .what = happening(call, event),
                        .who = event.who,
                        .icon = {}});
    Html older;
    if (view.older_url) older = html::p(ui::link(call.t(text::journal_older), call.url(*view.older_url)));
    return html::join({ui::timeline(list), older});
}

/// How anybody can check it themselves.
static Html verification(const http::Call& call, const JournalView& view) {
    return ui::section(
        call.t(text::journal_check), "check",
        html::join({html::p(call.t(text::journal_check_text)),
                    ui::facts({{call.t(text::journal_newest), Html{call.t.number(view.head)}},
                               {call.t(text::journal_key), html::code(html::cls("hash"), view.key_fingerprint)}}),
                    html::p(ui::button_link(call.t(text::journal_export), call.url("/journal/export"), "secondary",
                                            ui::Icon::download)),
                    html::p(ui::link(call.t(text::journal_key_download), call.url("/journal/key")))}));
}

Html journal_page(const http::Call& call, const JournalView& view) {
    const std::string json = "/journal.json";
    const std::string atom = "/journal.atom";
    ui::Page page;
    page.title = call.t(text::journal_title);
    page.crumbs = {{page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = call.t(text::journal_lead);
    page.hero = ui::hero(hero);
    page.content = html::join(
        {events(call, view), verification(call, view), ui::formats_card(call, {{"JSON", json}, {"Atom", atom}})});
    page.alternates = {{http::Format::json, json}, {http::Format::atom, atom}};
    page.description = hero.lead;
    return ui::page(call, page);
}

feed::Feed journal_feed(const http::Call& call, const JournalView& view) {
    const auto url = call.public_url + call.url("/journal");
    auto feed = http::page_feed(call, call.public_url + "/journal", call.t(text::journal_title), url);
    feed.updated = view.events.empty() ? call.now : view.events.front().at;
    if (view.older_url)
        feed.next_url =
            call.public_url + call.url("/journal.atom?before=" + std::to_string(view.events.back().sequence));
    for (const auto& event : view.events)
        feed.entries.push_back({.id = "urn:uuid:" + event.id.to_string(),
                                .title = event.what,
                                .url = call.public_url + call.url(event.url),
                                .updated = event.at,
                                .author = event.who.empty() ? "Samband" : event.who,
                                .summary = {},
                                .categories = {event.type}});
    return feed;
}

} // namespace journal
