#pragma once
// The program's log: one line an event, its name first and then named values. Never personal data, never a secret:
// who did what stands in the journal, sealed; the log says how the program fares. spdlog stays behind log.cpp.
#include <concepts>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

struct Error;

/// Not named log: the C library has a function of that name.
namespace logging {

enum class Level : std::uint8_t { debug, info, warning, error };
enum class Form : std::uint8_t { logfmt, json }; ///< at=… level=… event=… name=value, or the same as one JSON object.

struct Field {
    std::string_view name; ///< camelCase; "at", "level" and "event" are taken.
    std::variant<std::int64_t, double, bool, std::string> value;

    Field(std::string_view field, bool truth) : name{field}, value{truth} {}
    template <std::integral T>
    requires(!std::same_as<T, bool>) Field(std::string_view field, T number)
        : name{field}, value{static_cast<std::int64_t>(number)} {}
    Field(std::string_view field, double number) : name{field}, value{number} {}
    Field(std::string_view field, std::string_view text) : name{field}, value{std::string{text}} {}
    Field(std::string_view field, const std::string& text) : name{field}, value{text} {}
    Field(std::string_view field, const char* text) : name{field}, value{std::string{text}} {}
};
using Fields = std::initializer_list<Field>;

struct Options {
    Level level = Level::info;
    Form form = Form::logfmt;
};

/// Writes to standard error from now on. Called once, before threads start; without it the defaults hold.
void configure(const Options&);
/// Gives each finished line (without line end) to the receiver instead; for tests. An empty receiver ends that.
void redirect(std::function<void(std::string_view line)> receiver);

void debug(std::string_view event, Fields = {});
void info(std::string_view event, Fields = {});
void warning(std::string_view event, Fields = {});
void error(std::string_view event, Fields = {});
/// With the error's code and values as the field "reason".
void warning(std::string_view event, const Error&, Fields = {});
void error(std::string_view event, const Error&, Fields = {});

/// Writes out what is buffered; before the process ends.
void flush();

} // namespace logging
