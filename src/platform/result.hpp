#pragma once
// Failures are values. docs/decisions/0002 says why not std::expected on this tool chain.
#include "platform/error.hpp"

#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

/// A value or the error that stood in its way. Dropping one does not compile.
template <class T>
class [[nodiscard]] Result {
public:
    using value_type = T;
    Result(T value) : state_{std::in_place_index<0>, std::move(value)} {}
    Result(Error error) : state_{std::in_place_index<1>, std::move(error)} {}

    [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }
    T& operator*() & { return std::get<0>(state_); }
    const T& operator*() const& { return std::get<0>(state_); }
    /// By value: "for (auto& each : *list_them())" would else run over a list that is gone.
    T operator*() && { return std::get<0>(std::move(state_)); }
    T* operator->() { return &std::get<0>(state_); }
    const T* operator->() const { return &std::get<0>(state_); }
    [[nodiscard]] const Error& error() const& { return std::get<1>(state_); }
    [[nodiscard]] Error&& error() && { return std::get<1>(std::move(state_)); }

private:
    std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    using value_type = void;
    Result() = default;
    Result(Error error) : error_{std::move(error)} {}

    [[nodiscard]] bool has_value() const noexcept { return !error_; }
    explicit operator bool() const noexcept { return has_value(); }
    void operator*() const noexcept {}
    [[nodiscard]] const Error& error() const& { return *error_; }
    [[nodiscard]] Error&& error() && { return *std::move(error_); }

private:
    std::optional<Error> error_;
};

/// Gives the value, or leaves the function with the error.
#define TRY(expr) TRY_NUMBERED(expr, __COUNTER__)
// A name of its own for each use, so that one may stand inside a lambda inside another.
#define TRY_NUMBERED(expr, number) TRY_NAMED(expr, number)
#define TRY_NAMED(expr, number)                                                                                        \
    __extension__({                                                                                                    \
        auto try_result_##number = (expr);                                                                             \
        if (!try_result_##number) {                                                                                    \
            return std::move(try_result_##number).error();                                                             \
        }                                                                                                              \
        *std::move(try_result_##number);                                                                               \
    })
