#include "platform/crypto/key_file.hpp"

#include "platform/errors.hpp"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace crypto {

namespace {

constexpr std::size_t size_bytes_max = 16 * 1024; // A private key in PEM has a few hundred.

class Descriptor {
public:
    explicit Descriptor(int number) : number_{number} {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

Error unavailable(int system_error) {
    return platform::key_file_unavailable.error({{"systemError", std::int64_t{system_error}}});
}

Result<void> write_all(int descriptor, std::string_view content) {
    while (!content.empty()) {
        const auto written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return unavailable(errno);
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(descriptor) != 0) return unavailable(errno);
    return {};
}

} // namespace

Result<void> sync_folder_of(const std::string& path) {
    const auto parent = std::filesystem::path{path}.parent_path().string();
    const Descriptor folder{::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (folder.number() < 0 || ::fsync(folder.number()) != 0) return unavailable(errno);
    return {};
}

Result<std::optional<std::string>> read_secret_file(const std::string& path) {
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.number() < 0 && errno == ENOENT) return std::optional<std::string>{};
    if (file.number() < 0) return unavailable(errno);
    struct stat status;
    if (::fstat(file.number(), &status) != 0) return unavailable(errno);
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) return platform::key_file_open.error();

    std::string content(size_bytes_max, '\0');
    std::size_t length = 0;
    while (length < content.size()) {
        const auto got = ::read(file.number(), content.data() + length, content.size() - length);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return unavailable(errno);
        if (got == 0) break;
        length += static_cast<std::size_t>(got);
    }
    content.resize(length);
    return std::optional{std::move(content)};
}

Result<void> create_secret_file(const std::string& path, std::string_view content) {
    // Written beside and linked in: a kill half-way leaves no half key, and two processes never make two keys.
    const auto draft = path + ".draft." + std::to_string(::getpid());
    ::unlink(draft.c_str());
    const Descriptor file{::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR)};
    if (file.number() < 0) return unavailable(errno);
    auto written = write_all(file.number(), content);
    const auto is_linked = written && ::link(draft.c_str(), path.c_str()) == 0;
    const auto link_error = errno;
    ::unlink(draft.c_str());
    if (!written) return written;
    if (!is_linked) return unavailable(link_error);
    return sync_folder_of(path);
}

} // namespace crypto
