#pragma once
#include <string_view>

/// The program's version, from the file VERSION.
std::string_view version();
