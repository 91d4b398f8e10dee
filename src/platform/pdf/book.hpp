#pragma once
// What a PDF shall hold: text that is set here, and pages of other PDFs, in the order they are named.
#include "platform/clock.hpp"
#include "platform/pdf/file.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pdf {

/// Whether pages of others stand as they are, or turned and scaled down until they fit an upright sheet of A4.
enum class Fit : std::uint8_t { as_is, a4 };

/// Which pages of a file, from 0.
struct PageRange {
    int first = 0, count = 0;
};

/// A place on the sheet, from its upper left corner.
struct Place {
    double left_mm = 0, top_mm = 0, width_mm = 100;
};

/// Written from the first page to the last. A heading is a bookmark too; text begins where the text before it ended.
class Book {
public:
    /// language: "nb". The time is what the file says it was made at.
    Book(std::string_view title, std::string_view language, Instant made_at);

    /// At the foot of each page that is set here from now on; {page} and {pages} stand for the numbers. "" for none.
    Book& footer(std::string_view pattern);
    /// Level 1 to 3.
    Book& heading(int level, std::string_view text);
    /// A heading that has no bookmark.
    Book& title(std::string_view text);
    Book& paragraph(std::string_view text);
    /// Smaller and paler.
    Book& note(std::string_view text);
    /// In a frame, so that nobody overlooks it.
    Book& notice(std::string_view text);
    Book& points(const std::vector<std::string>& numbered);
    Book& bullets(const std::vector<std::string>& entries);
    /// Markdown; its headings become headings without bookmarks.
    Book& markdown(std::string_view text);
    /// The first row holds the names of the columns; widths are relative.
    Book& table(const std::vector<int>& widths, const std::vector<std::vector<std::string>>& rows);
    /// The headings of a level with the pages they stand on.
    Book& contents(int level);
    /// Lines at a place of their own, with nothing before or after moved.
    Book& block(Place, const std::vector<std::string>& lines, bool is_large = false);

    /// What follows begins on a page of its own.
    Book& page();
    /// What follows begins on the front of a sheet; an empty page is put in when it would not.
    Book& sheet();
    /// Pages of another file; a bookmark of the level given leads there, when one is named.
    Book& insert(std::shared_ptr<File>, PageRange, Fit, int level = 2, std::string_view bookmark = {});
    /// Remembers where this place comes to stand; the first mark is the first in Bound::marks.
    Book& mark();

    /// For the workshop: one instruction a line, fields behind tabs.
    [[nodiscard]] const std::string& script() const { return script_; }
    [[nodiscard]] const std::vector<std::shared_ptr<File>>& files() const { return files_; }

private:
    Book& line(std::string_view kind, const std::vector<std::string>& fields);
    std::string script_;
    std::vector<std::shared_ptr<File>> files_;
};

} // namespace pdf
