#pragma once
#include "oparl/http/own_graph.hpp"

namespace oparl {

/// Gathers the members of one object; what is empty is left out.
class OwnGraph::Writing {
public:
    Writing(std::string id, ObjectType type) {
        members_.push_back({"id", json::Value{std::move(id)}});
        members_.push_back({"type", json::Value{type_address(type)}});
    }
    Writing& text(std::string_view name, std::string_view value) {
        if (!value.empty()) members_.push_back({std::string{name}, json::Value{value}});
        return *this;
    }
    Writing& value(std::string_view name, json::Value value) {
        members_.push_back({std::string{name}, std::move(value)});
        return *this;
    }
    Writing& texts(std::string_view name, const std::vector<std::string>& values) {
        if (values.empty()) return *this;
        json::Array items;
        for (const auto& each : values)
            items.emplace_back(each);
        return value(name, json::Value{std::move(items)});
    }
    /// Ends with the times and the page for people.
    json::Value end(const governance::open_record::Times& times, std::string_view web = {}) {
        text("created", to_string(times.created)).text("modified", to_string(times.modified)).text("web", web);
        return json::Value{std::move(members_)};
    }

private:
    json::Object members_;
};

} // namespace oparl
