// Whatever the bytes: no crash; a table that was read is square, and is read back from what is written of it.
#include "platform/csv.hpp"
#include "platform/ensure.hpp"

#include <cstdint>

/// Cells that a spreadsheet would run get an apostrophe when written, so they come back with it and are else the same.
static bool came_back(const std::string& cell, const std::string& again) {
    return again == cell ||
           (std::string_view{"=+-@\t\r'"}.find(cell.front()) != std::string_view::npos && again == "'" + cell);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto table = csv::read({reinterpret_cast<const char*>(bytes), size});
    if (!table) return 0;
    const auto again = csv::read(csv::write(*table));
    ensure_or_stop(again.has_value() && again->rows.size() == table->rows.size());
    for (std::size_t row = 0; row < table->rows.size(); ++row) {
        ensure_or_stop(table->rows[row].size() == table->columns.size());
        for (std::size_t column = 0; column < table->columns.size(); ++column) {
            ensure_or_stop(came_back(table->rows[row][column], again->rows[row][column]));
        }
    }
    return 0;
}
