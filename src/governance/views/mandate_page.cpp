#include "governance/texts.hpp"
#include "governance/views/body_pages.hpp"
#include "platform/ui/page.hpp"

namespace governance {

Html mandate_page(const http::Call& call, const MandatePageView& view) {
    const auto& t = call.t;
    const auto& shown = view.mandate;
    Html note;
    if (!shown.is_in_force) {
        note = ui::alert(ui::Tone::warning, t(text::mandate_not_in_force),
                         html::p(ui::link(t(text::mandate_see_body), call.url(view.body.url))));
    }
    std::vector<Html> links;
    for (const auto& version : view.versions) {
        const auto words = t(text::mandate_version({.number = version.number, .from = t.date(version.valid_from)}));
        links.push_back(
            html::li(version.number == shown.number ? Html{words} : ui::link(words, call.url(version.url))));
    }
    ui::Hero hero;
    hero.title = t(text::mandate_title({.number = shown.number, .body = view.body.name}));
    hero.facts = t(text::mandate_adopted({.adoptedBy = shown.adopted_by, .from = t.date(shown.valid_from)}));
    ui::Page page;
    page.title = hero.title;
    page.crumbs = {
        {t(text::bodies), call.url("/bodies")}, {view.body.name, call.url(view.body.url)}, {t(text::mandate), {}}};
    page.hero = ui::hero(hero);
    page.content = ui::columns(html::join({note, html::div(html::cls("prose"), ui::markdown(shown.text))}),
                               ui::card(t(text::mandate_versions), html::ul(html::cls("ds-list"), links)),
                               t(text::mandate_versions));
    page.alternates = {{http::Format::json, shown.url + ".json"}};
    return ui::page(call, page);
}

} // namespace governance
