#pragma once
// Everything that is wrong with a request, told together, each at its field.
#include "platform/errors.hpp"
#include "platform/result.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

class Faults {
public:
    void add(Fault fault) { faults_.push_back(std::move(fault)); }
    /// A text that must say something.
    void need(std::string_view text, std::string pointer) {
        if (text.empty()) add(platform::empty.at(std::move(pointer)));
    }
    /// A reference that leads nowhere, or whose number is malformed, is a fault of the field; any other failure is kept
    /// as it is.
    template <class T>
    void take(const Result<T>& found, std::string pointer) {
        if (found) return;
        const auto& error = found.error();
        const bool is_fault = error.kind == ErrorKind::not_found || error.kind == ErrorKind::invalid_input;
        if (is_fault) {
            faults_.push_back({std::move(pointer), error.code, error.values});
        } else if (!failure_) {
            failure_ = error;
        }
    }
    /// Fails with platform.request_faulty when anything was wrong.
    [[nodiscard]] Result<void> result() const {
        if (failure_) return *failure_;
        if (faults_.empty()) return {};
        auto error = platform::request_faulty.error();
        error.faults = faults_;
        return error;
    }

private:
    std::vector<Fault> faults_;
    std::optional<Error> failure_;
};
