#pragma once
// Those that a look ahead asks and does not wait for.
#include "platform/json/described.hpp"

namespace dispatch {

/// Who was away.
enum class Unanswered : std::uint8_t { virus_scanner, document_workshop, contact_register, organisation_register };
BOOST_DESCRIBE_ENUM(Unanswered, virus_scanner, document_workshop, contact_register, organisation_register)

} // namespace dispatch
