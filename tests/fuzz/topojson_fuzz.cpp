// Border files come from outside: no bytes may break the reader, the cutting, or the drawing.
#include "directory/domain/map_drawing.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto borders = directory::read_borders({reinterpret_cast<const char*>(bytes), size});
    if (borders) directory::draw_map(*borders);
    return 0;
}
