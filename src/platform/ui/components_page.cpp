#include "platform/ui/components_page.hpp"
#include "platform/texts.hpp"
#include "platform/ui/page.hpp"
#include "platform/ui/samples.hpp"

namespace ui {

/// The error summary takes the focus of the page it stands on; this page only shows one.
static Html without_focus_at_load(const Html& markup) {
    constexpr std::string_view flag = " autofocus";
    std::string bytes = markup.bytes();
    if (const auto at = bytes.find(flag); at != std::string::npos) {
        bytes.erase(at, flag.size());
    }
    return html::trusted(std::move(bytes));
}

Result<http::Response> show_components(const http::Query& query) {
    std::vector<Html> sections;
    for (const Sample& sample : samples(query)) {
        if (!sample.is_once_a_page) {
            const std::string id = "component-" + std::string{sample.name};
            sections.push_back(ui::section(sample.name, id, without_focus_at_load(sample.markup)));
        }
    }
    Page whole;
    whole.title = query.t(platform::text::ui_components_title);
    whole.crumbs = {{whole.title, {}}};
    whole.hero = hero({.title = whole.title, .lead = query.t(platform::text::ui_components_lead)});
    // What the samples say is bokmål on every page, for it is not translated.
    whole.content = html::div(html::cls("texts"),
                              html::attribute_if(query.t.language() != i18n::Language::nb, "lang", "nb"), sections);
    return http::html_document(page(query, whole));
}

} // namespace ui
