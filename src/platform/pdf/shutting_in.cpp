#include "platform/pdf/shutting_in.hpp"

#include "platform/file_descriptor.hpp"

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

namespace pdf {

namespace {

/// Where fonts, their settings and their index lie on Debian, and the libraries that the loader may still want.
constexpr std::array readable_folders{
    "/usr", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache", "/var/cache/fontconfig"};

constexpr std::uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
/// All that the first version of the interface can forbid.
constexpr std::uint64_t everything = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;

bool shut_files() {
    landlock_ruleset_attr forbidden{};
    forbidden.handled_access_fs = everything;
    const auto number = ::syscall(SYS_landlock_create_ruleset, &forbidden, sizeof forbidden, 0);
    if (number < 0) return false;
    const FileDescriptor rules{static_cast<int>(number)};
    for (const auto* folder : readable_folders) {
        const FileDescriptor opened{::open(folder, O_PATH | O_CLOEXEC)};
        if (!opened.is_open()) continue;
        landlock_path_beneath_attr allowed{};
        allowed.parent_fd = opened.number();
        allowed.allowed_access = reading;
        if (::syscall(SYS_landlock_add_rule, rules.number(), LANDLOCK_RULE_PATH_BENEATH, &allowed, 0) == 0) continue;
        allowed.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE; // It is a file, which cannot be listed.
        ::syscall(SYS_landlock_add_rule, rules.number(), LANDLOCK_RULE_PATH_BENEATH, &allowed, 0);
    }
    return ::syscall(SYS_landlock_restrict_self, rules.number(), 0) == 0;
}

#if defined(__x86_64__)
constexpr std::uint32_t machine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t machine = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t machine = 0;
#endif

constexpr std::array forbidden_calls{
    SYS_execve,     SYS_execveat,    SYS_socket, SYS_socketpair, SYS_connect,          SYS_bind,
    SYS_listen,     SYS_kill,        SYS_tkill,  SYS_ptrace,     SYS_process_vm_readv, SYS_process_vm_writev,
    SYS_unshare,    SYS_setns,       SYS_mount,  SYS_bpf,        SYS_perf_event_open,  SYS_io_uring_setup,
    SYS_pidfd_open, SYS_pidfd_getfd, SYS_keyctl, SYS_userfaultfd};

/// From here on x86-64 numbers the same calls once more, for programs with short pointers; there are none here.
constexpr std::uint32_t second_numbering = 0x40000000;

sock_filter step(std::uint16_t code, std::uint32_t value, std::uint8_t when_true = 0, std::uint8_t when_false = 0) {
    return {code, when_true, when_false, value};
}

/// A call that is forbidden answers that it is not allowed; a call in the ways of another machine ends the process.
bool shut_calls() {
    if (machine == 0) return false;
    std::array<sock_filter, forbidden_calls.size() + 7> program{};
    std::size_t length = 0;
    const auto add = [&](sock_filter one) { program[length++] = one; };
    add(step(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)));
    add(step(BPF_JMP | BPF_JEQ | BPF_K, machine, 1, 0));
    add(step(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS));
    add(step(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)));
    add(step(BPF_JMP | BPF_JGE | BPF_K, second_numbering, static_cast<std::uint8_t>(forbidden_calls.size() + 1), 0));
    for (std::size_t i = 0; i < forbidden_calls.size(); ++i) {
        const auto to_the_end = static_cast<std::uint8_t>(forbidden_calls.size() - i);
        add(step(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(forbidden_calls[i]), to_the_end, 0));
    }
    add(step(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    add(step(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
    const sock_fprog filter{static_cast<unsigned short>(length), program.data()};
    return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) == 0;
}

ShutIn done;

} // namespace

void shut_in() {
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    done.files = shut_files();
    done.calls = shut_calls();
}

ShutIn what_is_shut() {
    return done;
}

} // namespace pdf
