#include "platform/testing/ssh_server.hpp"

#include "platform/ensure.hpp"
#include "platform/testing/test_files.hpp"

#include <arpa/inet.h>
#include <array>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <netinet/in.h>
#include <poll.h>
#include <pwd.h>
#include <spawn.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>

namespace world {
namespace {

constexpr const char* server_program = "/usr/sbin/sshd";

pid_t begun(std::vector<std::string> words, int in_and_out) {
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, in_and_out, 0);
    ::posix_spawn_file_actions_adddup2(&actions, in_and_out, 1);
    ::posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    std::vector<char*> arguments;
    for (auto& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t id = -1;
    const auto failure = ::posix_spawnp(&id, arguments[0], &actions, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) throw std::runtime_error{words[0] + " cannot be started. Run: tools/setup test"};
    return id;
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

SshServer::SshServer() : folder_{new_test_folder()}, listener_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
    if (!std::filesystem::exists(server_program)) {
        throw std::runtime_error{"OpenSSH's server is missing. Run: tools/setup test"};
    }
    // Where the server shuts itself in before anybody has logged in; the service's start makes it otherwise.
    if (::geteuid() == 0) ::mkdir("/run/sshd", 0755);
    make_key("host_key");
    make_key("user_key");
    std::filesystem::copy_file(folder_ + "/user_key.pub", folder_ + "/authorized_keys");
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* raw = reinterpret_cast<sockaddr*>(&address);
    socklen_t length = sizeof address;
    ensure(::bind(listener_.number(), raw, length) == 0);
    ensure(::listen(listener_.number(), 8) == 0);
    ensure(::getsockname(listener_.number(), raw, &length) == 0);
    port_ = ntohs(address.sin_port);
    std::ifstream key{folder_ + "/host_key.pub"};
    std::string kind, value;
    key >> kind >> value;
    std::ofstream{folder_ + "/known_hosts"} << fmt::format("[127.0.0.1]:{} {} {}\n", port_, kind, value);
    accepting_ = std::thread{[this] {
        while (true) {
            const auto client = ::accept4(listener_.number(), nullptr, nullptr, SOCK_CLOEXEC);
            if (client < 0) return;
            ++connections_;
            serving_.emplace_back([this, client] { serve(client); });
        }
    }};
}

SshServer::~SshServer() {
    ::shutdown(listener_.number(), SHUT_RDWR);
    accepting_.join();
    for (auto& thread : serving_)
        thread.join();
    remove_test_folder(folder_);
}

void SshServer::make_key(const std::string& name) const {
    const FileDescriptor nothing{::open("/dev/null", O_RDWR | O_CLOEXEC)};
    const auto id =
        begun({"ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder_ + "/" + name}, nothing.number());
    int status = 0;
    if (::waitpid(id, &status, 0) != id || status != 0) throw std::runtime_error{"ssh-keygen failed"};
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
    target.port = static_cast<std::uint16_t>(port_);
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
    const auto id = begun({server_program, "-i", "-f", folder_ + "/settings"}, given.number());
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
    int status = 0;
    ::waitpid(id, &status, 0);
}

} // namespace world
