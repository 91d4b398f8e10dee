#pragma once
#include <string>
#include <string_view>

namespace dispatch {

/// A PDF of one page with a heading and a line, for what is invented. Letters of Latin 1 only.
std::string example_pdf(std::string_view heading, std::string_view line);

} // namespace dispatch
