#include "platform/testing/ssh_server.hpp"

#include "platform/ensure.hpp"
#include "platform/testing/child_program.hpp"
#include "platform/testing/test_files.hpp"

#include <array>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <poll.h>
#include <pwd.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/stat.h>

namespace world {
namespace {

constexpr const char* server_program = "/usr/sbin/sshd";

FileDescriptor dev_null() {
    return FileDescriptor{::open("/dev/null", O_RDWR | O_CLOEXEC)};
}

std::string user_name() {
    return ::getpwuid(::geteuid())->pw_name;
}

/// Passes on what comes; false when that end is gone.
bool pass_on(int from, int to, std::uint64_t& passed) {
    std::array<char, 16 * 1024> bytes{};
    const auto got = ::recv(from, bytes.data(), bytes.size(), 0);
    if (got <= 0) return false;
    for (ssize_t done = 0; done < got;) {
        const auto sent = ::send(to, bytes.data() + done, static_cast<std::size_t>(got - done), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        done += sent;
    }
    passed += static_cast<std::uint64_t>(got);
    return true;
}

} // namespace

SshServer::SshServer() : folder_{new_test_folder()} {
    if (!std::filesystem::exists(server_program)) {
        throw std::runtime_error{"OpenSSH's server is missing. Run: tools/setup test"};
    }
    // Where the server shuts itself in before anybody has logged in; the service's start makes it otherwise.
    if (::geteuid() == 0) ::mkdir("/run/sshd", 0755);
    make_key("host_key");
    make_key("user_key");
    std::filesystem::copy_file(folder_ + "/user_key.pub", folder_ + "/authorized_keys");
    std::ifstream key{folder_ + "/host_key.pub"};
    std::string kind, value;
    key >> kind >> value;
    std::ofstream{folder_ + "/known_hosts"} << fmt::format("[127.0.0.1]:{} {} {}\n", listener_.port, kind, value);
    accepting_ = std::thread{[this] {
        while (true) {
            const auto client = ::accept4(listener_.socket.number(), nullptr, nullptr, SOCK_CLOEXEC);
            if (client < 0) return;
            ++connections_;
            serving_.emplace_back([this, client] { serve(client); });
        }
    }};
}

SshServer::~SshServer() {
    listener_.stop();
    accepting_.join();
    for (auto& thread : serving_)
        thread.join();
    remove_test_folder(folder_);
}

void SshServer::make_key(const std::string& name) const {
    const auto nowhere = dev_null();
    const auto id = start_program({"ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder_ + "/" + name},
                                  {.in = nowhere.number(), .out = nowhere.number(), .errors = nowhere.number()});
    if (!succeeded(id)) throw std::runtime_error{"ssh-keygen failed"};
}

void SshServer::change_host_key() {
    std::filesystem::remove(folder_ + "/host_key");
    std::filesystem::remove(folder_ + "/host_key.pub");
    make_key("host_key");
}

void SshServer::write_settings() const {
    std::ofstream{folder_ + "/settings"} << fmt::format("HostKey {0}/host_key\n"
                                                        "AuthorizedKeysFile {0}/authorized_keys\n"
                                                        "StrictModes no\n"
                                                        "UsePAM no\n"
                                                        "PermitRootLogin yes\n"
                                                        "PasswordAuthentication yes\n"
                                                        "KbdInteractiveAuthentication no\n"
                                                        "Subsystem sftp internal-sftp\n"
                                                        "ForceCommand internal-sftp{1}\n"
                                                        "PidFile none\n",
                                                        folder_, is_read_only_ ? " -R" : "");
}

sftp::Target SshServer::target(const std::string& folder) const {
    sftp::Target target;
    target.host = "127.0.0.1";
    target.port = static_cast<std::uint16_t>(listener_.port);
    target.user = user_name();
    target.folder = folder;
    target.known_hosts_file = folder_ + "/known_hosts";
    target.key_file = folder_ + "/user_key";
    return target;
}

/// The server speaks to this thread, which speaks to the client: so the line can be cut where a test wants it.
void SshServer::serve(int client) const {
    const FileDescriptor outside{client};
    write_settings();
    std::array<int, 2> ends{};
    ensure(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0);
    FileDescriptor inside{ends[0]}, given{ends[1]};
    const auto nowhere = dev_null();
    const auto id = start_program({server_program, "-i", "-f", folder_ + "/settings"},
                                  {.in = given.number(), .out = given.number(), .errors = nowhere.number()});
    given.close();
    std::uint64_t from_client = 0, from_server = 0;
    bool is_open = true;
    while (is_open && (cut_after_ == 0 || from_client < cut_after_)) {
        std::array<pollfd, 2> waiting{{{outside.number(), POLLIN, 0}, {inside.number(), POLLIN, 0}}};
        if (::poll(waiting.data(), waiting.size(), -1) < 0) break;
        if (waiting[0].revents != 0) is_open = pass_on(outside.number(), inside.number(), from_client);
        if (is_open && waiting[1].revents != 0) is_open = pass_on(inside.number(), outside.number(), from_server);
    }
    inside.close();
    (void)succeeded(id); // A line that was cut fails it, as it should.
}

} // namespace world
