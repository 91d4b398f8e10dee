#include "platform/db/sole_use.hpp"

#include "platform/errors.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <system_error>

namespace db {

Result<SoleUse> SoleUse::of(const Options& options) {
    constexpr std::string_view scheme = "sqlite:";
    const std::string_view url{options.url};
    if (!url.starts_with(scheme) || url == "sqlite::memory:") return SoleUse{};
    // Beside the file: SQLite has locks of its own in it, which closing any other descriptor of it would give up.
    const auto path = std::string{url.substr(scheme.size())} + ".lock";
    FileDescriptor lock{::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)};
    if (!lock.is_open()) {
        return platform::database_unavailable.error({{"reason", std::generic_category().message(errno)}});
    }
    if (::flock(lock.number(), LOCK_EX | LOCK_NB) != 0) return platform::database_taken.error();
    return SoleUse{std::move(lock)};
}

} // namespace db
