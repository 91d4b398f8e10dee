// Footer, breadcrumbs and the addresses of a page in the other languages.
#include "platform/texts.hpp"
#include "platform/ui/shell.hpp"
#include "platform/ui/words.hpp"

#include <algorithm>

namespace ui {

using html::attribute;
using html::attribute_if;
using html::cls;

std::vector<Translation> translations_of(const http::Call& call) {
    std::string_view rest = call.request.target;
    const auto prefix = i18n::path_prefix(call.request.language);
    if (!prefix.empty() && rest.starts_with(prefix)) {
        rest.remove_prefix(prefix.size());
    }
    if (!rest.starts_with('/')) { // "/nn" and "/nn?page=2"
        rest = rest.substr(std::min(rest.size(), rest.find('?')));
    }
    std::vector<Translation> all;
    for (std::size_t index = 0; index < i18n::language_count; ++index) {
        const auto language = static_cast<i18n::Language>(index);
        std::string path =
            std::string{i18n::path_prefix(language)} + (rest.starts_with('/') ? "" : "/") + std::string{rest};
        all.push_back({language, std::move(path)});
    }
    return all;
}

Html breadcrumbs(const http::Call& call, const std::vector<Crumb>& crumbs) {
    if (crumbs.empty()) {
        return {};
    }
    const std::string front = call.t(platform::text::ui_front_page);
    std::vector<Html> entries{html::li(html::a(cls("ds-link"), html::href(call.url("/")), front))};
    Crumb parent{front, "/"};
    for (std::size_t index = 0; index < crumbs.size(); ++index) {
        const bool is_last = index + 1 == crumbs.size();
        const std::string path = is_last ? std::string{path_sent(call)} : local_path(call, crumbs[index].path);
        entries.push_back(html::li(html::a(cls("ds-link"), html::href(path),
                                           attribute_if(is_last, "aria-current", "page"), crumbs[index].name)));
        if (!is_last) {
            parent = crumbs[index];
        }
    }
    // On a narrow screen the style sheet shows the first link, back to the page above, and hides the list.
    return html::nav(cls("ds-breadcrumbs"), attribute("aria-label", call.t(platform::text::ui_breadcrumbs_label)),
                     attribute("data-size", "sm"),
                     html::a(cls("ds-link"), html::href(local_path(call, parent.path)),
                             attribute("aria-label", call.t(platform::text::ui_back_to({.page = parent.name}))),
                             parent.name),
                     html::ol(attribute("role", "list"), entries));
}

static Html footer_link(const http::Call& call, std::string_view path, const i18n::Message& name) {
    return html::li(html::a(cls("ds-link"), html::href(call.url(path)), words(call, name)));
}

Html page_footer(const http::Call& call, std::string_view attribution) {
    std::vector<Html> links{footer_link(call, "/accessibility", platform::text::ui_footer_accessibility),
                            footer_link(call, "/privacy", platform::text::ui_footer_privacy),
                            footer_link(call, "/about", platform::text::ui_footer_about)};
    for (const MenuEntry& entry : call.site.footer) {
        links.push_back(footer_link(call, entry.path, entry.name));
    }
    std::vector<Html> notes;
    if (!call.site.owner.empty()) {
        notes.push_back(html::p(words(call, platform::text::ui_footer_owner({.owner = call.site.owner}))));
    }
    if (!attribution.empty()) {
        notes.push_back(html::p(attribution));
    }
    std::optional<Html> small_print;
    if (!notes.empty()) {
        small_print = html::div(cls("foot__notes"), notes);
    }
    return html::footer(
        cls("foot"), attribute("data-size", "sm"),
        html::div(cls("wrap foot__row"),
                  html::div(html::p(cls("foot__name"), "Samband"), html::p(words(call, platform::text::ui_footer_text)),
                            html::p(words(call, platform::text::ui_footer_licence))),
                  html::nav(attribute("aria-label", call.t(platform::text::ui_footer_label)),
                            html::ul(cls("foot__links"), attribute("role", "list"), links)),
                  small_print));
}

} // namespace ui
