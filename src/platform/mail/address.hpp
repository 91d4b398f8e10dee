#pragma once
#include <string_view>

namespace mail {

/// Whether mail can be sent to it: one address, ASCII, with a domain. Whether somebody is there, only a mail tells.
bool looks_like_address(std::string_view);

} // namespace mail
