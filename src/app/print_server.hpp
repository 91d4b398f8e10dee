#pragma once
// The printer's machine, as the settings name it.
#include "app/config.hpp"
#include "platform/sftp/connection.hpp"

#include <optional>

namespace app {

/// Nothing when dispatch.print_server is not set. Fails with app.configuration_faulty and every fault at once: an
/// address that is none, a file that is not named or cannot be read, a folder set besides.
Result<std::optional<sftp::Target>> print_server(const Config&);

} // namespace app
