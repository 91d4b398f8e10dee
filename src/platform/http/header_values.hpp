#pragma once
// What stands inside header fields: media types with parameters, lists with weights, quoted strings, entity tags.
#include "platform/http/request.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace http {

/// ASCII only, as HTTP compares names.
std::string lower_case(std::string_view text);
bool equal_ignoring_case(std::string_view left, std::string_view right);
/// Without spaces and tabs at both ends.
std::string_view without_blanks(std::string_view text);
/// At the separator, but not inside quoted strings; blanks round the parts are dropped, and so are empty parts.
std::vector<std::string_view> split_list(std::string_view text, char separator = ',');
/// The content of a quoted string, or the text as it is when it is not quoted. A backslash only guards '"' and '\'.
std::string unquoted(std::string_view text);

/// "text/html; charset=utf-8" or "form-data; name=a": the first word in lower case and the parameters.
struct Parameterised {
    std::string word;
    std::vector<std::pair<std::string, std::string>> parameters; ///< Names in lower case, values unquoted.
    [[nodiscard]] std::optional<std::string_view> parameter(std::string_view name) const;
};
Parameterised parse_parameterised(std::string_view value);

/// The format of those offered that an Accept header likes best: by weight, then by how exactly it was named, then
/// HTML, then the order offered. Nothing when none will do. An empty header accepts everything. Source: RFC 9110,
/// section 12.5.1.
std::optional<Format> preferred_format(std::string_view accept, std::span<const Format> offered);
/// True when Accept-Encoding names the coding, or '*', with a weight above 0.
bool accepts_coding(std::string_view accept_encoding, std::string_view coding);

/// True when If-None-Match lists the tag ('*' and weak tags included), so that the client has it already.
bool lists_tag(std::string_view if_none_match, std::string_view tag);

/// One range of bytes, both ends included.
struct ByteRange {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    bool operator==(const ByteRange&) const = default;
};
enum class RangeOutcome : std::uint8_t { whole, part, unsatisfiable };
/// Reads a Range header against a length. Several ranges, other units and nonsense ask for the whole, as RFC 9110,
/// section 14.2, allows.
RangeOutcome parse_range(std::string_view range, std::uint64_t length, ByteRange& found);

/// Content-Disposition with a name in any script: an ASCII fallback and filename* (RFC 6266).
std::string content_disposition(std::string_view kind, std::string_view file_name);

} // namespace http
