// Bands, sections, cards and columns.
#include "platform/texts.hpp"
#include "platform/ui/words.hpp"

namespace ui {

using html::attribute;
using html::attribute_if;
using html::cls;

static Html heading(std::string_view text, std::string_view size, std::string_view id = {}) {
    return html::h2(attribute_if(!id.empty(), "id", id), cls("ds-heading"), attribute("data-size", size), text);
}

Html hero(const Hero& hero) {
    const auto language = attribute_if(!hero.title_language.empty(), "lang", hero.title_language);
    std::vector<Html> words;
    if (!hero.tags.empty()) {
        words.push_back(html::div(cls("hero__tags"), hero.tags));
    }
    words.push_back(html::h1(cls("ds-heading"), attribute("data-size", "lg"), language, hero.title));
    if (!hero.lead.empty()) {
        words.push_back(html::p(cls("hero__lead"), language, hero.lead));
    }
    if (!hero.facts.empty()) {
        words.push_back(html::p(cls("hero__facts"), hero.facts));
    }
    if (hero.beside.empty()) {
        return html::div(cls("hero__words"), words);
    }
    return html::div(cls("hero__row"), html::div(cls("hero__words"), words),
                     html::div(cls("hero__beside"), hero.beside));
}

Html section(std::string_view title, std::string_view id, const Html& content) {
    return html::section(cls("section"), attribute("aria-labelledby", id), heading(title, "sm", id), content);
}

Html card(std::string_view title, const Html& content, bool is_tinted) {
    std::optional<Html> top;
    if (!title.empty()) {
        top = heading(title, "2xs");
    }
    return html::div(cls("ds-card"), attribute_if(is_tinted, "data-variant", "tinted"), top, content);
}

Html link_card(std::string_view title, std::string_view path, std::string_view meta, const std::vector<Html>& tags,
               std::string_view text) {
    // Not one <a> round it all: its name, read aloud, would be the whole card. The link's ::after covers the card
    // instead.
    std::vector<Html> content;
    if (!tags.empty()) {
        content.push_back(html::div(cls("tags"), tags));
    }
    content.push_back(html::p(cls("link-card__title"), html::a(cls("ds-link"), html::href(path), title)));
    if (!text.empty()) {
        content.push_back(html::p(text));
    }
    if (!meta.empty()) {
        content.push_back(html::p(cls("meta"), meta));
    }
    return html::div(cls("ds-card link-card"), content);
}

Html card_grid(const std::vector<Html>& cards) {
    std::vector<Html> entries;
    entries.reserve(cards.size());
    for (const Html& each : cards) {
        entries.push_back(html::li(each));
    }
    return html::ul(cls("card-grid"), attribute("role", "list"), entries);
}

Html columns(const Html& main, const Html& side, std::string_view side_label) {
    return html::div(cls("columns"), html::div(cls("columns__main"), main),
                     html::aside(cls("columns__side"), attribute("aria-label", side_label), side));
}

Html alert(Tone tone, std::string_view title, const Html& content) {
    std::optional<Html> top;
    if (!title.empty()) {
        top = heading(title, "2xs");
    }
    return html::div(cls("ds-alert"), attribute("data-color", colour_of(tone)), top, content);
}

Html empty_state(std::string_view title, std::string_view text, std::optional<Action> action) {
    std::optional<Html> way_on;
    if (action) {
        way_on = html::p(button_link(action->label, action->path, "secondary", action->icon));
    }
    return html::div(cls("empty"), html::p(cls("empty__title"), title), html::p(text), way_on);
}

Html details(std::string_view summary, const Html& content, bool is_open) {
    return html::details(cls("ds-details"), attribute("data-variant", "default"), html::flag("open", is_open),
                         html::summary(summary), html::div(content));
}

Html facts(const std::vector<std::pair<std::string, Html>>& pairs) {
    std::vector<Html> entries;
    for (const auto& [term, value] : pairs) {
        if (!value.empty()) {
            entries.push_back(html::div(html::dt(term), html::dd(value)));
        }
    }
    return html::dl(cls("facts"), entries);
}

} // namespace ui
