// Brand, menu, search, languages and who is logged in. The menus are native popovers: they work without JavaScript.
#include "platform/texts.hpp"
#include "platform/ui/shell.hpp"
#include "platform/ui/words.hpp"

namespace ui {

using html::attribute;
using html::attribute_if;
using html::cls;

namespace {

Html brand(const http::Call& call) {
    return html::a(cls("brand"), html::href(call.url("/")),
                   attribute("aria-label", call.t(platform::text::ui_brand_label)), brand_mark(),
                   html::span("Samband"));
}

bool is_below(const http::Call& call, std::string_view path) {
    const std::string_view here = call.request.path;
    return here == path || (here.starts_with(path) && here.substr(path.size()).starts_with('/'));
}

/// "page" on the page itself, "true" on those below it.
html::Attribute current(const http::Call& call, std::string_view path) {
    return attribute_if(is_below(call, path), "aria-current", call.request.path == path ? "page" : "true");
}

std::vector<Html> menu_links(const http::Call& call) {
    std::vector<Html> entries;
    for (const MenuEntry& entry : call.site.menu) {
        entries.push_back(
            html::li(html::a(html::href(call.url(entry.path)), current(call, entry.path), words(call, entry.name))));
    }
    return entries;
}

std::vector<Html> language_links(const http::Call& call) {
    std::vector<Html> entries;
    for (const Translation& each : translations_of(call)) {
        const auto code = i18n::code(each.language);
        entries.push_back(html::li(html::a(html::href(each.path), attribute("lang", code), attribute("hreflang", code),
                                           attribute_if(each.language == call.t.language(), "aria-current", "true"),
                                           i18n::own_name(each.language))));
    }
    return entries;
}

Html menu_button(std::string_view classes, std::string_view target, Icon which, const Html& name) {
    return html::button(cls(classes), attribute("type", "button"), attribute("data-variant", "tertiary"),
                        attribute("data-color", "neutral"), attribute("popovertarget", target), icon(which),
                        html::span(name));
}

Html search_form(const http::Call& call) {
    const auto& site = call.site;
    const auto name = call.t(platform::text::ui_search_label);
    return html::form(
        cls("search"), attribute("role", "search"), attribute("method", "get"),
        attribute("action", call.url(site.search_path)), attribute("data-island", "search"),
        attribute("data-prefix", i18n::path_prefix(call.t.language())),
        html::input(cls("ds-input"), attribute("type", "search"), attribute("name", "q"), attribute("aria-label", name),
                    attribute("placeholder", call.t(platform::text::ui_search_button)),
                    attribute("autocomplete", "off")),
        html::button(cls("ds-button"), attribute("type", "submit"), attribute("data-variant", "tertiary"),
                     attribute("data-color", "neutral"), attribute("data-icon", "true"),
                     attribute("aria-label", call.t(platform::text::ui_search_button)), icon(Icon::magnifier)));
}

Html search_link(const http::Call& call) {
    return html::a(cls("ds-button search-link"), attribute("data-variant", "tertiary"),
                   attribute("data-color", "neutral"), attribute("data-icon", "true"),
                   html::href(call.url(call.site.search_path)),
                   attribute("aria-label", call.t(platform::text::ui_search_button)), icon(Icon::magnifier));
}

Html language_menu(const http::Call& call) {
    const Html current_language =
        html::join({hidden_words(html::join({words(call, platform::text::ui_language), Html{": "}})),
                    Html{i18n::own_name(call.t.language())}});
    return html::join(
        {menu_button("ds-button tool tool--language", "languages", Icon::globe, current_language),
         html::div(cls("pop"), html::id("languages"), html::flag("popover"),
                   html::ul(cls("pop__list"), attribute("role", "list"),
                            attribute("aria-label", call.t(platform::text::ui_language)), language_links(call)))});
}

/// The query is left out: what was searched for stays between the reader and the page.
std::string log_in_address(const http::Call& call) {
    http::Form query;
    query.add("next", std::string{path_sent(call)});
    return call.url(call.site.log_in_path) + "?" + query.to_string();
}

Html log_out_form(const http::Call& call) {
    return post_button(call, call.t(platform::text::ui_log_out), call.site.log_out_path, "tertiary");
}

Html who_is_here(const http::Call& call) {
    const Principal& principal = call.principal;
    if (principal.is_anonymous()) {
        return html::a(cls("ds-button log-in"), attribute("data-size", "sm"), html::href(log_in_address(call)),
                       words(call, platform::text::ui_log_in));
    }
    std::optional<Html> organisation;
    if (!principal.organisation_name.empty()) {
        organisation = html::p(cls("meta"), principal.organisation_name);
    }
    std::vector<Html> ways{
        html::li(html::a(html::href(call.url(call.site.profile_path)), current(call, call.site.profile_path),
                         words(call, platform::text::ui_my_page)))};
    for (auto& way : person_links(call))
        ways.push_back(std::move(way));
    return html::join({menu_button("ds-button tool tool--person", "person", Icon::person, Html{principal.name}),
                       html::div(cls("pop"), html::id("person"), html::flag("popover"),
                                 html::div(cls("pop__who"), html::p(html::strong(principal.name)), organisation),
                                 html::ul(cls("pop__list"), attribute("role", "list"), ways), log_out_form(call))});
}

/// On narrow screens: the menu, the languages and the way in, all behind one button.
Html narrow_menu(const http::Call& call) {
    std::optional<Html> log_in;
    if (call.principal.is_anonymous()) {
        log_in = html::a(cls("ds-button pop__log-in"), html::href(log_in_address(call)),
                         words(call, platform::text::ui_log_in));
    }
    return html::join(
        {menu_button("ds-button tool tool--menu", "menu", Icon::menu, words(call, platform::text::ui_menu)),
         html::div(cls("pop pop--menu"), html::id("menu"), html::flag("popover"),
                   html::nav(attribute("aria-label", call.t(platform::text::ui_menu_narrow_label)),
                             html::ul(cls("pop__list"), attribute("role", "list"), menu_links(call))),
                   html::ul(cls("pop__list pop__languages"), attribute("role", "list"),
                            attribute("aria-label", call.t(platform::text::ui_language)), language_links(call)),
                   log_in)});
}

/// Says that people and cases are invented, where they are.
Html demonstration_line(const http::Call& call) {
    if (!call.site.is_demonstration) {
        return {};
    }
    return html::p(cls("demonstration"), icon(Icon::information),
                   html::span(words(call, platform::text::ui_demonstration)));
}

} // namespace

std::vector<Html> person_links(const http::Call& call, std::string_view link_class) {
    std::vector<Html> ways;
    for (const auto& [entry, is_for] : call.site.person) {
        if (call.principal.is_anonymous() || (is_for && !is_for(call.principal))) continue;
        ways.push_back(
            html::li(html::a(attribute_if(!link_class.empty(), "class", link_class), html::href(call.url(entry.path)),
                             current(call, entry.path), words(call, entry.name))));
    }
    return ways;
}

Html brand_mark() {
    return html::svg(cls("brand__mark"), attribute("viewBox", "0 0 40 40"), attribute("aria-hidden", "true"),
                     attribute("focusable", "false"),
                     html::rect(attribute("width", "40"), attribute("height", "40"), attribute("rx", "9")),
                     html::path(cls("brand__low"), attribute("d", "M9 27.5 20 33l11-5.5")),
                     html::path(cls("brand__middle"), attribute("d", "M9 20.5 20 26l11-5.5")),
                     html::path(cls("brand__high"), attribute("d", "M20 7 9 13.5 20 19l11-5.5z")));
}

Html page_header(const http::Call& call) {
    return html::header(cls("top"), demonstration_line(call),
                        html::div(cls("wrap top__row"), brand(call),
                                  html::nav(cls("menu"), attribute("aria-label", call.t(platform::text::ui_menu_label)),
                                            html::ul(attribute("role", "list"), menu_links(call))),
                                  html::div(cls("top__tools"), search_form(call), search_link(call),
                                            language_menu(call), who_is_here(call), narrow_menu(call))));
}

} // namespace ui
