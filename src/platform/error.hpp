#pragma once
// One error, two names: a kind that code branches on, and a stable documented code that clients and support use.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// What a caller can do about it. Add one only if some caller reacts to it differently.
enum class ErrorKind : std::uint8_t {
    invalid_input,   ///< Mend the request.
    not_found,       ///< Nothing there, or nothing that this caller may know of.
    conflict,        ///< The state does not allow it now.
    stale,           ///< Read again: the version given is not the newest.
    unauthenticated, ///< Log in.
    forbidden,       ///< Ask somebody who has the right.
    too_large,       ///< Send less.
    too_many,        ///< Wait.
    unavailable,     ///< Try again: something we stand on is away.
    outcome_unknown, ///< Ask what became of it; never report it as failed.
    internal,        ///< Ours to mend: an invariant is broken. Answered 500, counted, logged.
};

/// A value inside the words of an error: a number, or text that is safe to show. Never personal data, SQL or a path.
struct ErrorValue {
    std::string name;
    std::variant<std::int64_t, std::string> value;
    bool operator==(const ErrorValue&) const = default;
};
using ErrorValues = std::vector<ErrorValue>;

/// One thing that is wrong with a request, and where.
struct Fault {
    std::string
        pointer; ///< JSON pointer as a fragment, "#/recipient/orgNumber"; the form field's name has the same path.
    std::string_view code;
    ErrorValues values;
};

struct Error {
    ErrorKind kind;
    std::string_view code; ///< "governance.case_not_found"; the words stand in the catalogues under problem.CODE.
    ErrorValues values;
    std::vector<Fault> faults;
    std::optional<int> retry_after_s;
};

/// One line of a module's table of errors (domain/errors.hpp). The words for people are two catalogue entries,
/// problem.NAME.title (fixed) and problem.NAME.detail (with the values as arguments), in i18n/LANGUAGE/MODULE.json;
/// docs/api/problems.md has one paragraph for each.
struct ErrorCode {
    std::string_view name;
    ErrorKind kind;

    [[nodiscard]] Error error(ErrorValues values = {}) const { return {kind, name, std::move(values), {}, {}}; }
    [[nodiscard]] Fault at(std::string pointer, ErrorValues values = {}) const {
        return {std::move(pointer), name, std::move(values)};
    }
    bool operator==(const ErrorCode&) const = default;
};

/// A sentence for the log, in English, without any catalogue: code, values and faults.
std::string describe(const Error&);
