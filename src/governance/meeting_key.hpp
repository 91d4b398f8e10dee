#pragma once
// The address of a meeting: body, year and number in the year. It stays the same when the meeting is moved.
#include <fmt/format.h>
#include <string>
#include <string_view>

namespace governance {

/// "hovedstyret-2026-3"
inline std::string meeting_key(std::string_view body_slug, int year, int number) {
    return fmt::format("{}-{}-{}", body_slug, year, number);
}

/// "/meetings/hovedstyret-2026-3"
inline std::string meeting_path(std::string_view body_slug, int year, int number) {
    return "/meetings/" + meeting_key(body_slug, year, number);
}

} // namespace governance
