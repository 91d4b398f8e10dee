#pragma once
// A described type as a value: what the API page, /openapi.json and the tests know of it.
#include "platform/json/described_members.hpp"

#include <limits>
#include <typeinfo>

namespace json {

struct Type;
/// A function, not a pointer, so that a struct may hold a vector of itself.
using TypeReference = const Type* (*)();

struct Type {
    enum class Kind : std::uint8_t { boolean, integer, number, text, enumeration, array, object, any };

    struct Field {
        std::string_view name{}; ///< As on the wire.
        TypeReference type;
        bool is_required = false; ///< In a request body; answers leave out only empty optionals.
        bool is_optional = false; ///< A std::optional: null and absence mean nothing.
        std::string
            otherwise{}; ///< The value it has when left out, as JSON; empty when that is the type's empty value.
    };

    Kind kind = Kind::any;
    std::string name{};         ///< Of a struct or enumeration: "CaseView".
    std::string module{};       ///< Its outermost namespace: "governance".
    std::string_view format{};  ///< "date", "date-time", "uuid" or empty.
    std::size_t length_min = 0; ///< Of a text, in characters.
    std::optional<std::size_t> length_max{};
    std::optional<std::int64_t> minimum{}, maximum{};
    std::vector<std::string_view> values{}; ///< Of an enumeration.
    TypeReference items = nullptr;          ///< Of an array.
    std::vector<Field> fields{};            ///< Of an object.
};

template <class T>
const Type* type_of();

/// "governance::CaseView" as the compiler writes it, without "(anonymous namespace)".
std::string readable_name(const std::type_info&);

namespace typing {

Type named(Type::Kind, const std::type_info&);

template <std::integral T>
Type integer() {
    Type type{.kind = Type::Kind::integer};
    if (std::numeric_limits<T>::digits < 63) {
        type.minimum = static_cast<std::int64_t>(std::numeric_limits<T>::min());
        type.maximum = static_cast<std::int64_t>(std::numeric_limits<T>::max());
    } else if (std::is_unsigned_v<T>) {
        type.minimum = 0;
    }
    return type;
}

template <class T>
std::string_view format_of() {
    if constexpr (std::same_as<T, Date>) {
        return "date";
    } else if constexpr (std::same_as<T, Instant>) {
        return "date-time";
    } else if constexpr (is_id<T>) {
        return "uuid";
    } else {
        return {};
    }
}

template <class T>
Type text() {
    Type type{.kind = Type::Kind::text, .format = format_of<T>()};
    if constexpr (is_line<T> || is_words<T> || is_prose<T>) type.length_max = T::length_max;
    if constexpr (is_line<T> || is_words<T>) type.length_min = 1;
    return type;
}

/// A member's type without the optional round it.
template <class M>
struct Plain {
    using type = M;
};
template <class M>
struct Plain<std::optional<M>> {
    using type = M;
};

template <DescribedStruct T>
Type object();

template <class T>
Type make() {
    if constexpr (std::same_as<T, bool>) {
        return {.kind = Type::Kind::boolean};
    } else if constexpr (std::integral<T>) {
        return integer<T>();
    } else if constexpr (std::floating_point<T>) {
        return {.kind = Type::Kind::number};
    } else if constexpr (std::same_as<T, Value>) {
        return {.kind = Type::Kind::any};
    } else if constexpr (is_vector<T>) {
        return {.kind = Type::Kind::array, .items = &type_of<typename T::value_type>};
    } else if constexpr (DescribedEnum<T>) {
        auto type = named(Type::Kind::enumeration, typeid(T));
        type.values.assign(enumerator_names<T>.begin(), enumerator_names<T>.end());
        return type;
    } else if constexpr (DescribedStruct<T>) {
        return object<T>();
    } else {
        return text<T>();
    }
}

} // namespace typing

/// The description of a type, the same object at every call.
template <class T>
const Type* type_of() {
    static const Type type = typing::make<T>();
    return &type;
}

} // namespace json

#include "platform/json/writing.hpp"

namespace json::typing {

template <DescribedStruct T>
Type object() {
    auto type = named(Type::Kind::object, typeid(T));
    const T fresh{};
    boost::mp11::mp_for_each<MembersOf<T>>([&]<class Descriptor>(Descriptor) {
        using M = MemberType<T, Descriptor>;
        const auto& member = fresh.*Descriptor::pointer;
        const bool with_default = has_default(member);
        type.fields.push_back({.name = WireName<Descriptor>::value,
                               .type = &type_of<typename Plain<M>::type>,
                               .is_required = !may_be_absent<M> && !with_default,
                               .is_optional = is_optional<M>,
                               .otherwise = with_default ? write(member) : std::string{}});
    });
    return type;
}

} // namespace json::typing
