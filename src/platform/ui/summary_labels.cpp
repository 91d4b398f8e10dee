#include "platform/ui/summary_labels.hpp"

namespace ui {

static constexpr std::string_view opening = "<span data-label-of=\"";
static constexpr std::string_view closing = "\"></span>";

Html label_placeholder(std::string_view field_id) {
    return html::span(html::attribute("data-label-of", field_id));
}

/// The first words inside the element whose id is ID-label; empty when there is none.
static std::string_view label_words(std::string_view markup, std::string_view field_id) {
    const std::string id = "id=\"" + std::string{field_id} + "-label\"";
    const auto at = markup.find(id);
    if (at == std::string_view::npos) {
        return {};
    }
    const auto begin = markup.find('>', at) + 1;
    auto label = markup.substr(begin, markup.find('<', begin) - begin);
    while (label.ends_with(' ')) {
        label.remove_suffix(1);
    }
    return label;
}

std::string with_summary_labels(std::string markup) {
    for (auto at = markup.find(opening); at != std::string::npos; at = markup.find(opening, at)) {
        const auto begin = at + opening.size();
        const auto end = markup.find(closing, begin);
        if (end == std::string::npos) {
            return markup;
        }
        const std::string asked = markup.substr(begin, end - begin);
        std::string id = asked;
        std::string_view label = label_words(markup, id);
        while (label.empty() && id.rfind('-') != std::string::npos) {
            id.erase(id.rfind('-')); // f-points-0 has no field of its own: f-points
            label = label_words(markup, id);
        }
        const std::string words = label.empty() ? std::string{} : std::string{label} + ": ";
        markup.replace(at, end + closing.size() - at, words);
        const std::string link = "href=\"#" + asked + "\"";
        if (const auto target = markup.rfind(link, at); !label.empty() && id != asked && target != std::string::npos) {
            markup.replace(target, link.size(), "href=\"#" + id + "\"");
        }
    }
    return markup;
}

} // namespace ui
