#include "platform/http/header_values.hpp"
#include "platform/http/percent.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <tuple>

namespace http {

static char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string lower_case(std::string_view text) {
    std::string lowered{text};
    std::ranges::transform(lowered, lowered.begin(), lower);
    return lowered;
}

bool equal_ignoring_case(std::string_view left, std::string_view right) {
    return std::ranges::equal(left, right, {}, lower, lower);
}

std::string_view without_blanks(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::vector<std::string_view> split_list(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    bool is_quoted = false;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size()) {
            if (is_quoted && text[i] == '\\' && i + 1 < text.size()) {
                ++i;
                continue;
            }
            if (text[i] == '"') is_quoted = !is_quoted;
            if (is_quoted || text[i] != separator) continue;
        }
        if (const auto part = without_blanks(text.substr(begin, i - begin)); !part.empty()) parts.push_back(part);
        begin = i + 1;
    }
    return parts;
}

std::string unquoted(std::string_view text) {
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::string{text};
    std::string content;
    text = text.substr(1, text.size() - 2);
    for (std::size_t i = 0; i < text.size(); ++i) {
        // Browsers send "C:\plan.pdf" as it is, so a backslash before anything else is a backslash.
        if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\')) ++i;
        content += text[i];
    }
    return content;
}

std::optional<std::string_view> Parameterised::parameter(std::string_view name) const {
    const auto found = std::ranges::find(parameters, name, &std::pair<std::string, std::string>::first);
    if (found == parameters.end()) return std::nullopt;
    return found->second;
}

Parameterised parse_parameterised(std::string_view value) {
    Parameterised parsed;
    const auto parts = split_list(value, ';');
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto equals = parts[i].find('=');
        if (i == 0) {
            parsed.word = lower_case(parts[i]);
        } else if (equals != std::string_view::npos) {
            parsed.parameters.emplace_back(lower_case(without_blanks(parts[i].substr(0, equals))),
                                           unquoted(without_blanks(parts[i].substr(equals + 1))));
        }
    }
    return parsed;
}

/// "0.8" in thousandths; 0 for what is no weight, so that nonsense is not preferred.
static int weight_of(const Parameterised& range) {
    const auto text = range.parameter("q");
    if (!text) return 1000;
    if (text->empty() || text->size() > 5 || (text->front() != '0' && text->front() != '1')) return 0;
    int weight = (text->front() - '0') * 1000;
    int unit = 100;
    for (std::size_t i = 1; i < text->size(); ++i) {
        const auto letter = (*text)[i];
        if (i == 1 ? letter != '.' : (letter < '0' || letter > '9')) return 0;
        if (i == 1) continue;
        weight += (letter - '0') * unit;
        unit /= 10;
    }
    return std::min(weight, 1000);
}

/// 3 for the type itself, 2 for "text/*", 1 for "*/*", 0 when the range does not hold it.
static int exactness(std::string_view range, Format format) {
    const auto type = media_type(format);
    if (range == type || (format == Format::json && range == "application/problem+json")) return 3;
    if (range.ends_with("/*") && range != "*/*" && type.starts_with(range.substr(0, range.size() - 1))) return 2;
    // A download is whatever it is: a client that named the type exactly could not have known it.
    return range == "*/*" || format == Format::binary ? 1 : 0;
}

std::optional<Format> preferred_format(std::string_view accept, std::span<const Format> offered) {
    std::vector<std::pair<Parameterised, int>> ranges;
    for (const auto part : split_list(accept)) {
        auto range = parse_parameterised(part);
        const auto weight = weight_of(range);
        ranges.emplace_back(std::move(range), weight);
    }
    if (ranges.empty()) ranges.emplace_back(Parameterised{"*/*", {}}, 1000);

    std::optional<Format> best;
    std::tuple<int, int, bool> best_rank{0, 0, false};
    for (const auto format : offered) {
        int exact = 0;
        int weight = 0;
        for (const auto& [range, range_weight] : ranges) {
            const auto fits = exactness(range.word, format);
            if (fits > exact) std::tie(exact, weight) = std::pair{fits, range_weight};
        }
        const std::tuple rank{weight, exact, format == Format::html};
        if (weight > 0 && (!best || rank > best_rank)) std::tie(best, best_rank) = std::pair{format, rank};
    }
    return best;
}

bool accepts_coding(std::string_view accept_encoding, std::string_view coding) {
    int weight = 0;
    bool is_named = false;
    for (const auto part : split_list(accept_encoding)) {
        const auto range = parse_parameterised(part);
        if (range.word == coding) {
            is_named = true;
            weight = weight_of(range);
        } else if (range.word == "*" && !is_named) {
            weight = weight_of(range);
        }
    }
    return weight > 0;
}

bool lists_tag(std::string_view if_none_match, std::string_view tag) {
    if (tag.empty()) return false;
    return std::ranges::any_of(split_list(if_none_match), [&](std::string_view listed) {
        if (listed == "*") return true;
        if (listed.starts_with("W/")) listed.remove_prefix(2);
        return listed == tag;
    });
}

static std::optional<std::uint64_t> whole_number(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return number;
}

RangeOutcome parse_range(std::string_view range, std::uint64_t length, ByteRange& found) {
    if (!range.starts_with("bytes=") || range.find(',') != std::string_view::npos) return RangeOutcome::whole;
    range = without_blanks(range.substr(6));
    const auto dash = range.find('-');
    if (dash == std::string_view::npos) return RangeOutcome::whole;
    const auto from = whole_number(range.substr(0, dash));
    const auto to = whole_number(range.substr(dash + 1));

    if (dash == 0) { // "-500": the last 500 bytes
        if (!to) return RangeOutcome::whole;
        if (*to == 0 || length == 0) return RangeOutcome::unsatisfiable;
        found = {length - std::min(*to, length), length - 1};
        return RangeOutcome::part;
    }
    const bool is_open = dash + 1 == range.size();
    if (!from || (!to && !is_open) || (to && *to < *from)) return RangeOutcome::whole;
    if (*from >= length) return RangeOutcome::unsatisfiable;
    found = {*from, is_open ? length - 1 : std::min(*to, length - 1)};
    return RangeOutcome::part;
}

std::string content_disposition(std::string_view kind, std::string_view file_name) {
    std::string plain;
    for (const char letter : file_name) {
        const bool is_safe = letter >= ' ' && letter < 0x7f && letter != '"' && letter != '\\' && letter != '%';
        plain += is_safe ? letter : '_';
    }
    if (plain == file_name) return fmt::format("{}; filename=\"{}\"", kind, plain);
    return fmt::format("{}; filename=\"{}\"; filename*=UTF-8''{}", kind, plain, percent_encoded(file_name));
}

} // namespace http
