#pragma once
// Identifiers that cross the border of this module.
#include "platform/id.hpp"

namespace directory {

using OrganisationId = Id<struct OrganisationTag>;
using PersonId = Id<struct PersonTag>;
using RoleId = Id<struct RoleTag>;

} // namespace directory
