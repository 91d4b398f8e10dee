#pragma once
// How far a letter goes, which decides what its stamp costs.
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <string_view>

namespace dispatch {

enum class Postage : std::uint8_t { norway, europe, world };
BOOST_DESCRIBE_ENUM(Postage, norway, europe, world)

/// By the country's Norwegian name in any of both languages, or its two letters (ISO 3166-1). Nothing is Norway; what
/// is not known goes to the world.
Postage postage_to(std::string_view country);

} // namespace dispatch
