#include "platform/ui/texts_page.hpp"
#include "platform/texts.hpp"

namespace ui {

Html texts_page(const http::Call& call, const i18n::Message& title, const i18n::Message& lead,
                const std::vector<Passage>& passages) {
    std::vector<Html> sections;
    for (const Passage& passage : passages) {
        const std::string id = "h-" + std::to_string(sections.size() + 1);
        sections.push_back(html::section(html::cls("section"), html::attribute("aria-labelledby", id),
                                         html::h2(html::id(id), html::cls("ds-heading"),
                                                  html::attribute("data-size", "sm"), words(call, passage.heading)),
                                         passage.paragraphs));
    }
    const std::string name = call.t(title);
    Page whole;
    whole.title = name;
    whole.crumbs = {{name, {}}};
    whole.hero = hero({.title = name, .lead = call.t(lead)});
    whole.content = html::div(html::cls("texts"), sections);
    whole.description = call.t(lead);
    return page(call, whole);
}

Html contact_paragraph(const http::Call& call) {
    if (call.site.contact.empty()) {
        return html::p(words(call, platform::text::ui_contact_missing));
    }
    return html::p(words(call, platform::text::ui_contact_address({.address = call.site.contact})));
}

} // namespace ui
