#pragma once
// Text on sheets of A4, drawn with Pango and Cairo from top to bottom.
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pdf {

/// How a run of text looks, and what it is to a screen reader.
struct Style {
    const char* font;
    const char* role; ///< As PDF names it: "P", "H1".
    double space_before = 0, space_after = 0;
    double indent = 0;
    double grey = 0; ///< 0 is black.
};

namespace style {
inline constexpr Style title{"DejaVu Sans Bold 18", "H1", 0, 10, 0, 0};
inline constexpr Style heading1{"DejaVu Sans Bold 14", "H1", 14, 6, 0, 0};
inline constexpr Style heading2{"DejaVu Sans Bold 11", "H2", 12, 4, 0, 0};
inline constexpr Style heading3{"DejaVu Sans Bold 9.5", "H3", 9, 3, 0, 0};
inline constexpr Style paragraph{"DejaVu Sans 9.5", "P", 0, 6, 0, 0};
inline constexpr Style note{"DejaVu Sans 8.5", "P", 0, 6, 0, 0.3};
inline constexpr Style notice{"DejaVu Sans 9.5", "P", 6, 12, 10, 0};
inline constexpr Style entry{"DejaVu Sans 9.5", "LBody", 0, 3, 22, 0};
inline constexpr Style cell{"DejaVu Sans 9", "TD", 0, 0, 0, 0};
inline constexpr Style head_cell{"DejaVu Sans Bold 9", "TH", 0, 0, 0, 0};
inline constexpr Style block{"DejaVu Sans 10", "P", 0, 0, 0, 0};
inline constexpr Style large_block{"DejaVu Sans Bold 12", "P", 0, 0, 0, 0};
} // namespace style

/// Knows how far down the page it has come, and begins the next page when there is no more room.
class Sheets {
public:
    Sheets(std::string_view title, std::string_view made_at);
    ~Sheets();
    Sheets(const Sheets&) = delete;
    Sheets& operator=(const Sheets&) = delete;

    /// Asked when a page ends, for the words at its foot.
    void set_footer(std::function<std::string()> footer) { footer_ = std::move(footer); }
    void text(std::string_view words, const Style&, std::string_view label = {});
    void framed(std::string_view words, const Style&);
    /// One row; widths in shares.
    void row(const std::vector<std::string>& cells, const std::vector<int>& widths, const Style&);
    /// Words to the left, others to the right on the same line.
    void pair(std::string_view words, std::string_view right, const Style&);
    void at(double left, double top, double width, const std::vector<std::string>& lines, const Style&);

    /// Makes the next drawing stand on a page of its own; nothing when nothing stands on this one.
    void end_page();
    /// So that a heading and what follows it are not parted.
    void keep(double height);
    [[nodiscard]] bool has_begun_page() const { return has_begun_; }
    /// Pages ended so far.
    [[nodiscard]] int ended() const { return ended_; }
    std::string finish();

private:
    struct Drawing;
    void begin_page();
    void make_room(double height);

    std::unique_ptr<Drawing> drawing_;
    std::function<std::string()> footer_;
    double down_ = 0;
    bool has_begun_ = false;
    int ended_ = 0;
};

} // namespace pdf
