#pragma once
// What other modules draw on a page of ours.
#include "platform/http/call.hpp"

#include <functional>
#include <vector>

namespace governance {

/// One after the other, in the order in which the program wired them.
template <class IdType>
Result<Html> drawn_panels(const http::Query& query,
                          const std::vector<std::function<Result<Html>(const http::Query&, IdType)>>& panels,
                          IdType id) {
    Html drawn;
    for (const auto& panel : panels) {
        drawn += TRY(panel(query, id));
    }
    return drawn;
}

} // namespace governance
