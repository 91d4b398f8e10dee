#include "platform/log/line.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace logging {

namespace {

/// Escapes as JSON does. Bytes that are no UTF-8 pass: a log line must never fail.
std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const auto character : text) {
        switch (character) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(character) < 0x20 || character == 0x7f)
                out += fmt::format("\\u{:04x}", static_cast<unsigned char>(character));
            else
                out += character;
        }
    }
    return out += '"';
}

bool needs_quotes(std::string_view text) {
    return text.empty() || std::any_of(text.begin(), text.end(), [](unsigned char character) {
               return character <= ' ' || character == '"' || character == '=' || character == '\\' ||
                      character == 0x7f;
           });
}

std::string written(Form form, const std::variant<std::int64_t, double, bool, std::string>& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
    if (const auto* real = std::get_if<double>(&value)) return std::isfinite(*real) ? fmt::format("{}", *real) : "null";
    const auto& text = std::get<std::string>(value);
    return form == Form::json || needs_quotes(text) ? in_quotes(text) : text;
}

} // namespace

std::string_view name_of(Level level) {
    switch (level) {
    case Level::debug:
        return "debug";
    case Level::info:
        return "info";
    case Level::warning:
        return "warning";
    case Level::error:
        break;
    }
    return "error";
}

std::string line(Form form, Instant at, Level level, std::string_view event, std::span<const Field> fields) {
    const auto is_json = form == Form::json;
    auto out =
        is_json ? fmt::format(R"({{"at":"{}","level":"{}","event":{})", to_string(at), name_of(level), in_quotes(event))
                : fmt::format("at={} level={} event={}", to_string(at), name_of(level), event);
    for (const auto& field : fields)
        out += is_json ? fmt::format(",{}:{}", in_quotes(field.name), written(form, field.value))
                       : fmt::format(" {}={}", field.name, written(form, field.value));
    if (is_json) out += '}';
    return out;
}

} // namespace logging
