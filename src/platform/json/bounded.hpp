#pragma once
// Text with its limits in its type, so that check, schema and form field agree.
#include <cstddef>
#include <string>

/// One line: 1 to Max characters (Unicode code points), trimmed, no control characters.
template <std::size_t Max>
struct Line : std::string {
    static constexpr std::size_t length_max = Max;
    using std::string::string;
    Line(std::string text) : std::string{std::move(text)} {}
};

/// Several lines that say something: 1 to Max characters, not all of them white space; else as Prose.
template <std::size_t Max>
struct Words : std::string {
    static constexpr std::size_t length_max = Max;
    using std::string::string;
    Words(std::string text) : std::string{std::move(text)} {}
};

/// Several lines, Markdown where people see it: 0 to Max characters, line ends normalised to \n, no control characters
/// but \n and \t.
template <std::size_t Max>
struct Prose : std::string {
    static constexpr std::size_t length_max = Max;
    using std::string::string;
    Prose(std::string text) : std::string{std::move(text)} {}
};
