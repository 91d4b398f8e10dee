#pragma once
// Files on somebody else's machine, over SSH. libcurl stays behind connection.cpp.
#include "platform/result.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sftp {

/// Where, as whom, and what the machine must prove to be the right one.
struct Target {
    std::string host;
    std::uint16_t port = 22;
    std::string user;
    std::string folder;           ///< From the root that the user sees, "" or "/a/b".
    std::string known_hosts_file; ///< As OpenSSH keeps it. A machine whose key is not in it is not spoken to.
    std::string key_file;         ///< The user's private key, without a pass phrase; empty: the password.
    std::string password;
    std::chrono::seconds connect_time_max{10};
    std::chrono::seconds silence_max{30}; ///< A line on which nothing moves for so long is given up.
};

/// Reads "sftp://user@host:port/folder"; nothing when it is not one. The folder's name has no quotes, no backslashes
/// and no steps upwards.
std::optional<Target> parse_address(std::string_view);

/// The next bytes of what is sent, at most so many; "" at the end.
using Source = std::function<Result<std::string>(std::uint64_t offset, std::size_t bytes_max)>;

/// One line to the machine, opened by the first call and kept for those that follow. For one thread at a time.
///
/// Every call fails with platform.sftp_unreachable (nobody answers), platform.sftp_host_unknown,
/// platform.sftp_login_refused, platform.sftp_refused (no rights, no such folder), platform.sftp_broken_off (in the
/// middle: the line was cut, or there is no room).
class Connection {
public:
    explicit Connection(Target);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Makes the folder inside the target's, when it is not there; "" tries the line alone.
    Result<void> make_folder(const std::string& name);
    /// Under its name only when the whole is there: beside it first, then renamed. What had the name before is
    /// replaced.
    Result<void> put(const std::string& name, std::uint64_t size, const Source&);
    /// Nothing when there is no such file, or it is longer than that.
    Result<std::optional<std::string>> get(const std::string& name, std::size_t bytes_max);
    /// Files that are not there are no fault; one that is there afterwards is (platform.sftp_refused).
    Result<void> remove(const std::vector<std::string>& names);

private:
    class Line;
    std::unique_ptr<Line> line_;
};

} // namespace sftp
