#pragma once
// Numbers as each language writes them.
#include "platform/i18n/message.hpp"

namespace i18n {

/// Groups of three digits, between them a no-break space (a comma in English); "−" in front of what is below zero.
std::string grouped(std::int64_t number, Language);
/// Rounded to so many decimals; "–" for what is no finite number.
std::string with_decimals(double number, int digits, Language);

} // namespace i18n
