#include "platform/http/request.hpp"
#include "platform/errors.hpp"
#include "platform/http/header_values.hpp"
#include "platform/http/percent.hpp"
#include "platform/unicode.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace http {

static constexpr std::size_t form_fields_max = 2000;

std::string_view name_of(Method method) {
    static constexpr std::array<std::string_view, 7> names{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    return names[static_cast<std::size_t>(method)];
}

std::string_view media_type(Format format) {
    static constexpr std::array<std::string_view, 9> types{"text/html",
                                                           "application/json",
                                                           "text/csv",
                                                           "application/atom+xml",
                                                           "text/calendar",
                                                           "application/x-ndjson",
                                                           "application/ld+json",
                                                           "application/octet-stream",
                                                           "text/event-stream"};
    return types[static_cast<std::size_t>(format)];
}

std::string_view suffix(Format format) {
    static constexpr std::array<std::string_view, 9> suffixes{".html",   ".json",   ".csv", ".atom", ".ics",
                                                              ".ndjson", ".jsonld", "",     ""};
    return suffixes[static_cast<std::size_t>(format)];
}

std::optional<std::string_view> Form::first(std::string_view name) const {
    for (const auto& [field, value] : fields_) {
        if (field == name) return value;
    }
    return std::nullopt;
}

std::vector<std::string_view> Form::all(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const auto& [field, value] : fields_) {
        if (field == name) values.emplace_back(value);
    }
    return values;
}

static Result<std::string> decoded_word(std::string_view encoded, std::int64_t position) {
    auto word = percent_decoded(encoded, true);
    if (!word || !unicode::is_valid(*word)) return platform::bad_encoding.error({{"position", position}});
    return *std::move(word);
}

Result<Form> Form::parse(std::string_view encoded) {
    Form form;
    for (std::size_t begin = 0; begin < encoded.size();) {
        const auto end = std::min(encoded.find('&', begin), encoded.size());
        const auto field = encoded.substr(begin, end - begin);
        const auto position = static_cast<std::int64_t>(begin);
        begin = end + 1;
        if (field.empty()) continue;
        if (form.fields_.size() == form_fields_max) {
            return platform::too_many_fields.error({{"limit", std::int64_t{form_fields_max}}});
        }
        const auto equals = std::min(field.find('='), field.size());
        auto name = TRY(decoded_word(field.substr(0, equals), position));
        auto value = TRY(decoded_word(equals < field.size() ? field.substr(equals + 1) : std::string_view{}, position));
        form.add(std::move(name), std::move(value));
    }
    return form;
}

std::string Form::to_string() const {
    std::string encoded;
    for (const auto& [name, value] : fields_) {
        if (!encoded.empty()) encoded += '&';
        encoded += percent_encoded(name) + '=' + percent_encoded(value);
    }
    return encoded;
}

std::optional<std::string_view> Request::header(std::string_view lower_case_name) const {
    const auto found = std::ranges::find(headers, lower_case_name, &std::pair<std::string, std::string>::first);
    if (found == headers.end()) return std::nullopt;
    return found->second;
}

std::string_view Request::path_value(std::string_view name) const {
    const auto found = path_values.find(name);
    return found == path_values.end() ? std::string_view{} : std::string_view{found->second};
}

std::optional<std::string_view> Request::cookie(std::string_view name) const {
    for (const auto& [field, value] : headers) {
        if (field != "cookie") continue;
        for (const auto pair : split_list(value, ';')) {
            const auto equals = pair.find('=');
            if (equals == std::string_view::npos || without_blanks(pair.substr(0, equals)) != name) continue;
            auto content = without_blanks(pair.substr(equals + 1));
            if (content.size() >= 2 && content.front() == '"' && content.back() == '"') {
                content = content.substr(1, content.size() - 2);
            }
            return content;
        }
    }
    return std::nullopt;
}

std::optional<std::string_view> Request::bearer_token() const {
    static constexpr std::string_view scheme = "Bearer ";
    const auto credentials = header("authorization");
    if (!credentials || !equal_ignoring_case(credentials->substr(0, scheme.size()), scheme)) return std::nullopt;
    return without_blanks(credentials->substr(scheme.size()));
}

bool Request::has_json_body() const {
    const auto type = header("content-type");
    if (!type) return false;
    const auto word = parse_parameterised(*type).word;
    return word == "application/json" || (word.starts_with("application/") && word.ends_with("+json"));
}

/// A version that no resource has: what was sent is a condition, only not one that can hold.
static constexpr std::int64_t never = -1;

static std::int64_t version_in(std::string_view text) {
    std::int64_t version = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), version);
    if (fault != std::errc{} || version < 1) return never;
    return end == text.data() + text.size() || *end == '.' ? version : never;
}

std::optional<std::int64_t> Request::expected_version() const {
    if (const auto if_match = header("if-match")) {
        const auto tags = split_list(*if_match);
        if (tags.empty()) return never;
        auto tag = tags.front();
        if (tag == "*") return std::nullopt;
        if (tag.starts_with("W/")) return never; // RFC 9110, section 13.1.1: If-Match compares strongly.
        const bool is_quoted = tag.size() > 2 && tag.front() == '"' && tag.back() == '"';
        return is_quoted ? version_in(tag.substr(1, tag.size() - 2)) : never;
    }
    const auto field = form.first("version");
    if (!field || field->empty()) return std::nullopt;
    return version_in(*field);
}

std::optional<std::string> Request::request_key() const {
    if (const auto key = header("idempotency-key"); key && !key->empty()) return unquoted(*key);
    if (const auto key = form.first("requestKey"); key && !key->empty()) return std::string{*key};
    return std::nullopt;
}

} // namespace http
