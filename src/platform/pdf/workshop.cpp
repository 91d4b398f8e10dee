#include "platform/pdf/workshop.hpp"

#include "platform/errors.hpp"
#include "platform/pdf/child.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>

namespace pdf {

static Error no_process(std::string why) {
    return platform::pdf_workshop_unavailable.error({{"why", std::move(why)}});
}

/// One process and the line to it.
class Workshop::Process {
public:
    static Result<std::unique_ptr<Process>> start(const Limits& limits) {
        std::array<int, 2> ends{};
        if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) return no_process("no line");
        FileDescriptor ours{ends[0]}, theirs{ends[1]};
        const auto id = spawned(limits, theirs.number());
        if (id <= 0) return no_process(std::strerror(errno));
        return std::unique_ptr<Process>{new Process{std::move(ours), id}};
    }

    ~Process() {
        line_.close();
        ::kill(id_, SIGKILL);
        while (::waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    bool tell(Ask ask, const std::vector<int>& files) {
        alignas(cmsghdr) std::array<char, CMSG_SPACE(2 * sizeof(int))> room{};
        auto word = static_cast<char>(ask);
        iovec part{&word, 1};
        msghdr header{};
        header.msg_iov = &part;
        header.msg_iovlen = 1;
        header.msg_control = room.data();
        header.msg_controllen = CMSG_SPACE(files.size() * sizeof(int));
        auto* control = CMSG_FIRSTHDR(&header);
        control->cmsg_level = SOL_SOCKET;
        control->cmsg_type = SCM_RIGHTS;
        control->cmsg_len = CMSG_LEN(files.size() * sizeof(int));
        std::memcpy(CMSG_DATA(control), files.data(), files.size() * sizeof(int));
        return ::sendmsg(line_.number(), &header, MSG_NOSIGNAL) == 1;
    }

    /// Nothing when it died or took too long.
    std::optional<std::string> hear(std::chrono::milliseconds patience) {
        pollfd waiting{line_.number(), POLLIN, 0};
        if (::poll(&waiting, 1, static_cast<int>(patience.count())) != 1) return {};
        std::string words(128 * 1024, '\0');
        const auto got = ::recv(line_.number(), words.data(), words.size(), 0);
        if (got <= 0) return {};
        words.resize(static_cast<std::size_t>(got));
        ++turns_;
        return words;
    }

    [[nodiscard]] int turns() const { return turns_; }

private:
    Process(FileDescriptor line, pid_t id) : line_{std::move(line)}, id_{id} {}

    static pid_t spawned(const Limits& limits, int line) {
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, line, child_line);
        ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
        std::array<std::string, 4> words{child_name, std::to_string(limits.memory_bytes),
                                         std::to_string(limits.processor_time.count()),
                                         std::to_string(limits.output_bytes)};
        std::array<char*, 5> arguments{words[0].data(), words[1].data(), words[2].data(), words[3].data(), nullptr};
        std::string language{"LC_ALL=C.UTF-8"}, arenas{"MALLOC_ARENA_MAX=1"};
        std::array<char*, 3> environment{language.data(), arenas.data(), nullptr};
        pid_t id = -1;
        const auto failure =
            ::posix_spawn(&id, "/proc/self/exe", &actions, nullptr, arguments.data(), environment.data());
        ::posix_spawn_file_actions_destroy(&actions);
        if (failure != 0) errno = failure;
        return failure == 0 ? id : -1;
    }

    FileDescriptor line_;
    pid_t id_;
    int turns_ = 0;
};

Workshop::Workshop(Limits limits) : limits_{limits} {
    keep_child();
}

Workshop::~Workshop() = default;

Result<std::unique_ptr<Workshop::Process>> Workshop::take() {
    std::unique_lock lock{mutex_};
    came_back_.wait(lock, [this] { return taken_ < limits_.processes_max; });
    ++taken_;
    if (!idle_.empty()) {
        auto process = std::move(idle_.back());
        idle_.pop_back();
        return process;
    }
    lock.unlock();
    auto started = Process::start(limits_);
    if (!started) give_back(nullptr);
    return started;
}

void Workshop::give_back(std::unique_ptr<Process> process) {
    {
        const std::lock_guard lock{mutex_};
        --taken_;
        if (process && process->turns() < limits_.turns_max) idle_.push_back(std::move(process));
    }
    came_back_.notify_one();
}

/// One question. A process that does not answer is not given back, and dies with this.
class Workshop::Turn {
public:
    Turn(Workshop& workshop, std::unique_ptr<Process> process) : workshop_{workshop}, process_{std::move(process)} {}
    ~Turn() { workshop_.give_back(std::move(process_)); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    std::optional<std::string> ask(Ask question, const std::vector<const File*>& files, const std::vector<int>& with) {
        bool is_told = true;
        for (const auto* file : files) {
            const auto reader = file->reader();
            is_told = is_told && reader && process_->tell(Ask::file, {reader->number()});
        }
        is_told = is_told && process_->tell(question, with);
        auto words = is_told ? process_->hear(workshop_.limits_.time) : std::nullopt;
        if (!words) process_.reset();
        return words;
    }

private:
    Workshop& workshop_;
    std::unique_ptr<Process> process_;
};

Result<Look> Workshop::look(File& file) {
    TRY(file.seal());
    auto said = TRY(File::make());
    Turn turn{*this, TRY(take())};
    const auto words = turn.ask(Ask::look, {&file}, {said.number()});
    if (!words) return Look{Finding::too_heavy, false, {}, {}, {}, false};
    TRY(said.seal());
    return read_look(TRY(said.bytes()));
}

static Error not_bound(std::string_view why) {
    return platform::pdf_not_bound.error({{"why", std::string{why}}});
}

Result<Bound> Workshop::bind(const Book& book) {
    if (book.files().size() > files_max) return not_bound("there are too many files");
    std::vector<const File*> files;
    for (const auto& file : book.files()) {
        TRY(file->seal());
        files.push_back(file.get());
    }
    auto script = TRY(File::of(book.script()));
    TRY(script.seal());
    Bound bound{TRY(File::make()), 0, {}};
    Turn turn{*this, TRY(take())};
    const auto words = turn.ask(Ask::bind, files, {bound.file.number(), script.number()});
    if (!words) return not_bound("it takes more memory or time than it may");
    if (words->front() != static_cast<char>(Answer::done)) return not_bound(std::string_view{*words}.substr(1));
    TRY(bound.file.seal());
    const char* at = words->data() + 1;
    const char* const end = words->data() + words->size();
    for (int number = 0; at < end;) {
        const auto read = std::from_chars(at, end, number);
        if (read.ec != std::errc{}) return not_bound("the answer is not understood");
        bound.pages == 0 ? void(bound.pages = number) : bound.marks.push_back(number);
        at = read.ptr + 1;
    }
    return bound;
}

} // namespace pdf
