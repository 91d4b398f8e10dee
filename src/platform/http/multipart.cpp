#include "platform/http/multipart.hpp"
#include "platform/errors.hpp"
#include "platform/http/header_values.hpp"
#include "platform/http/percent.hpp"
#include "platform/unicode.hpp"

#include <algorithm>

namespace http {

Result<std::string> multipart_boundary(std::string_view content_type) {
    const auto parsed = parse_parameterised(content_type);
    const auto boundary = parsed.parameter("boundary");
    // RFC 2046 lists the characters; a space may not come last.
    static constexpr std::string_view marks = "'()+_,-./:=? ";
    const auto is_allowed = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || marks.find(letter) != std::string_view::npos;
    };
    if (!boundary || boundary->empty() || boundary->size() > 70 || boundary->back() == ' ' ||
        !std::ranges::all_of(*boundary, is_allowed)) {
        return platform::multipart_malformed.error({{"part", std::int64_t{0}}});
    }
    return std::string{*boundary};
}

Result<std::string> clean_file_name(std::string_view sent, std::size_t bytes_max) {
    if (!unicode::is_valid(sent)) return platform::file_name_refused.error();
    const auto folder_end = sent.find_last_of("/\\");
    if (folder_end != std::string_view::npos) sent.remove_prefix(folder_end + 1);
    auto name = unicode::composed(std::string{unicode::trimmed(sent)});
    if (name.empty() || name == "." || name == ".." || name.size() > bytes_max ||
        unicode::has_control_characters(name)) {
        return platform::file_name_refused.error();
    }
    return name;
}

MultipartReader::MultipartReader(std::string_view boundary, MultipartReceiver& receiver, MultipartLimits limits,
                                 MultipartShape shape)
    : delimiter_{"\r\n--" + std::string{boundary}}, receiver_{receiver}, limits_{limits}, shape_{shape},
      // The first boundary may open the body; every other one begins with the line end before it.
      waiting_{"\r\n"} {}

Error MultipartReader::malformed() const {
    return platform::multipart_malformed.error({{"part", static_cast<std::int64_t>(parts_)}});
}

Result<void> MultipartReader::take(std::string_view piece) {
    if (state_ == State::epilogue) return {};
    waiting_ += piece;
    while (TRY(step())) {
    }
    return {};
}

Result<void> MultipartReader::finish() {
    if (state_ != State::epilogue) return malformed();
    return {};
}

/// Understands some of what is waiting; false when more must arrive first.
Result<bool> MultipartReader::step() {
    switch (state_) {
    case State::preamble:
    case State::content:
        return find_boundary();
    case State::after_boundary:
        return read_after_boundary();
    case State::head:
        return read_head();
    case State::epilogue:
        waiting_.clear();
        return false;
    }
    return false;
}

Result<bool> MultipartReader::find_boundary() {
    const auto found = waiting_.find(delimiter_);
    const bool is_found = found != std::string::npos;
    // A boundary may have begun in the last bytes.
    const auto certain = is_found ? found : waiting_.size() - std::min(waiting_.size(), delimiter_.size() - 1);
    if (state_ == State::content) {
        TRY(pass_on(std::string_view{waiting_}.substr(0, certain)));
        if (is_found) TRY(end_part());
    }
    waiting_.erase(0, is_found ? found + delimiter_.size() : certain);
    if (is_found) state_ = State::after_boundary;
    return is_found;
}

Result<bool> MultipartReader::read_after_boundary() {
    if (waiting_.size() < 2) return false;
    if (waiting_.starts_with("--")) {
        state_ = State::epilogue;
        return true;
    }
    // Blanks may follow a boundary (RFC 2046, transport padding); anything else means that it was none.
    const auto line_end = waiting_.find("\r\n");
    const auto before = std::string_view{waiting_}.substr(0, line_end);
    if (!without_blanks(before).empty() && before != "\r") return malformed();
    if (line_end == std::string::npos) {
        if (waiting_.size() > limits_.head_bytes_max) return malformed();
        return false;
    }
    // The head keeps this line end, so that an empty head looks like any other.
    waiting_.erase(0, line_end);
    if (parts_ == limits_.parts_max) {
        return platform::too_many_parts.error({{"limit", static_cast<std::int64_t>(limits_.parts_max)}});
    }
    ++parts_;
    state_ = State::head;
    return true;
}

Result<bool> MultipartReader::read_head() {
    const auto end = waiting_.find("\r\n\r\n");
    if (std::min(end, waiting_.size()) > limits_.head_bytes_max) return malformed();
    if (end == std::string::npos) return false;
    TRY(begin_part(std::string_view{waiting_}.substr(0, end)));
    waiting_.erase(0, end + 4);
    state_ = State::content;
    return true;
}

/// What browsers write for '"', CR and LF inside a name (HTML Standard, "multipart/form-data").
static std::string without_browser_escapes(std::string name) {
    static constexpr std::pair<std::string_view, char> escapes[] = {{"%22", '"'}, {"%0D", '\r'}, {"%0A", '\n'}};
    for (const auto& [escape, letter] : escapes) {
        for (auto at = name.find(escape); at != std::string::npos; at = name.find(escape, at + 1)) {
            name.replace(at, escape.size(), 1, letter);
        }
    }
    return name;
}

/// The name that the sender gives the file; nothing when the part is a plain field.
static Result<std::optional<std::string>> sent_file_name(const Parameterised& disposition) {
    if (const auto extended = disposition.parameter("filename*")) {
        const auto language = extended->find('\'');
        const auto text = language == std::string_view::npos ? language : extended->find('\'', language + 1);
        if (text == std::string_view::npos || !equal_ignoring_case(extended->substr(0, language), "utf-8")) {
            return platform::file_name_refused.error();
        }
        auto decoded = percent_decoded(extended->substr(text + 1));
        if (!decoded) return platform::file_name_refused.error();
        return std::optional{*std::move(decoded)};
    }
    const auto plain = disposition.parameter("filename");
    if (!plain) return std::optional<std::string>{};
    return std::optional{without_browser_escapes(std::string{*plain})};
}

struct MultipartReader::PartHead {
    Parameterised disposition;
    std::string declared_type, content_id;
};

Result<MultipartReader::PartHead> MultipartReader::part_head(std::string_view head) const {
    PartHead found;
    while (!head.empty()) {
        head.remove_prefix(2); // Each line stands after its line end.
        const auto end = std::min(head.find("\r\n"), head.size());
        const auto line = head.substr(0, end);
        head.remove_prefix(end);
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) return malformed();
        const auto name = lower_case(without_blanks(line.substr(0, colon)));
        const auto value = without_blanks(line.substr(colon + 1));
        if (name == "content-disposition") found.disposition = parse_parameterised(value);
        if (name == "content-type") found.declared_type = value;
        if (name == "content-id" && value.starts_with('<') && value.ends_with('>')) {
            found.content_id = value.substr(1, value.size() - 2);
        }
        if (name == "content-transfer-encoding" && !equal_ignoring_case(value, "binary") &&
            !equal_ignoring_case(value, "8bit") && !equal_ignoring_case(value, "7bit")) {
            return malformed();
        }
    }
    if (found.declared_type.starts_with("multipart/")) return malformed();
    return found;
}

Result<void> MultipartReader::begin_related_part(PartHead head) {
    name_ = std::move(head.content_id);
    kind_ = parts_ == 1 ? Kind::field : Kind::file;
    if (kind_ == Kind::field) return {};
    if (name_.empty() || !unicode::is_valid(name_)) return malformed();
    return receiver_.file_begins(name_, {}, std::move(head.declared_type));
}

Result<void> MultipartReader::begin_part(std::string_view text) {
    auto head = TRY(part_head(text));
    value_.clear();
    if (shape_ == MultipartShape::related) return begin_related_part(std::move(head));
    const auto name = head.disposition.parameter("name");
    if (head.disposition.word != "form-data" || !name) return malformed();
    name_ = without_browser_escapes(std::string{*name});
    if (!unicode::is_valid(name_)) return platform::bad_encoding.error({{"position", std::int64_t{0}}});

    kind_ = Kind::field;
    const auto file_name = TRY(sent_file_name(head.disposition));
    if (!file_name) return {};
    kind_ = file_name->empty() ? Kind::unchosen_file : Kind::file;
    if (kind_ == Kind::unchosen_file) return {};
    auto cleaned = TRY(clean_file_name(*file_name, limits_.file_name_bytes_max));
    return receiver_.file_begins(name_, std::move(cleaned), std::move(head.declared_type));
}

Result<void> MultipartReader::pass_on(std::string_view bytes) {
    if (bytes.empty()) return {};
    if (kind_ == Kind::file) return receiver_.file_bytes(bytes);
    if (kind_ == Kind::unchosen_file) return platform::file_name_refused.error();
    if (value_.size() + bytes.size() > limits_.field_bytes_max) {
        return platform::field_too_large.error(
            {{"field", name_}, {"limit", static_cast<std::int64_t>(limits_.field_bytes_max)}});
    }
    value_ += bytes;
    return {};
}

Result<void> MultipartReader::end_part() {
    if (kind_ == Kind::file) return receiver_.file_ends();
    if (kind_ == Kind::unchosen_file) return {};
    if (const auto position = unicode::first_invalid_byte(value_)) {
        return platform::bad_encoding.error({{"position", static_cast<std::int64_t>(*position)}});
    }
    return receiver_.field(std::move(name_), std::move(value_));
}

} // namespace http
