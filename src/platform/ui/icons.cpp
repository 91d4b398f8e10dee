#include "platform/ui/icons.hpp"
#include "platform/embedded.hpp"
#include "platform/ensure.hpp"

#include <array>

namespace ui {

static constexpr std::array<std::string_view, 45> names{"arrow_right",
                                                        "bell",
                                                        "buildings",
                                                        "calendar",
                                                        "checkmark",
                                                        "checkmark_circle",
                                                        "chevron_down",
                                                        "chevron_right",
                                                        "clock",
                                                        "cross",
                                                        "document",
                                                        "download",
                                                        "envelope",
                                                        "eye",
                                                        "file_pdf",
                                                        "file_image",
                                                        "file_spreadsheet",
                                                        "file_text",
                                                        "gavel",
                                                        "globe",
                                                        "hourglass",
                                                        "information",
                                                        "link",
                                                        "list",
                                                        "lock",
                                                        "magnifier",
                                                        "map",
                                                        "menu",
                                                        "minus_circle",
                                                        "padlock",
                                                        "pencil",
                                                        "people",
                                                        "person",
                                                        "plus",
                                                        "print",
                                                        "refresh",
                                                        "rss",
                                                        "seal",
                                                        "shield",
                                                        "star",
                                                        "trash",
                                                        "upload",
                                                        "vote",
                                                        "warning",
                                                        "xmark_octagon"};

static constexpr std::string_view reference = "<use href=\"#i-";

std::string_view name_of(Icon icon) {
    ensure(static_cast<std::size_t>(icon) < names.size());
    return names[static_cast<std::size_t>(icon)];
}

Html icon(Icon which) {
    return html::svg(html::cls("i"), html::attribute("aria-hidden", "true"), html::attribute("focusable", "false"),
                     html::use(html::attribute("href", "#i-" + std::string{name_of(which)})));
}

/// What stands between <svg …> and </svg> in the drawing's file.
static std::string_view drawing(std::string_view name) {
    for (const embedded::File& file : embedded::icons()) {
        if (file.name.substr(0, file.name.rfind('.')) == name) {
            const auto begin = file.bytes.find('>') + 1;
            return file.bytes.substr(begin, file.bytes.rfind("</svg>") - begin);
        }
    }
    return {};
}

Html sprite_for(std::string_view markup) {
    std::array<bool, names.size()> is_used{};
    for (auto at = markup.find(reference); at != std::string_view::npos; at = markup.find(reference, at)) {
        at += reference.size();
        const auto name = markup.substr(at, markup.find('"', at) - at);
        for (std::size_t index = 0; index < names.size(); ++index) {
            is_used[index] = is_used[index] || names[index] == name;
        }
    }
    std::vector<Html> symbols;
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (is_used[index]) {
            symbols.push_back(html::symbol(html::id("i-" + std::string{names[index]}),
                                           html::attribute("viewBox", "0 0 24 24"), html::attribute("fill", "none"),
                                           html::trusted(std::string{drawing(names[index])})));
        }
    }
    if (symbols.empty()) {
        return {};
    }
    return html::svg(html::cls("sprite"), html::attribute("aria-hidden", "true"), html::attribute("focusable", "false"),
                     symbols);
}

} // namespace ui
