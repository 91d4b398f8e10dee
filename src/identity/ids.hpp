#pragma once
#include "platform/id.hpp"

namespace identity {

using SessionId = Id<struct SessionTag>;
using HoldingId = Id<struct HoldingTag>;
using ClientId = Id<struct ClientTag>;

} // namespace identity
