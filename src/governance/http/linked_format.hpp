#pragma once
#include "platform/http/request.hpp"

#include <vector>

namespace governance {

/// JSON-LD comes last: who takes anything gets a page.
inline std::vector<http::Format> with_linked(std::vector<http::Format> formats, bool is_offered) {
    if (is_offered) formats.push_back(http::Format::jsonld);
    return formats;
}

} // namespace governance
