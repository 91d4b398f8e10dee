#pragma once
// The folder here that the printer fetches from: a run's files come whole or not at all, the list last.
#include "dispatch/actions/print_place.hpp"

namespace dispatch {

class PrintFolder : public PrintPlace {
public:
    explicit PrintFolder(std::string path) : path_{std::move(path)} {}

    Result<void> prepare() override;
    Result<void> put(const std::string& name, const pdf::File&) override;
    Result<void> put(const std::string& name, std::string_view bytes) override;
    Result<std::optional<std::string>> receipt(const std::string& run) override;
    Result<void> clear(const std::string& run) override;

private:
    std::string path_;
};

} // namespace dispatch
