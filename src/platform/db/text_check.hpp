#pragma once
// What PostgreSQL refuses as text and SQLite would keep.
#include <string_view>

namespace db {

/// True for UTF-8 (RFC 3629: shortest form, no surrogates, at most U+10FFFF) without zero bytes.
bool is_storable_text(std::string_view);

} // namespace db
