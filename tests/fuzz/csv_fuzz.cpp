// Whatever the bytes: no crash; a table that was read is square, and is read back from what is written of it.
#include "platform/csv.hpp"
#include "platform/ensure.hpp"

#include <cstdint>

/// Cells that a spreadsheet would run get an apostrophe when written, so they come back with it.
static bool is_changed_by_writing(const std::string& cell) {
    return !cell.empty() && std::string_view{"=+-@\t\r"}.find(cell.front()) != std::string_view::npos;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto table = csv::read({reinterpret_cast<const char*>(bytes), size});
    if (!table) return 0;
    const auto again = csv::read(csv::write(*table));
    ensure_or_stop(again.has_value() && again->rows.size() == table->rows.size());
    for (std::size_t row = 0; row < table->rows.size(); ++row) {
        ensure_or_stop(table->rows[row].size() == table->columns.size());
        for (std::size_t column = 0; column < table->columns.size(); ++column) {
            const auto& cell = table->rows[row][column];
            ensure_or_stop(is_changed_by_writing(cell) || again->rows[row][column] == cell);
        }
    }
    return 0;
}
