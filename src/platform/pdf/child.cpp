#include "platform/pdf/child.hpp"

#include "platform/file_descriptor.hpp"
#include "platform/pdf/shutting_in.hpp"

#include <array>
#include <charconv>
#include <cstring>
#include <exception>
#include <memory>
#include <sys/resource.h>
#include <sys/socket.h>

namespace pdf {

namespace {

using Stream = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

void limit(int resource, std::uint64_t most) {
    rlimit wanted{most, most};
    ::setrlimit(static_cast<__rlimit_resource_t>(resource), &wanted);
}

/// The sanitizers reserve terabytes of addresses that they never fill.
#ifdef SAMBAND_IS_SANITIZED
constexpr bool is_sanitized = true;
#else
constexpr bool is_sanitized = false;
#endif

void set_limits(const Limits& limits) {
    ::close_range(child_line + 1, ~0U, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, files_max + 64);
    limit(RLIMIT_FSIZE, limits.output_bytes);
    if (!is_sanitized) limit(RLIMIT_AS, limits.memory_bytes);
}

/// The limit counts what the process has used since it began, so it is moved before each turn.
void allow_processor_time(std::chrono::seconds more) {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    rlimit wanted{};
    ::getrlimit(RLIMIT_CPU, &wanted);
    wanted.rlim_cur = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1 + more.count());
    ::setrlimit(RLIMIT_CPU, &wanted);
}

struct Message {
    std::string words;
    std::vector<FileDescriptor> files;
};

/// Nothing when the other side is gone.
std::optional<Message> receive() {
    std::array<char, 64> words{};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(2 * sizeof(int))> room{};
    iovec part{words.data(), words.size()};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = room.data();
    header.msg_controllen = room.size();
    const auto got = ::recvmsg(child_line, &header, MSG_CMSG_CLOEXEC);
    if (got <= 0) return {};
    Message message{std::string(words.data(), static_cast<std::size_t>(got)), {}};
    for (auto* control = CMSG_FIRSTHDR(&header); control != nullptr; control = CMSG_NXTHDR(&header, control)) {
        if (control->cmsg_level != SOL_SOCKET || control->cmsg_type != SCM_RIGHTS) continue;
        const auto count = (control->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int number = -1;
            std::memcpy(&number, CMSG_DATA(control) + i * sizeof(int), sizeof number);
            message.files.emplace_back(number);
        }
    }
    return message;
}

void answer(Answer what, const std::string& words) {
    const auto text = std::string{static_cast<char>(what)} + words;
    ::send(child_line, text.data(), text.size(), MSG_NOSIGNAL);
}

Stream open_stream(FileDescriptor& file, const char* mode) {
    Stream stream{::fdopen(file.number(), mode), std::fclose};
    if (!stream) throw std::bad_alloc{};
    static_cast<void>(file.release());
    std::rewind(stream.get());
    return stream;
}

std::string everything_in(std::FILE* stream) {
    std::string text;
    std::array<char, 65536> piece{};
    while (const auto got = std::fread(piece.data(), 1, piece.size(), stream))
        text.append(piece.data(), got);
    return text;
}

/// One question with the files that came for it.
std::string answered(Message& question, std::vector<FileDescriptor>& files) {
    std::vector<Stream> streams;
    std::vector<std::FILE*> inputs;
    for (auto& file : files) {
        streams.push_back(open_stream(file, "rb"));
        inputs.push_back(streams.back().get());
    }
    files.clear();
    const auto out = open_stream(question.files.at(0), "wb");
    std::string words;
    if (question.words[0] == static_cast<char>(Ask::look)) {
        write_look(inputs.at(0), out.get());
    } else {
        const auto script = open_stream(question.files.at(1), "rb");
        words = bind_book(everything_in(script.get()), inputs, out.get());
    }
    if (std::fflush(out.get()) != 0) throw std::bad_alloc{};
    return words;
}

} // namespace

int serve_workshop(const Limits& limits) {
    set_limits(limits);
    shut_in();
    std::vector<FileDescriptor> files;
    while (auto question = receive()) {
        if (question->words.empty()) return 1;
        if (question->words[0] == static_cast<char>(Ask::file)) {
            for (auto& file : question->files)
                files.push_back(std::move(file));
            continue;
        }
        allow_processor_time(limits.processor_time);
        try {
            answer(Answer::done, answered(*question, files));
        } catch (const std::bad_alloc&) {
            return 1; // What is left of the memory is anybody's guess; the workshop starts another.
        } catch (const std::exception& failure) {
            files.clear();
            answer(Answer::refused, std::string{failure.what()}.substr(0, 200));
        }
    }
    return 0;
}

void keep_child() {}

namespace {

std::uint64_t number_in(const char* text) {
    std::uint64_t number = 0;
    std::from_chars(text, text + std::strlen(text), number);
    return number;
}

/// Before main(), because the programs of the tests have a main() that is not ours. Nothing that other files make
/// before main() may be used from here on.
__attribute__((constructor)) void become_child(int count, char** words, char** /*environment*/) {
    if (count != 4 || std::strcmp(words[0], child_name) != 0) return;
    Limits limits;
    limits.memory_bytes = number_in(words[1]);
    limits.processor_time = std::chrono::seconds{number_in(words[2])};
    limits.output_bytes = number_in(words[3]);
    ::_exit(serve_workshop(limits));
}

} // namespace
} // namespace pdf
