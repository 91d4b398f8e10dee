#pragma once
// Two JSON documents laid side by side.
#include "platform/json/value.hpp"

namespace governance {

/// A member that the two say differently; empty where one of them does not have it.
struct JsonDifference {
    std::string member; ///< "tally.inFavour"
    std::string left, right;
};
/// In the order of the right one; lists are compared whole.
std::vector<JsonDifference> json_differences(const json::Value& left, const json::Value& right);

} // namespace governance
