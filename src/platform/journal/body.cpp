#include "platform/ensure.hpp"
#include "platform/journal/journal.hpp"
#include "platform/json/writing.hpp"

#include <algorithm>

namespace journal {

namespace {

void add(std::vector<Body::Field>& fields, std::string_view key, std::string json, std::string_view person_id = {}) {
    const auto is_new = std::none_of(fields.begin(), fields.end(), [&](const auto& field) { return field.key == key; });
    ensure(is_new);
    fields.push_back({std::string{key}, std::move(json), std::string{person_id}});
}

} // namespace

Body& Body::text(std::string_view key, std::string_view value) {
    add(fields_, key, json::quoted(value));
    return *this;
}

Body& Body::number(std::string_view key, std::int64_t value) {
    add(fields_, key, std::to_string(value));
    return *this;
}

Body& Body::flag(std::string_view key, bool value) {
    add(fields_, key, value ? "true" : "false");
    return *this;
}

Body& Body::texts(std::string_view key, const std::vector<std::string>& values) {
    add(fields_, key, json::write(values));
    return *this;
}

Body& Body::personal(std::string_view key, std::string_view person_id, std::string_view value) {
    ensure(!person_id.empty());
    add(fields_, key, json::quoted(value), person_id);
    return *this;
}

} // namespace journal
