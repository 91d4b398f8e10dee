#pragma once
// The browser's files travel inside the program under names that hold their content's hash; http::Assets serves them.
#include <string>
#include <string_view>

namespace ui {

/// "/assets/app.3f9c2a71.css" for "app.css". The name must be one that web/build.mjs makes.
const std::string& asset_path(std::string_view name);

} // namespace ui
