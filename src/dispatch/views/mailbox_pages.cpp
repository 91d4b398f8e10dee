#include "dispatch/rights.hpp"
#include "dispatch/texts.hpp"
#include "dispatch/views/pages.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace dispatch {

std::string size_in_words(const http::Call& call, std::int64_t bytes) {
    static constexpr std::int64_t kilo = 1000, mega = 1'000'000;
    if (bytes < mega) return call.t.number(std::max<std::int64_t>(1, (bytes + kilo / 2) / kilo)) + " kB";
    return call.t.number((bytes + mega / 2) / mega) + " MB";
}

static Html letter_card(const http::Call& call, const LetterRow& row) {
    const auto& t = call.t;
    std::vector<Html> tags;
    if (!row.is_opened) tags.push_back(ui::tag(t(text::letter_unopened), ui::Tone::accent, ui::Icon::envelope));
    return ui::link_card(row.title, call.url(row.url),
                         t(text::letter_from({.sender = row.sender, .day = t.date(norwegian_date(row.received_at))})),
                         tags, t(text::letter_documents_count({.count = row.documents})));
}

Html mailbox_page(const http::Call& call, const MailboxView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::mailbox);
    page.crumbs = {{page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::mailbox_lead);
    if (call.principal.may_somewhere(right::see_outbox))
        hero.beside = ui::button_link(t(text::outbox), call.url("/outbox"), "secondary", ui::Icon::upload);
    page.hero = ui::hero(hero);
    std::vector<Html> cards;
    for (const auto& row : view.letters) {
        cards.push_back(letter_card(call, row));
    }
    const auto empty = view.is_known ? ui::empty_state(t(text::mailbox_none), t(text::mailbox_none_text))
                                     : ui::empty_state(t(text::mailbox_unknown), t(text::mailbox_unknown_text));
    page.content =
        html::join({cards.empty() ? empty : ui::card_grid(cards), ui::formats_card(call, {{"JSON", "/mailbox.json"}})});
    page.alternates = {{http::Format::json, "/mailbox.json"}};
    return ui::page(call, page);
}

static Html letter_content(const http::Call& call, const LetterView& view) {
    const auto& t = call.t;
    if (!view.opened_at) {
        return ui::section(t(text::letter_open_heading), "open",
                           html::join({html::p(t(text::letter_open_text)),
                                       ui::post_button(call, t(text::letter_open), view.url + "/opening", "primary")}));
    }
    std::vector<ui::DocumentRow> rows;
    for (const auto& document : view.documents) {
        rows.push_back({.title = document.name,
                        .path = call.url(document.url),
                        .meta = size_in_words(call, document.bytes),
                        .icon = ui::Icon::file_text,
                        .shielding = {},
                        .actions = {}});
    }
    std::vector<Html> links;
    for (const auto& link : view.links) {
        links.push_back(
            html::li(html::join({Html{link.lead.empty() ? "" : link.lead + " "}, ui::link(link.text, link.url)})));
    }
    return html::join(
        {ui::section(t(text::letter_documents), "documents",
                     rows.empty() ? html::p(t(text::letter_documents_none)) : ui::documents(rows)),
         links.empty() ? Html{} : ui::section(t(text::letter_links), "links", html::ul(html::cls("ds-list"), links))});
}

Html letter_page(const http::Call& call, const LetterView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = view.title;
    page.crumbs = {{t(text::mailbox), call.url("/mailbox")}, {view.title, {}}};
    ui::Hero hero;
    hero.title = view.title;
    hero.facts = t(text::letter_from({.sender = view.sender, .day = t.date(norwegian_date(view.received_at))}));
    page.hero = ui::hero(hero);
    const auto facts =
        ui::facts({{t(text::fact_sender), view.sender},
                   {t(text::fact_recipient), view.recipient},
                   {t(text::fact_received), t.date_time(view.received_at)},
                   {t(text::fact_opened), view.opened_at ? Html{t.date_time(*view.opened_at)} : Html{}}});
    page.content =
        ui::columns(letter_content(call, view), ui::card(t(text::letter_about), facts), t(text::letter_about));
    page.alternates = {{http::Format::json, view.url + ".json"}};
    return ui::page(call, page);
}

} // namespace dispatch
