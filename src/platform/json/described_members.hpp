#pragma once
// What Boost.Describe knows of a type, in the form that reading, writing and type need.
#include "platform/clock.hpp"
#include "platform/id.hpp"
#include "platform/json/bounded.hpp"
#include "platform/json/value.hpp"

#include <array>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace json {

template <class T>
concept DescribedStruct = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;
template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

/// Text on the wire with a check of its own: Uuid, Id, and domain types such as organisation numbers.
template <class T>
concept Textual = !DescribedStruct<T> && requires(const T& value, std::string_view text) {
    { value.to_string() } -> std::convertible_to<std::string>;
    { T::parse(text) } -> std::same_as<Result<T>>;
};

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;
template <class T>
inline constexpr bool is_line = false;
template <std::size_t Max>
inline constexpr bool is_line<Line<Max>> = true;
template <class T>
inline constexpr bool is_words = false;
template <std::size_t Max>
inline constexpr bool is_words<Words<Max>> = true;
template <class T>
inline constexpr bool is_prose = false;
template <std::size_t Max>
inline constexpr bool is_prose<Prose<Max>> = true;
template <class T>
inline constexpr bool is_id = std::same_as<T, Uuid>;
template <class Tag>
inline constexpr bool is_id<Id<Tag>> = true;

template <DescribedStruct T>
using MembersOf = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;
template <class T, class Descriptor>
using MemberType = std::remove_cvref_t<decltype(std::declval<T&>().*Descriptor::pointer)>;

/// The name of a member on the wire, made at compile time: opens_at is opensAt; a trailing underscore, which keeps a
/// name apart from a C++ word, is left out.
template <class Descriptor>
struct WireName {
    static constexpr std::size_t source_length = std::char_traits<char>::length(Descriptor::name);
    static constexpr auto made = [] {
        struct {
            std::array<char, source_length + 1> letters{};
            std::size_t length = 0;
        } name;
        bool is_start_of_word = false;
        for (std::size_t i = 0; i < source_length; ++i) {
            const char letter = Descriptor::name[i];
            if (letter == '_') {
                is_start_of_word = name.length > 0;
                continue;
            }
            const bool rises = is_start_of_word && letter >= 'a' && letter <= 'z';
            name.letters[name.length++] = rises ? static_cast<char>(letter - 'a' + 'A') : letter;
            is_start_of_word = false;
        }
        return name;
    }();
    static constexpr std::string_view value{made.letters.data(), made.length};
};

/// The names of an enumeration on the wire, in the order described: snake_case as in the code, without a trailing
/// underscore.
template <DescribedEnum E>
inline constexpr auto enumerator_names =
    []<template <class...> class List, class... Descriptors>(List<Descriptors...>*) {
        constexpr auto name = [](std::string_view text) {
            return text.ends_with('_') ? text.substr(0, text.size() - 1) : text;
        };
        return std::array<std::string_view, sizeof...(Descriptors)>{name(Descriptors::name)...};
    }(static_cast<boost::describe::describe_enumerators<E>*>(nullptr));

template <DescribedEnum E>
inline constexpr auto enumerator_values =
    []<template <class...> class List, class... Descriptors>(List<Descriptors...>*) {
        return std::array<E, sizeof...(Descriptors)>{Descriptors::value...};
    }(static_cast<boost::describe::describe_enumerators<E>*>(nullptr));

/// The name of an enumerator on the wire; also for catalogue keys ("case.state." + name).
template <DescribedEnum E>
constexpr std::string_view name_of(E value) {
    for (std::size_t i = 0; i < enumerator_values<E>.size(); ++i) {
        if (enumerator_values<E>[i] == value) return enumerator_names<E>[i];
    }
    return {};
}

/// The enumerator with that name on the wire; nothing when there is none.
template <DescribedEnum E>
constexpr std::optional<E> enumerator_of(std::string_view name) {
    for (std::size_t i = 0; i < enumerator_names<E>.size(); ++i) {
        if (enumerator_names<E>[i] == name) return enumerator_values<E>[i];
    }
    return {};
}

/// True when a member may be left out of a request, because its type has an empty value that is good: then it keeps
/// that value. A member that its struct gives another value than the empty one may be left out too (see has_default).
template <class M>
inline constexpr bool may_be_absent =
    is_optional<M> || is_vector<M> || is_prose<M> || std::same_as<M, std::string> || std::same_as<M, Value>;

/// True when a member of a fresh object has another value than its type's empty one: int page = 1.
template <class M>
bool has_default(const M& member) {
    if constexpr (is_vector<M>) {
        return !member.empty();
    } else if constexpr (is_optional<M>) {
        return member.has_value();
    } else if constexpr (std::default_initializable<M> && requires { member == M{}; }) {
        return !(member == M{});
    } else {
        return false;
    }
}

} // namespace json
