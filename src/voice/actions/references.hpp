#pragma once
// What a request names and nobody has: told together, each at its field.
#include "platform/faults.hpp"
