#pragma once
// How large a municipality is, in the classes that the sector speaks of.
#include <boost/describe/enum.hpp>
#include <cstdint>

namespace directory {

/// small: fewer than 5,000 inhabitants. medium: fewer than 20,000. large: fewer than 50,000. largest: the rest.
enum class Size : std::uint8_t { small, medium, large, largest };
BOOST_DESCRIBE_ENUM(Size, small, medium, large, largest)

constexpr Size size_of(std::int64_t inhabitants) {
    if (inhabitants < 5'000) return Size::small;
    if (inhabitants < 20'000) return Size::medium;
    return inhabitants < 50'000 ? Size::large : Size::largest;
}

} // namespace directory
