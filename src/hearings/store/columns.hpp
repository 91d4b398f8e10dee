#pragma once
#include "platform/db/columns.hpp"

namespace hearings {

using db::word; // Its arguments are words of this module, so the name is not found by them.

} // namespace hearings
