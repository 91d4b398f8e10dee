#include "platform/html/html.hpp"
#include "platform/ensure.hpp"

#include <algorithm>
#include <array>

namespace html {

static constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

void Html::append_escaped(std::string_view text) {
    bytes_.reserve(bytes_.size() + text.size());
    for (const char letter : text) {
        switch (letter) {
        case '&':
            bytes_ += "&amp;";
            break;
        case '<':
            bytes_ += "&lt;";
            break;
        case '>':
            bytes_ += "&gt;";
            break;
        case '"':
            bytes_ += "&quot;";
            break;
        case '\'':
            bytes_ += "&#39;";
            break;
        case '\t':
        case '\n':
            bytes_ += letter;
            break;
        default:
            // Control characters are no text, and NUL changes how some parsers read what follows.
            if ((letter >= 0 && letter < 0x20) || letter == 0x7f) {
                bytes_ += replacement;
            } else {
                bytes_ += letter;
            }
        }
    }
}

Html trusted(std::string markup) {
    Html html;
    html.bytes_ = std::move(markup);
    return html;
}

template <std::size_t Count>
static bool is_one_of(std::string_view word, const std::array<std::string_view, Count>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

static bool is_void(std::string_view tag) {
    static constexpr std::array<std::string_view, 6> tags{"br", "hr", "img", "input", "link", "meta"};
    return is_one_of(tag, tags);
}

static bool is_shape(std::string_view tag) {
    static constexpr std::array<std::string_view, 6> tags{"circle", "line", "path", "polyline", "rect", "use"};
    return is_one_of(tag, tags);
}

static bool holds_url(std::string_view attribute) {
    static constexpr std::array<std::string_view, 5> names{"action", "formaction", "href", "src", "xlink:href"};
    return is_one_of(attribute, names);
}

/// The scheme as a browser reads it: leading blanks skipped, tabs and line breaks left out, letters small. Empty when
/// relative.
static std::string scheme_of(std::string_view url) {
    std::string scheme;
    for (const char letter : url) {
        const auto byte = static_cast<unsigned char>(letter);
        if (byte <= 0x20) {
            continue;
        }
        if (letter == ':') {
            return scheme;
        }
        if (letter == '/' || letter == '?' || letter == '#') {
            break;
        }
        scheme += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
    }
    return {};
}

/// A list of what is let through, not of what is refused: javascript:, data: and vbscript: are only the known dangers.
static bool is_safe_url(std::string_view url) {
    static constexpr std::array<std::string_view, 7> schemes{"", "http", "https", "mailto", "tel", "webcal", "urn"};
    return is_one_of(scheme_of(url), schemes);
}

static void append_attribute(std::string& markup, const Attribute& attribute) {
    if (!attribute.is_present) {
        return;
    }
    ensure(attribute.name != "style" && !attribute.name.starts_with("on")); // The content security policy refuses both.
    markup += ' ';
    markup += attribute.name;
    if (!attribute.has_value) {
        return;
    }
    markup += "=\"";
    if (!holds_url(attribute.name) || is_safe_url(attribute.value)) {
        markup += Html{attribute.value}.bytes();
    }
    markup += '"';
}

Html element(std::string_view tag, const Part* parts, std::size_t count) {
    std::string markup{'<'};
    markup += tag;
    std::string content;
    for (const Part* part = parts; part != parts + count; ++part) {
        if (part->attribute_) {
            append_attribute(markup, *part->attribute_);
        } else if (part->html_) {
            content += part->html_->bytes();
        } else if (part->list_) {
            for (const Html& each : *part->list_) {
                content += each.bytes();
            }
        } else if (!part->text_.empty()) {
            content += Html{part->text_}.bytes();
        }
    }
    if (is_void(tag) || (is_shape(tag) && content.empty())) {
        ensure(content.empty());
        markup += is_void(tag) ? ">" : "/>";
        return trusted(std::move(markup));
    }
    ensure(tag != "script" || content.empty()); // A browser does not decode what is escaped in there.
    markup += '>';
    if ((tag == "textarea" || tag == "pre") && content.starts_with('\n')) {
        markup += '\n'; // The parser drops the first line break.
    }
    markup += content;
    markup += "</";
    markup += tag;
    markup += '>';
    return trusted(std::move(markup));
}

Html join(const std::vector<Html>& parts, std::string_view separator) {
    const Html between{separator};
    Html joined;
    for (std::size_t index = 0; index < parts.size(); ++index) {
        if (index > 0) {
            joined += between;
        }
        joined += parts[index];
    }
    return joined;
}

} // namespace html
