#include "platform/error.hpp"

#include <fmt/format.h>

static std::string words(const ErrorValues& values) {
    std::string out;
    for (const auto& [name, value] : values) {
        const auto shown = std::holds_alternative<std::string>(value)
                               ? fmt::format("\"{}\"", std::get<std::string>(value))
                               : fmt::format("{}", std::get<std::int64_t>(value));
        out += fmt::format("{}{}={}", out.empty() ? " " : ", ", name, shown);
    }
    return out;
}

std::string describe(const Error& error) {
    auto out = std::string{error.code} + words(error.values);
    for (const auto& fault : error.faults) {
        out += fmt::format("; {} {}{}", fault.pointer, fault.code, words(fault.values));
    }
    return out;
}
