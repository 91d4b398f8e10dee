#pragma once
// gzip for what is text; zlib stays behind compression.cpp.
#include <string>
#include <string_view>

namespace http {

/// Level 6, without name and time, so that the same bytes give the same bytes.
std::string gzip(std::string_view bytes);
/// True for HTML, JSON, XML, CSV, calendars, style sheets, scripts and other text.
bool is_worth_compressing(std::string_view content_type);

} // namespace http
