#pragma once
#include <boost/describe/enum.hpp>
#include <cstdint>

namespace dispatch {

/// Which statuses of v3 a client knows. common: those that every edition has. Older clients know VARSLET, the newest
/// SENDT_ALTINN and LEVERT_ALTINN in its place; each fails on the other's.
enum class StatusWords : std::uint8_t { common, older, newest };
BOOST_DESCRIBE_ENUM(StatusWords, common, older, newest)

} // namespace dispatch
