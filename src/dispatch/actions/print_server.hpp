#pragma once
// The folder on the printer's machine.
#include "dispatch/actions/print_place.hpp"
#include "platform/sftp/connection.hpp"

namespace dispatch {

class PrintServer : public PrintPlace {
public:
    explicit PrintServer(sftp::Target target) : connection_{std::move(target)} {}

    Result<void> prepare() override;
    Result<void> put(const std::string& name, const pdf::File&) override;
    Result<void> put(const std::string& name, std::string_view bytes) override;
    Result<std::optional<std::string>> receipt(const std::string& run) override;
    Result<void> clear(const std::string& run) override;

private:
    sftp::Connection connection_;
};

} // namespace dispatch
