#pragma once
// What kind of file it is, by its first bytes. What the sender says and what the name ends with count for nothing.
#include "platform/result.hpp"

#include <string>
#include <string_view>

namespace governance {

/// PDF, OpenDocument (text, spreadsheet, presentation), PNG, JPEG, GIF, WebP and plain text in UTF-8, by at least the
/// first 512 bytes. Fails with governance.document_type_not_allowed.
Result<std::string> media_type_of(std::string_view first_bytes);
/// True for what a browser shows safely by itself.
bool opens_in_browser(std::string_view media_type);

} // namespace governance
