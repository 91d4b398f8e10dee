#include "platform/ui/words.hpp"

namespace ui {

std::string local_path(const http::Call& call, std::string_view path) {
    const auto prefix = i18n::path_prefix(call.t.language());
    const bool has_prefix = !prefix.empty() && path.starts_with(prefix) &&
                            (path.size() == prefix.size() || path.substr(prefix.size()).find_first_of("/?#") == 0);
    return path.starts_with('/') && !has_prefix ? call.url(path) : std::string{path};
}

std::string_view path_sent(const http::Call& call) {
    const std::string_view target = call.request.target;
    return target.substr(0, target.find('?'));
}

std::string field_id(std::string_view name) {
    std::string id{"f-"};
    for (const char letter : name) {
        const bool is_plain =
            (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
        id += is_plain ? letter : '-';
    }
    return id;
}

std::string_view colour_of(Tone tone) {
    switch (tone) {
    case Tone::neutral:
        return "neutral";
    case Tone::accent:
        return "accent";
    case Tone::info:
        return "info";
    case Tone::success:
        return "success";
    case Tone::warning:
        return "warning";
    case Tone::danger:
        return "danger";
    }
    return "neutral";
}

Html hidden_words(const Html& words) {
    return html::span(html::cls("ds-sr-only"), words);
}

Html words(const http::Call& call, const i18n::Filled& message) {
    const i18n::Text text = call.t.text(message);
    if (text.language == call.t.language()) {
        return Html{text.words};
    }
    return html::span(html::attribute("lang", i18n::code(text.language)), text.words);
}

Html words(const http::Call& call, const i18n::Message& message) {
    return words(call, i18n::Filled{message, {}});
}

} // namespace ui
