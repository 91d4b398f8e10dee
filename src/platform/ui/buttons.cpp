// Links, buttons and tags.
#include "platform/texts.hpp"
#include "platform/ui/words.hpp"

namespace ui {

using html::attribute;
using html::attribute_if;
using html::cls;

static std::optional<Html> drawn(std::optional<Icon> which) {
    return which ? std::optional{icon(*which)} : std::nullopt;
}

static html::Attribute variant_of(std::string_view variant) {
    return attribute_if(variant != "primary", "data-variant", variant);
}

Html tag(std::string_view text, Tone tone, std::optional<Icon> which) {
    return html::span(cls("ds-tag"), attribute("data-color", colour_of(tone)), drawn(which), text);
}

Html link(std::string_view text, std::string_view path) {
    return html::a(cls("ds-link"), html::href(path), text);
}

Html button_link(std::string_view text, std::string_view path, std::string_view variant, std::optional<Icon> which) {
    return html::a(cls("ds-button"), variant_of(variant), html::href(path), drawn(which), text);
}

Html submit(std::string_view text, std::string_view variant, std::string_view name, std::string_view value) {
    return html::button(cls("ds-button"), attribute("type", "submit"), variant_of(variant),
                        attribute_if(!name.empty(), "name", name), attribute_if(!name.empty(), "value", value), text);
}

Html dialog(const http::Call& call, std::string_view button, std::string_view id, std::string_view heading,
            const Html& content) {
    const std::string heading_id = std::string{id} + "-heading";
    const auto close = call.t(platform::text::ui_close);
    return html::join(
        {html::button(cls("ds-button"), attribute("type", "button"), variant_of("tertiary"),
                      attribute("data-size", "sm"), attribute("aria-haspopup", "dialog"),
                      attribute("command", "show-modal"), attribute("commandfor", id), button),
         html::dialog(
             cls("ds-dialog"), html::id(id), attribute("closedby", "any"), attribute("aria-labelledby", heading_id),
             html::button(cls("ds-button"), attribute("type", "button"), variant_of("tertiary"),
                          attribute("data-color", "neutral"), attribute("data-icon", "true"),
                          attribute("aria-label", close), attribute("command", "close"), attribute("commandfor", id)),
             html::h2(html::id(heading_id), cls("ds-heading"), attribute("data-size", "xs"), heading), content)});
}

} // namespace ui
