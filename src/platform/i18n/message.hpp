#pragma once
// What the generated texts are made of: a key is an address into one module's catalogue, never a string.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace i18n {

/// The languages people see, in the order of the catalogues. Bokmål is the source and always complete.
enum class Language : std::uint8_t { nb, nn, se, en };
inline constexpr std::size_t language_count = 4;

struct Entry {
    std::string_view key;
    std::string_view patterns[language_count]; ///< ICU MessageFormat 1; empty where the translation is missing.
};

struct Catalogue {
    std::string_view module;
    std::span<const Entry> entries;
};

/// A message without arguments.
struct Message {
    const Catalogue* catalogue;
    std::uint16_t index;
};

using Value = std::variant<std::int64_t, std::string>;

struct Argument {
    std::string_view name;
    Value value;
    Argument(std::string_view argument, std::int64_t number) : name{argument}, value{number} {}
    Argument(std::string_view argument, std::string_view words) : name{argument}, value{std::string{words}} {}
};

/// A message with its arguments.
struct Filled {
    Message message;
    std::vector<Argument> arguments;
};

} // namespace i18n
