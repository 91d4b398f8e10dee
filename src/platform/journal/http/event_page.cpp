#include "platform/journal/http/pages.hpp"
#include "platform/texts.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

namespace journal {

namespace text = platform::text;

namespace {

Html hash(const std::string& hex) {
    return html::code(html::cls("hash"), hex);
}

std::string kind_in_words(const http::Call& call, const std::string& kind) {
    const auto words = call.t.by_name("journal.subject." + kind);
    return words.empty() ? kind : words;
}

/// Each thing the event is about, with the file that proves all public events about it.
Html subjects(const http::Call& call, const EventView& event) {
    std::vector<Html> rows;
    for (const auto& subject : event.subjects) {
        http::Form query;
        query.add("kind", subject.kind);
        query.add("subject", subject.id);
        const auto path = "/journal/bundles/" + subject.kind + "/" + subject.id;
        const auto kind = kind_in_words(call, subject.kind);
        rows.push_back(html::li(
            ui::link(call.t(text::journal_all_about({.kind = kind})), call.url("/journal?" + query.to_string())), " · ",
            ui::link(call.t(text::journal_bundle_download), call.url(path))));
    }
    if (rows.empty()) return {};
    return ui::section(call.t(text::journal_about), "about", html::ul(rows));
}

Html path_list(const std::vector<std::string>& path) {
    std::vector<Html> steps;
    for (const auto& step : path)
        steps.push_back(html::li(hash(step)));
    return html::ol(steps);
}

Html proof_section(const http::Call& call, const ProvenEventView& view) {
    const auto& shown = view.proof;
    const auto count = shown.last - shown.first + 1;
    const auto path = shown.path.empty() ? Html{call.t(text::journal_proof_alone)} : path_list(shown.path);
    return ui::section(
        call.t(text::journal_proof), "proof",
        html::join({html::p(call.t(text::journal_proof_text({.count = count, .batch = shown.batch}))),
                    ui::facts({{call.t(text::journal_proof_leaf), hash(shown.leaf)},
                               {call.t(text::journal_proof_place), Html{call.t.number(shown.place + 1)}},
                               {call.t(text::journal_proof_path), path},
                               {call.t(text::journal_proof_root), hash(shown.root)},
                               {call.t(text::journal_proof_sealed), Html{call.t.date_time(shown.sealed_at)}},
                               {call.t(text::journal_proof_seal), hash(shown.seal)}}),
                    ui::details(call.t(text::journal_proof_canonical),
                                html::join({html::p(call.t(text::journal_proof_canonical_text)),
                                            html::pre(html::cls("canonical"), html::code(shown.canonical))}))}));
}

} // namespace

Html event_page(const http::Call& call, const ProvenEventView& view) {
    const auto& event = view.event;
    ui::Page page;
    page.title = call.t(text::journal_event_title({.number = event.sequence}));
    page.crumbs = {{call.t(text::journal_title), call.url("/journal")}, {page.title, {}}};
    ui::Hero hero;
    hero.title = event.what;
    hero.facts = page.title + " · " + call.t.date_time(event.at);
    page.hero = ui::hero(hero);
    page.content = html::join({ui::facts({{call.t(text::journal_who), Html{event.who}},
                                          {call.t(text::journal_when), Html{call.t.date_time(event.at)}},
                                          {call.t(text::journal_type), html::code(event.type)}}),
                               subjects(call, event), proof_section(call, view),
                               ui::formats_card(call, {{"JSON", event.url + ".json"}})});
    page.alternates = {{http::Format::json, event.url + ".json"}};
    page.description = event.what;
    return ui::page(call, page);
}

} // namespace journal
