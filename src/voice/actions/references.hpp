#pragma once
// What a request names and nobody has: told together, each at its field.
#include "platform/errors.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace voice {

class Faults {
public:
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
    void add(Fault fault) { faults_.push_back(std::move(fault)); }
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

} // namespace voice
