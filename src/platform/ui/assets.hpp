#pragma once
// The browser's files, which travel inside the program under names that hold their content's hash.
#include "platform/http/router.hpp"

#include <string>
#include <string_view>

namespace ui {

/// "/assets/app.3f9c2a71.css" for "app.css". The name must be one that web/build.mjs makes.
const std::string& asset_path(std::string_view name);

/// GET /assets/{file}: as brotli or gzip when the browser takes it, to be kept for a year.
/// Fails with platform.path_not_found.
Result<http::Response> show_asset(const http::Query&);

} // namespace ui
