#include "platform/json/scanner.hpp"

#include <charconv>
#include <cstring>

namespace json {

static constexpr int depth_limit = 64;

static void append_utf8(std::string& out, unsigned code_point) {
    const auto byte = [&](unsigned value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
    if (code_point < 0x80) {
        byte(code_point);
    } else if (code_point < 0x800) {
        byte(0xC0 | code_point >> 6);
        byte(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        byte(0xE0 | code_point >> 12);
        byte(0x80 | (code_point >> 6 & 0x3F));
        byte(0x80 | (code_point & 0x3F));
    } else {
        byte(0xF0 | code_point >> 18);
        byte(0x80 | (code_point >> 12 & 0x3F));
        byte(0x80 | (code_point >> 6 & 0x3F));
        byte(0x80 | (code_point & 0x3F));
    }
}

void Scanner::fail() {
    if (!failed_at_) failed_at_ = at_;
    at_ = text_.size();
}

void Scanner::skip_space() {
    while (at_ < text_.size() && std::strchr(" \t\r\n", text_[at_]) && text_[at_] != '\0') {
        ++at_;
    }
}

bool Scanner::take(char letter) {
    skip_space();
    if (at_ >= text_.size() || text_[at_] != letter) return false;
    ++at_;
    return true;
}

Scanner::Kind Scanner::peek() {
    skip_space();
    if (at_ >= text_.size()) return Kind::nothing;
    switch (text_[at_]) {
    case '{':
        return Kind::object;
    case '[':
        return Kind::array;
    case '"':
        return Kind::text;
    case 't':
    case 'f':
        return Kind::boolean;
    case 'n':
        return Kind::null;
    default:
        return Kind::number;
    }
}

bool Scanner::enter(char open) {
    if (!take(open) || ++depth_ > depth_limit) {
        fail();
        return false;
    }
    is_first_ = true;
    return true;
}

bool Scanner::enter_object() {
    return enter('{');
}

bool Scanner::enter_array() {
    return enter('[');
}

bool Scanner::next(char close) {
    if (failed_at_) return false;
    if (take(close)) {
        --depth_;
        is_first_ = false;
        return false;
    }
    if (!is_first_ && !take(',')) {
        fail();
        return false;
    }
    is_first_ = false;
    return true;
}

std::optional<std::string> Scanner::next_member() {
    if (!next('}')) return {};
    auto name = text();
    if (!take(':')) fail();
    if (failed_at_) return {};
    return name;
}

bool Scanner::next_item() {
    return next(']');
}

std::optional<unsigned> Scanner::four_hex_digits() {
    if (at_ + 4 > text_.size()) return {};
    unsigned value = 0;
    const auto* begin = text_.data() + at_;
    const auto [end, fault] = std::from_chars(begin, begin + 4, value, 16);
    if (fault != std::errc{} || end != begin + 4) return {};
    at_ += 4;
    return value;
}

void Scanner::append_escape(std::string& out) {
    static constexpr std::string_view letters = "\"\\/bfnrt", meant = "\"\\/\b\f\n\r\t";
    if (at_ >= text_.size()) return fail();
    const char letter = text_[at_++];
    if (const auto known = letters.find(letter); known != std::string_view::npos) {
        out += meant[known];
        return;
    }
    auto code_point = letter == 'u' ? four_hex_digits() : std::nullopt;
    if (code_point && *code_point >= 0xD800 && *code_point < 0xDC00 && text_.substr(at_, 2) == "\\u") {
        at_ += 2;
        const auto low = four_hex_digits();
        const bool is_pair = low && *low >= 0xDC00 && *low < 0xE000;
        code_point = is_pair ? std::optional{0x10000 + ((*code_point - 0xD800) << 10) + (*low - 0xDC00)} : std::nullopt;
    }
    if (!code_point || (*code_point >= 0xD800 && *code_point < 0xE000)) return fail();
    append_utf8(out, *code_point);
}

std::string Scanner::text() {
    std::string out;
    if (failed_at_ || !take('"')) {
        fail();
        return out;
    }
    while (at_ < text_.size() && text_[at_] != '"') {
        const char letter = text_[at_++];
        if (letter == '\\') {
            append_escape(out);
        } else if (static_cast<unsigned char>(letter) < 0x20) {
            fail();
        } else {
            out += letter;
        }
    }
    if (at_ >= text_.size()) {
        fail();
        return {};
    }
    ++at_;
    return out;
}

double Scanner::number() {
    skip_space();
    double value = 0;
    const auto* begin = text_.data() + at_;
    const auto [end, fault] = std::from_chars(begin, text_.data() + text_.size(), value);
    // from_chars also takes "inf" and "nan", which JSON has no words for.
    const bool is_number = at_ < text_.size() && (*begin == '-' || (*begin >= '0' && *begin <= '9'));
    if (fault != std::errc{} || !is_number || !(value - value == 0)) {
        fail();
        return 0;
    }
    at_ += static_cast<std::size_t>(end - begin);
    return value;
}

void Scanner::skip() {
    switch (peek()) {
    case Kind::object:
        enter_object();
        while (next_member()) {
            skip();
        }
        return;
    case Kind::array:
        enter_array();
        while (next_item()) {
            skip();
        }
        return;
    case Kind::text:
        text();
        return;
    case Kind::number:
        number();
        return;
    case Kind::boolean:
    case Kind::null:
        for (const std::string_view word : {"true", "false", "null"}) {
            if (text_.substr(at_).starts_with(word)) {
                at_ += word.size();
                return;
            }
        }
        fail();
        return;
    case Kind::nothing:
        fail();
        return;
    }
}

int Scanner::arrays_ahead() {
    int count = 0;
    for (auto at = at_; at < text_.size() && count <= depth_limit; ++at) {
        if (text_[at] == '[') {
            ++count;
        } else if (!std::strchr(" \t\r\n", text_[at])) {
            break;
        }
    }
    return count;
}

bool Scanner::is_finished() {
    skip_space();
    return !failed_at_ && at_ == text_.size() && depth_ == 0;
}

} // namespace json
