#include "platform/json/value.hpp"

#include "platform/json/writing.hpp"

namespace json {

Value::Value() = default;
Value::Value(std::nullptr_t) {}
Value::Value(bool truth) : content_{truth} {}
Value::Value(std::int64_t number) : content_{number} {}
Value::Value(int number) : content_{std::int64_t{number}} {}
Value::Value(double number) : content_{number} {}
Value::Value(const char* text) : content_{std::string{text}} {}
Value::Value(std::string_view text) : content_{std::string{text}} {}
Value::Value(std::string text) : content_{std::move(text)} {}
Value::Value(Array items) : content_{std::move(items)} {}
Value::Value(Object members) : content_{std::move(members)} {}
Value::Value(const Value&) = default;
Value::Value(Value&&) noexcept = default;
Value& Value::operator=(const Value&) = default;
Value& Value::operator=(Value&&) noexcept = default;
Value::~Value() = default;

bool operator==(const Value& left, const Value& right) {
    return left.content_ == right.content_;
}

bool operator==(const Member& left, const Member& right) {
    return left.name == right.name && left.value == right.value;
}

const Value* Value::find(std::string_view name) const {
    if (const auto* members = object()) {
        for (const auto& member : *members) {
            if (member.name == name) return &member.value;
        }
    }
    return nullptr;
}

std::string_view Value::text_of(std::string_view name) const {
    const auto* member = find(name);
    const auto* found = member ? member->text() : nullptr;
    return found ? std::string_view{*found} : std::string_view{};
}

std::int64_t Value::integer_of(std::string_view name, std::int64_t otherwise) const {
    const auto* member = find(name);
    const auto* found = member ? member->integer() : nullptr;
    return found ? *found : otherwise;
}

std::string to_string(const Value& value) {
    std::string out;
    append_value(out, value);
    return out;
}

} // namespace json
