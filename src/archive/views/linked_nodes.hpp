#pragma once
// The pieces that JSON-LD of cases and of meetings is made of.
#include "platform/clock.hpp"
#include "platform/json/value.hpp"

#include <string>
#include <string_view>

namespace archive {

/// An object of the graph. What is empty is left out.
class LinkedNode {
public:
    LinkedNode(std::string_view type, std::string_view id);
    LinkedNode& text(std::string_view name, std::string_view value);
    /// A title that everybody may read; the standard's sensitive form is given the same words, so that nothing leaks.
    LinkedNode& open_title(std::string_view name, std::string_view value);
    LinkedNode& number(std::string_view name, std::int64_t value);
    LinkedNode& date(std::string_view name, Date value);
    LinkedNode& time(std::string_view name, Instant value);
    /// Another object of the graph, or a code of the standard ("arkiv:avsluttet").
    LinkedNode& link(std::string_view name, std::string_view id);
    LinkedNode& links(std::string_view name, const std::vector<std::string>& ids);
    LinkedNode& texts(std::string_view name, const std::vector<std::string>& values);
    [[nodiscard]] json::Value value() const { return members_; }

private:
    LinkedNode& member(std::string_view name, json::Value value);
    json::Object members_;
};

/// A Skjerming with its hjemmel; gives its id.
std::string add_shield(json::Array& graph, std::string_view of, std::string_view basis);
/// The document: context and graph. withdrawn: ids of what was removed, in eInnsyn's form of a withdrawal.
std::string linked_text(json::Array graph, std::string_view public_url, const json::Array& withdrawn = {});
/// "Skjermet", for what has a title that may not be read.
inline constexpr std::string_view hidden_title = "Skjermet";

} // namespace archive
