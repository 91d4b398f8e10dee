#include "platform/json/writing.hpp"

#include "platform/unicode.hpp"

#include <charconv>
#include <cmath>

namespace json {

static bool needs_escape(char byte) {
    return static_cast<unsigned char>(byte) < 0x20 || byte == '"' || byte == '\\';
}

static void append_escape(std::string& out, char byte) {
    static constexpr std::string_view hexadecimal = "0123456789abcdef";
    switch (byte) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        break;
    }
    out += "\\u00";
    out += hexadecimal[static_cast<unsigned char>(byte) >> 4U];
    out += hexadecimal[static_cast<unsigned char>(byte) & 0xFU];
}

static void append_escaped(std::string& out, std::string_view text) {
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!needs_escape(text[i])) continue;
        out.append(text, written, i - written);
        append_escape(out, text[i]);
        written = i + 1;
    }
    out.append(text, written);
}

void append_text(std::string& out, std::string_view text) {
    out += '"';
    for (auto byte = unicode::first_invalid_byte(text); byte; byte = unicode::first_invalid_byte(text)) {
        append_escaped(out, text.substr(0, *byte));
        out += "\xEF\xBF\xBD"; // U+FFFD: what we write is JSON, whatever we were given
        text.remove_prefix(*byte + 1);
    }
    append_escaped(out, text);
    out += '"';
}

void append_number(std::string& out, std::int64_t number) {
    char digits[24];
    const auto [end, failure] = std::to_chars(std::begin(digits), std::end(digits), number);
    out.append(digits, end);
}

void append_number(std::string& out, double number) {
    if (!std::isfinite(number)) {
        out += "null";
        return;
    }
    char digits[1100]; // the smallest double has 1074 places
    const auto [end, failure] = std::to_chars(std::begin(digits), std::end(digits), number, std::chars_format::fixed);
    out.append(digits, end);
}

void append_value(std::string& out, const Value& value) {
    if (const auto* truth = value.boolean()) {
        out += *truth ? "true" : "false";
    } else if (const auto* integer = value.integer()) {
        append_number(out, *integer);
    } else if (const auto* real = value.real()) {
        const auto start = out.size();
        append_number(out, *real);
        // Without a fraction it would be read back as an integer.
        if (std::isfinite(*real) && out.find('.', start) == std::string::npos) out += ".0";
    } else if (const auto* text = value.text()) {
        append_text(out, *text);
    } else if (const auto* items = value.array()) {
        append_items(out, *items);
    } else if (const auto* members = value.object()) {
        out += '{';
        for (std::size_t i = 0; i < members->size(); ++i) {
            if (i > 0) out += ',';
            append_text(out, (*members)[i].name);
            out += ':';
            append_value(out, (*members)[i].value);
        }
        out += '}';
    } else {
        out += "null";
    }
}

std::string quoted(std::string_view text) {
    std::string out;
    append_text(out, text);
    return out;
}

} // namespace json
