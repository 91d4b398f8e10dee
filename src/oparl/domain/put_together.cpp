#include "oparl/domain/graph_object.hpp"
#include "oparl/domain/schema.hpp"

#include <algorithm>

namespace oparl {

namespace {

bool stands_inside(const Property* property) {
    return property != nullptr &&
           (property->kind == PropertyKind::embedded || property->kind == PropertyKind::embedded_many);
}

class Together {
public:
    explicit Together(const Resolve& resolve) : resolve_{resolve} {}

    json::Value fill(json::Value object) {
        const auto type = type_from(object.text_of("type"));
        if (!type) return object;
        path_.emplace_back(object.text_of("id"));
        json::Object filled;
        for (const auto& member : *object.object()) {
            const auto* property = find_property(*type, member.name);
            const bool is_inside_another = path_.size() > 1;
            if (is_inside_another && property != nullptr && property->is_back_reference) continue;
            filled.push_back({member.name, stands_inside(property) ? inside(member.value) : member.value});
        }
        path_.pop_back();
        return json::Value{std::move(filled)};
    }

private:
    json::Value inside(const json::Value& value) {
        if (value.array() != nullptr) {
            json::Array items;
            for (const auto& item : *value.array())
                items.push_back(inside(item));
            return json::Value{std::move(items)};
        }
        // What leads back to an object that is being written stays an address: it would never end.
        if (value.text() == nullptr || std::ranges::find(path_, *value.text()) != path_.end()) return value;
        auto found = resolve_(*value.text());
        return found && found->object() != nullptr ? fill(*std::move(found)) : value;
    }

    const Resolve& resolve_;
    std::vector<std::string> path_;
};

} // namespace

json::Value put_together(json::Value object, const Resolve& resolve) {
    return Together{resolve}.fill(std::move(object));
}

json::Value without_embedded(json::Value object) {
    const auto type = type_from(object.text_of("type"));
    if (!type) return object;
    auto members = *object.object();
    std::erase_if(members,
                  [&](const json::Member& member) { return stands_inside(find_property(*type, member.name)); });
    return json::Value{std::move(members)};
}

} // namespace oparl
