#pragma once
// The script of a book, as the process that makes it reads it.
#include <string>
#include <string_view>
#include <vector>

namespace pdf {

inline constexpr char line_end_in_field = '\x1e';

struct Instruction {
    std::string kind;
    std::vector<std::string> fields;
    /// "" when there is none.
    [[nodiscard]] const std::string& field(std::size_t position) const;
    /// 0 when it is none.
    [[nodiscard]] int number(std::size_t position) const;
};
std::vector<Instruction> read_script(std::string_view script);

/// Where the pages come from, in order.
struct Leaf {
    enum class From : unsigned char { set, file, nowhere };
    From from = From::nowhere;
    int file = 0; ///< Which, when from a file.
    int page = 0; ///< Of the set pages, or of the file; from 0.
    bool is_fitted = false;
};

struct SetBookmark {
    int level = 1;
    int page = 1;
    std::string title;
};

/// What setting a script gives: pages with text, and how all of them lie.
struct Composition {
    std::string set_pages; ///< A PDF; empty when no page was set.
    std::string title, language;
    std::vector<Leaf> leaves;
    std::vector<SetBookmark> bookmarks;
    std::vector<int> marks;
};
/// Throws std::runtime_error when the letters cannot be drawn.
Composition compose(const std::vector<Instruction>&, const std::vector<int>& pages_of_files);

} // namespace pdf
