#pragma once
// The files that come with this module: grammars of Noark 5's parts and the usual retention plan.
#include "platform/embedded.hpp"

namespace embedded {

std::span<const File> archive_facts();

} // namespace embedded
