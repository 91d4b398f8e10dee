#pragma once
// A small XML document as a tree, for messages of others: names without prefix, white space between elements dropped.
#include "platform/xml/reader.hpp"

namespace xml {

inline constexpr std::size_t tree_depth_max = 32;
inline constexpr std::size_t tree_nodes_max = 50'000;

struct Node {
    std::string name;
    Attributes attributes{};
    std::string text{}; ///< What stands directly in it.
    std::vector<Node> children{};

    /// The first child of the name; nothing when there is none.
    [[nodiscard]] const Node* find(std::string_view child) const;
    /// Its text; "" when there is none.
    [[nodiscard]] std::string text_of(std::string_view child) const;
    [[nodiscard]] std::vector<const Node*> all(std::string_view child) const;
    [[nodiscard]] std::string_view attribute(std::string_view attribute_name) const;
};

/// Fails with platform.xml_unreadable: not well-formed, a document type, too deep, too many elements.
Result<Node> parse(std::string_view text, const std::string& name);

} // namespace xml
