#include "dispatch/texts.hpp"
#include "dispatch/views/pages.hpp"
#include "platform/json/described_members.hpp"
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

static Html letter_openings(const http::Call& call, const LetterView& view) {
    if (view.openings.empty()) return {};
    std::vector<ui::Happening> lines;
    for (const auto& opening : view.openings) {
        lines.push_back({.when = call.t.date_time(opening.at),
                         .machine_time = to_string(opening.at),
                         .what = Html{call.t(text::letter_opened_by({.name = opening.name}))},
                         .who = {},
                         .icon = ui::Icon::eye});
    }
    return ui::section(call.t(text::letter_openings), "openings", ui::timeline(lines));
}

static Html letter_reply(const http::Call& call, const LetterView& view) {
    if (!view.reply_recipient && view.replies.empty()) return {};
    const auto& t = call.t;
    std::vector<ui::Happening> lines;
    for (const auto& reply : view.replies) {
        lines.push_back({.when = t.date_time(reply.sent_at),
                         .machine_time = to_string(reply.sent_at),
                         .what = Html{t.by_name(fmt::format("status.{}", json::name_of(reply.status)))},
                         .who = reply.sent_by,
                         .icon = ui::Icon::upload});
    }
    Html button;
    if (view.reply_recipient) {
        button = html::join({html::p(t(text::reply_may({.name = *view.reply_recipient}))),
                             html::p(ui::button_link(t(text::reply_heading), call.url(view.url + "/reply"), "primary",
                                                     ui::Icon::pencil))});
    }
    return ui::section(t(view.replies.empty() ? text::reply_heading : text::reply_sent_heading), "replies",
                       html::join({lines.empty() ? Html{} : ui::timeline(lines), button}));
}

static Html letter_archive_button(const http::Call& call, const LetterView& view) {
    if (view.acting) return {};
    return view.archived_at ? ui::post_button(call, call.t(text::letter_restore), view.url + "/restoring", "tertiary")
                            : ui::post_button(call, call.t(text::letter_archive), view.url + "/archiving", "tertiary");
}

static std::string opening_words(const http::Call& call, const LetterView& view) {
    const auto& t = call.t;
    if (!view.acting) {
        if (!view.is_addressee) return t(text::letter_open_text_shown({.name = view.recipient}));
        return t(view.box == Box::own ? text::letter_open_text : text::letter_open_text_organisation);
    }
    const auto& name = view.acting->name;
    if (!view.is_addressee) return t(text::letter_open_text_acting({.name = name}));
    if (view.acting->is_guardian) return t(text::letter_open_text_guardian({.name = name}));
    return view.acting->counts_as_read ? t(text::letter_open_text_counts({.name = name}))
                                       : t(text::letter_open_text_acting({.name = name}));
}

static Html paper_words(const http::Call& call, const LetterView& view) {
    const auto& t = call.t;
    switch (view.paper) {
    case PaperOutlook::never:
        return html::p(t(text::letter_paper_never));
    case PaperOutlook::unless_read:
        return html::p(t(text::letter_paper_unless_read({.at = t.date_time(*view.paper_at)})));
    case PaperOutlook::next_run:
        return html::p(t(text::letter_paper_next_run));
    case PaperOutlook::sent:
        return html::p(t(text::letter_paper_sent));
    default:
        return {};
    }
}

static Html letter_content(const http::Call& call, const LetterView& view) {
    const auto& t = call.t;
    if (!view.opened_at) {
        return ui::section(t(text::letter_open_heading), "open",
                           html::join({html::p(opening_words(call, view)), paper_words(call, view),
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
    const auto list = path_of_mailbox(view.acting, view.box, view.archived_at.has_value());
    page.crumbs = {{view.acting ? t(text::mailbox_of({.name = view.acting->name})) : t(text::mailbox), call.url(list)},
                   {view.title, {}}};
    ui::Hero hero;
    hero.title = view.title;
    hero.facts = t(text::letter_from({.sender = view.sender, .day = t.date(norwegian_date(view.received_at))}));
    if (view.acting) hero.lead = acting_words(call, *view.acting);
    page.hero = ui::hero(hero);
    const auto facts =
        ui::facts({{t(text::fact_sender), view.sender},
                   {t(text::fact_recipient), view.recipient},
                   {t(text::department), view.department},
                   {t(text::fact_received), t.date_time(view.received_at)},
                   {t(text::fact_opened), view.opened_at ? Html{t.date_time(*view.opened_at)} : Html{}}});
    page.content = ui::columns(
        html::join({letter_content(call, view), signing_section(call, view.signing, view.box == Box::own),
                    letter_reply(call, view), letter_openings(call, view)}),
        html::join({ui::card(t(text::letter_about), facts), letter_archive_button(call, view)}), t(text::letter_about));
    page.alternates = {{http::Format::json, view.url + ".json"}};
    return ui::page(call, page);
}

} // namespace dispatch
