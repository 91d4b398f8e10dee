#pragma once
#include <string>

namespace dispatch {

/// An organisation number without the blanks that people write in it: "971 032 146" and "971032146" are one recipient.
/// What is no such number stays as it is, for whoever finds fault with it.
std::string plain_organisation_number(std::string text);

} // namespace dispatch
