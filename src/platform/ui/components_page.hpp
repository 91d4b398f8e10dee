#pragma once
#include "platform/http/router.hpp"

namespace ui {

/// Every component with invented content: what a page can be made of.
Result<http::Response> show_components(const http::Query&);

} // namespace ui
