#pragma once
// Walks through a JSON document without keeping it: for files with millions of numbers, of which a tree would be ten
// times the file.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace json {

/// Reads from left to right; the caller says what it expects next. A fault is remembered, everything after it answers
/// "nothing more", and failed_at() tells where: callers check once, at the end.
///
///     if (scanner.enter_object())
///         while (const auto name = scanner.next_member())
///             if (*name == "x") x = scanner.number(); else scanner.skip();
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_{text} {}

    enum class Kind : std::uint8_t { object, array, text, number, boolean, null, nothing };
    /// What comes next, without going past it.
    [[nodiscard]] Kind peek();
    /// True when an object (array) came; then its members (items) are to be taken one by one until there is none.
    bool enter_object();
    bool enter_array();
    std::optional<std::string> next_member();
    bool next_item();
    /// The value, or an empty one when something else came.
    std::string text();
    double number();
    /// Goes past whatever comes, however deep.
    void skip();
    /// How many arrays open right here, one inside the other, without going past them.
    [[nodiscard]] int arrays_ahead();

    /// True when the whole document has been read and nothing but white space follows.
    [[nodiscard]] bool is_finished();
    [[nodiscard]] std::optional<std::size_t> failed_at() const { return failed_at_; }
    [[nodiscard]] std::size_t position() const { return at_; }

private:
    void fail();
    void skip_space();
    bool take(char letter);
    bool enter(char open);
    bool next(char close);
    void append_escape(std::string& out);
    std::optional<unsigned> four_hex_digits();

    std::string_view text_;
    std::size_t at_ = 0;
    int depth_ = 0;
    bool is_first_ = false; ///< True right after an opening bracket, when no comma may come.
    std::optional<std::size_t> failed_at_;
};

} // namespace json
