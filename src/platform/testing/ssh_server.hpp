#pragma once
// OpenSSH's own server on a free loopback port, with a host key and a user's key made for the test; its files are those
// of the machine, seen by the user who runs the test.
#include "platform/sftp/connection.hpp"
#include "platform/testing/listener.hpp"

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace world {

class SshServer {
public:
    /// Throws when OpenSSH is not installed (tools/setup test).
    SshServer();
    ~SshServer();
    SshServer(const SshServer&) = delete;
    SshServer& operator=(const SshServer&) = delete;

    /// How the folder is reached with the right key, the server's own key known.
    [[nodiscard]] sftp::Target target(const std::string& folder) const;
    [[nodiscard]] const std::string& folder() const { return folder_; } ///< Of keys; for other files of the test too.
    [[nodiscard]] int connections() const { return connections_; }

    /// Breaks the line of whoever has sent so many bytes since it came; 0 is never.
    void cut_after(std::uint64_t bytes) { cut_after_ = bytes; }
    /// From the next connection on nothing can be written.
    void set_read_only(bool is_read_only) { is_read_only_ = is_read_only; }
    /// Another machine behind the same address.
    void change_host_key();

private:
    void make_key(const std::string& name) const;
    void write_settings() const;
    void serve(int client) const;

    std::string folder_;
    Listener listener_ = Listener::open();
    std::atomic<std::uint64_t> cut_after_ = 0;
    std::atomic<bool> is_read_only_ = false;
    std::atomic<int> connections_ = 0;
    std::thread accepting_;
    std::vector<std::thread> serving_;
};

} // namespace world
