#include "platform/xml/tree.hpp"

#include "platform/xml/errors.hpp"

#include <algorithm>

namespace xml {

const Node* Node::find(std::string_view child) const {
    const auto found = std::ranges::find(children, child, &Node::name);
    return found == children.end() ? nullptr : &*found;
}

std::string Node::text_of(std::string_view child) const {
    const auto* found = find(child);
    return found == nullptr ? std::string{} : found->text;
}

std::vector<const Node*> Node::all(std::string_view child) const {
    std::vector<const Node*> found;
    for (const auto& each : children) {
        if (each.name == child) found.push_back(&each);
    }
    return found;
}

std::string_view Node::attribute(std::string_view attribute_name) const {
    const auto found = std::ranges::find(attributes, attribute_name, &Attributes::value_type::first);
    return found == attributes.end() ? std::string_view{} : found->second;
}

Result<Node> parse(std::string_view text, const std::string& name) {
    std::vector<Node> open{Node{}};
    std::size_t nodes = 0;
    bool is_too_large = false;
    Reading reading;
    reading.began = [&](const Path& path, const Attributes& attributes) {
        is_too_large = is_too_large || ++nodes > tree_nodes_max || path.size() > tree_depth_max;
        // What is too large is read to its end, but no more of it is kept.
        if (!is_too_large) open.push_back({path.back(), attributes});
    };
    reading.ended = [&](const Path& path, std::string_view content) {
        if (is_too_large || open.size() != path.size() + 1) return;
        open.back().text = content;
        auto done = std::move(open.back());
        open.pop_back();
        open.back().children.push_back(std::move(done));
    };
    TRY(read_text(text, name, reading));
    if (is_too_large) {
        return platform::xml_unreadable.error(
            {{"file", name}, {"line", std::int64_t{1}}, {"why", std::string{"too deep, or too many elements"}}});
    }
    return std::move(open.front().children.front());
}

} // namespace xml
