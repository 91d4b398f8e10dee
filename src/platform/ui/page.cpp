#include "platform/ui/page.hpp"
#include "platform/texts.hpp"
#include "platform/ui/assets.hpp"
#include "platform/ui/icons.hpp"
#include "platform/ui/shell.hpp"
#include "platform/ui/summary_labels.hpp"
#include "platform/ui/words.hpp"

namespace ui {

using html::attribute;
using html::attribute_if;
using html::cls;

static Html meta(std::string_view name, std::string_view content) {
    return html::meta(attribute("name", name), attribute("content", content));
}

/// The same page in the other languages, for search engines.
static std::vector<Html> language_alternates(const http::Call& call) {
    std::vector<Html> links;
    if (call.request.method != http::Method::get) {
        return links;
    }
    for (const Translation& each : translations_of(call)) {
        links.push_back(html::link(attribute("rel", "alternate"), attribute("hreflang", i18n::code(each.language)),
                                   html::href(call.public_url + each.path)));
        if (each.language == i18n::Language::nb) {
            links.push_back(html::link(attribute("rel", "alternate"), attribute("hreflang", "x-default"),
                                       html::href(call.public_url + each.path)));
        }
    }
    return links;
}

static std::vector<Html> format_alternates(const http::Call& call, const Page& page) {
    std::vector<Html> links;
    for (const Alternate& alternate : page.alternates) {
        links.push_back(html::link(attribute("rel", "alternate"), attribute("type", http::media_type(alternate.format)),
                                   attribute_if(alternate.format == http::Format::atom, "title", page.title),
                                   html::href(local_path(call, alternate.path))));
    }
    return links;
}

static Html head(const http::Call& call, const Page& page) {
    const auto& t = call.t;
    std::string title = page.title + " – Samband";
    if (page.has_errors) {
        title = t(platform::text::ui_page_fault({.title = title}));
    }
    std::optional<Html> description;
    if (!page.description.empty()) {
        description = meta("description", page.description);
    }
    return html::head(
        html::meta(attribute("charset", "utf-8")), meta("viewport", "width=device-width, initial-scale=1"),
        html::title(title), description, meta("color-scheme", "light dark"),
        html::link(attribute("rel", "preload"), html::href(asset_path("inter-latin-wght-normal.woff2")),
                   attribute("as", "font"), attribute("type", "font/woff2"), html::flag("crossorigin")),
        html::link(attribute("rel", "stylesheet"), html::href(asset_path("app.css"))),
        html::link(attribute("rel", "icon"), html::href(asset_path("icon.svg")), attribute("type", "image/svg+xml")),
        html::script(attribute("type", "module"), attribute("src", asset_path("app.js"))), language_alternates(call),
        format_alternates(call, page));
}

Html page(const http::Call& call, const Page& page) {
    const Html band = page.hero.empty() ? hero({.title = page.title}) : page.hero;
    const Html body = html::join(
        {html::a(cls("ds-skip-link"), html::href("#content"), words(call, platform::text::ui_skip_to_content)),
         page_header(call),
         html::main(html::id("content"), attribute("tabindex", "-1"),
                    html::div(cls("hero"), html::div(cls("wrap"), breadcrumbs(call, page.crumbs), band)),
                    html::div(cls("wrap content"), page.content)),
         page_footer(call, page.attribution)});
    const std::string markup = with_summary_labels(body.bytes());
    // The language of the page stands in <html>; texts that fall back to another carry their own.
    Html document = html::trusted("<!doctype html>\n");
    document += html::html(attribute("lang", i18n::code(call.t.language())), attribute("data-color-scheme", "auto"),
                           attribute("data-size", "md"), head(call, page),
                           html::body(sprite_for(markup), html::trusted(markup)));
    return document;
}

} // namespace ui
