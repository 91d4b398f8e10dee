// A form is a list of names and values; its names say where in a document each value belongs.
#include "platform/json/reading.hpp"
#include "platform/unicode.hpp"

#include <map>

namespace json::reading {
namespace {

struct Node {
    Array values; ///< All text.
    std::map<std::string, Node, std::less<>> members;
};

/// "points[0].text" -> points, 0, text; "tags[]" -> tags. Names of any other form are one step.
std::vector<std::string_view> steps_of(std::string_view name) {
    std::vector<std::string_view> steps;
    auto rest = name;
    while (!rest.empty()) {
        const bool is_bracket = rest.front() == '[';
        const auto end = is_bracket ? rest.find(']') : rest.find_first_of(".[");
        if (is_bracket && end == std::string_view::npos) return {name};
        const auto step = is_bracket ? rest.substr(1, end - 1) : rest.substr(0, end);
        if (!step.empty()) {
            steps.push_back(step);
        } else if (!is_bracket) {
            return {name};
        }
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + (is_bracket ? 1 : 0));
        if (rest.starts_with('.')) {
            rest.remove_prefix(1);
            if (rest.empty()) return {name};
        }
    }
    return steps.empty() ? std::vector{name} : steps;
}

Value converted(Node node, const Place& place, Reader& reader) {
    if (node.members.empty()) {
        return node.values.size() == 1 ? std::move(node.values.front()) : Value{std::move(node.values)};
    }
    if (!node.values.empty()) reader.fault(place, platform::duplicate_field);
    Object members;
    for (auto& [name, inner] : node.members)
        members.push_back({name, converted(std::move(inner), place.member(name), reader)});
    return members;
}

/// Goes to the node of a field, making it; nothing, and the fault noted, when a limit is in the way.
Node* find_node(Node& root, const std::vector<std::string_view>& steps, Reader& reader) {
    if (steps.size() > depth_max) {
        reader.fault(Place{}.member(steps.front()), platform::too_deep, {{"max", std::int64_t{depth_max}}});
        return nullptr;
    }
    auto* node = &root;
    for (const auto step : steps) {
        auto found = node->members.find(step);
        if (found == node->members.end()) {
            if (node->members.size() == items_max) return nullptr;
            found = node->members.try_emplace(std::string{step}).first;
        }
        node = &found->second;
    }
    return node;
}

} // namespace

Value document(const FormFields& fields, Reader& reader) {
    Node root;
    const Place top;
    bool has_room = true;
    for (const auto& [name, value] : fields) {
        if (!unicode::is_valid(name) || !unicode::is_valid(value)) {
            reader.fault(unicode::is_valid(name) ? top.member(name) : top, platform::bad_encoding);
            continue;
        }
        auto* node = find_node(root, steps_of(name), reader);
        const bool fits = node && node->values.size() < items_max;
        if (fits) node->values.emplace_back(value);
        has_room = has_room && (fits || steps_of(name).size() > depth_max);
    }
    if (!has_room) {
        reader.fault(top, platform::too_many_items,
                     {{"count", static_cast<std::int64_t>(fields.size())}, {"max", std::int64_t{items_max}}});
    }
    return root.members.empty() ? Value{Object{}} : converted(std::move(root), top, reader);
}

} // namespace json::reading
