#pragma once
// CSV as RFC 4180 writes it, UTF-8 with a byte order mark so that spreadsheets read æøå.
#include "platform/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace csv {

struct Table {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
};

/// Cells that a spreadsheet would run as a formula (=, +, -, @, tab) get an apostrophe in front, numbers excepted; so
/// do those that have apostrophes before such a sign: two different cells are never written alike.
std::string write(const Table&);
/// Comma or semicolon, quotes, both line ends, with or without byte order mark. The first row names the columns.
/// Fails with platform.csv_faulty, naming the lines.
Result<Table> read(std::string_view bytes);

} // namespace csv
