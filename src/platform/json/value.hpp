#pragma once
// A JSON document as a light tree that keeps the order of the source. Boost.JSON stays behind parser.cpp.
#include "platform/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace json {

inline constexpr std::size_t depth_max = 32;
inline constexpr std::size_t items_max = 10'000; ///< Of an array, and members of an object.

class Value;
struct Member;
using Array = std::vector<Value>;
using Object = std::vector<Member>; ///< In the order of the source; names are unique.

class Value {
public:
    Value(); ///< null
    Value(std::nullptr_t);
    Value(bool truth);
    Value(std::int64_t number);
    Value(int number);
    Value(double number);
    Value(const char* text);
    Value(std::string_view text);
    Value(std::string text);
    Value(Array items);
    Value(Object members);
    Value(const Value&);
    Value(Value&&) noexcept;
    Value& operator=(const Value&);
    Value& operator=(Value&&) noexcept;
    ~Value();

    [[nodiscard]] bool is_null() const { return content_.index() == 0; }
    // Nothing when the value is of another type.
    [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&content_); }
    [[nodiscard]] const std::int64_t* integer() const { return std::get_if<std::int64_t>(&content_); }
    [[nodiscard]] const double* real() const { return std::get_if<double>(&content_); }
    [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&content_); }
    [[nodiscard]] const Array* array() const { return std::get_if<Array>(&content_); }
    [[nodiscard]] const Object* object() const { return std::get_if<Object>(&content_); }

    /// The member of an object; nothing when there is none, or when this is no object.
    [[nodiscard]] const Value* find(std::string_view name) const;
    /// The text of that member, or "".
    [[nodiscard]] std::string_view text_of(std::string_view name) const;
    [[nodiscard]] std::int64_t integer_of(std::string_view name, std::int64_t otherwise = 0) const;

    friend bool operator==(const Value&, const Value&);

private:
    std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object> content_;
};

struct Member {
    std::string name;
    Value value;
    friend bool operator==(const Member&, const Member&);
};

/// Reads one document. Numbers without fraction and exponent that fit are integers, all others doubles.
///
/// Fails with platform.body_not_json (line, column), platform.bad_encoding (position: the byte), and with
/// platform.request_faulty for a name twice in an object, more than depth_max levels, more than items_max items, a
/// number beyond double.
Result<Value> parse(std::string_view text);

/// No spaces; members in their order. Parsing it gives the same value.
std::string to_string(const Value&);

} // namespace json
