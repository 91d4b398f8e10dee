#include "platform/openapi/schemas.hpp"

namespace openapi {

using json::Object;
using json::Type;
using json::Value;

static bool is_component(const Type& type) {
    return type.kind == Type::Kind::object || type.kind == Type::Kind::enumeration;
}

Schemas::Schemas(const std::vector<http::Route>& routes) {
    for (const auto& route : routes) {
        for (const auto* type : {route.about.query, route.about.body}) {
            if (type) add(type, Role::request);
        }
        if (route.about.answer) add(route.about.answer, Role::answer);
    }
}

void Schemas::add(const Type* type, Role role) {
    // An enumeration is the same in both.
    const auto kept_role = type->kind == Type::Kind::enumeration ? Role::answer : role;
    if (!used_.emplace(type, kept_role).second) return;
    if (is_component(*type)) types_of_name_[type->name].insert(type);
    if (type->items) add(type->items(), role);
    for (const auto& field : type->fields)
        add(field.type(), role);
}

std::string Schemas::name_of(const Type* type, Role role) const {
    auto name = type->name;
    if (types_of_name_.at(type->name).size() > 1 && !type->module.empty()) {
        auto module = type->module;
        module.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(module.front())));
        name = module + name;
    }
    const bool has_two = used_.contains({type, Role::request}) && used_.contains({type, Role::answer});
    return role == Role::request && has_two ? name + "Input" : name;
}

static Value text_schema(const Type& type, Role role) {
    Object schema{{"type", "string"}};
    if (!type.format.empty()) schema.push_back({"format", type.format});
    if (role == Role::request && type.length_min > 0) {
        schema.push_back({"minLength", static_cast<std::int64_t>(type.length_min)});
    }
    if (type.length_max) schema.push_back({"maxLength", static_cast<std::int64_t>(*type.length_max)});
    return schema;
}

static Value integer_schema(const Type& type) {
    Object schema{{"type", "integer"}};
    if (!type.minimum && !type.maximum) schema.push_back({"format", "int64"});
    if (type.minimum) schema.push_back({"minimum", *type.minimum});
    if (type.maximum) schema.push_back({"maximum", *type.maximum});
    return schema;
}

Value Schemas::schema(const Type* type, Role role) const {
    switch (type->kind) {
    case Type::Kind::boolean:
        return Object{{"type", "boolean"}};
    case Type::Kind::integer:
        return integer_schema(*type);
    case Type::Kind::number:
        return Object{{"type", "number"}};
    case Type::Kind::text:
        return text_schema(*type, role);
    case Type::Kind::enumeration:
        return Object{{"$ref", "#/components/schemas/" + name_of(type, Role::answer)}};
    case Type::Kind::object:
        return Object{{"$ref", "#/components/schemas/" + name_of(type, role)}};
    case Type::Kind::any:
        return Object{};
    case Type::Kind::array:
        break;
    }
    Object list{{"type", "array"}, {"items", schema(type->items(), role)}};
    if (role == Role::request) list.push_back({"maxItems", std::int64_t{json::items_max}});
    return list;
}

Value Schemas::field_schema(const Type::Field& field, Role role) const {
    auto members = *schema(field.type(), role).object();
    if (role == Role::answer) return members;
    if (field.is_optional && !members.empty()) {
        return Object{{"anyOf", json::Array{Value{std::move(members)}, Value{Object{{"type", "null"}}}}}};
    }
    if (!field.otherwise.empty()) {
        if (auto otherwise = json::parse(field.otherwise)) members.push_back({"default", *std::move(otherwise)});
    }
    return members;
}

Value Schemas::object_schema(const Type& type, Role role) const {
    Object properties;
    json::Array required;
    for (const auto& field : type.fields) {
        properties.push_back({std::string{field.name}, field_schema(field, role)});
        const bool is_always_there = role == Role::request ? field.is_required : !field.is_optional;
        if (is_always_there) required.emplace_back(field.name);
    }
    Object schema{{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) schema.push_back({"required", std::move(required)});
    return schema;
}

Value Schemas::components() const {
    std::map<std::string, Value> found;
    for (const auto& [type, role] : used_) {
        if (type->kind == Type::Kind::object) found.emplace(name_of(type, role), object_schema(*type, role));
        if (type->kind != Type::Kind::enumeration) continue;
        json::Array values;
        for (const auto value : type->values)
            values.emplace_back(value);
        found.emplace(name_of(type, role), Object{{"type", "string"}, {"enum", std::move(values)}});
    }
    Object out;
    for (auto& [name, schema] : found)
        out.push_back({name, std::move(schema)});
    return out;
}

} // namespace openapi
