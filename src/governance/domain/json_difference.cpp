#include "governance/domain/json_difference.hpp"

namespace governance {

static void compare_json(const json::Value& left, const json::Value& right, const std::string& place,
                         std::vector<JsonDifference>& differences) {
    if (left.object() == nullptr || right.object() == nullptr) {
        if (!(left == right)) differences.push_back({place, json::to_string(left), json::to_string(right)});
        return;
    }
    const auto below = [&](const std::string& name) { return place.empty() ? name : place + "." + name; };
    for (const auto& member : *right.object()) {
        const auto* other = left.find(member.name);
        if (other != nullptr) {
            compare_json(*other, member.value, below(member.name), differences);
        } else {
            differences.push_back({below(member.name), {}, json::to_string(member.value)});
        }
    }
    for (const auto& member : *left.object()) {
        if (right.find(member.name) == nullptr) {
            differences.push_back({below(member.name), json::to_string(member.value), {}});
        }
    }
}

std::vector<JsonDifference> json_differences(const json::Value& left, const json::Value& right) {
    std::vector<JsonDifference> differences;
    compare_json(left, right, "", differences);
    return differences;
}

} // namespace governance
