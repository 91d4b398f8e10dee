#include "app/sparse_copy.hpp"

#include "platform/file_descriptor.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <vector>

namespace app {

static constexpr std::size_t chunk_bytes = 1 << 20;

static std::error_code last_error() {
    return {errno, std::generic_category()};
}

/// Where the next bytes are; the end when only a hole is left, and the place itself where nobody can tell.
static off_t next_data(int file, off_t at, off_t end) {
    const auto found = ::lseek(file, at, SEEK_DATA);
    if (found >= 0) return std::min(found, end);
    return errno == ENXIO ? end : at;
}

static off_t next_hole(int file, off_t at, off_t end) {
    const auto found = ::lseek(file, at, SEEK_HOLE);
    return found > at ? std::min(found, end) : end;
}

static bool copy_bytes(int from, int to, off_t begin, off_t end) {
    std::vector<char> chunk(chunk_bytes);
    for (auto at = begin; at < end;) {
        const auto wanted = std::min<std::size_t>(chunk.size(), static_cast<std::size_t>(end - at));
        const auto got = ::pread(from, chunk.data(), wanted, at);
        if (got == 0) return true; // Cut shorter meanwhile: what was there is copied.
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return false;
        for (ssize_t done = 0; done < got;) {
            const auto written = ::pwrite(to, chunk.data() + done, static_cast<std::size_t>(got - done), at + done);
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) return false;
            done += written;
        }
        at += got;
    }
    return true;
}

std::error_code copy_sparsely(const std::string& from, const std::string& to) {
    const FileDescriptor source{::open(from.c_str(), O_RDONLY | O_CLOEXEC)};
    struct stat status;
    if (!source.is_open() || ::fstat(source.number(), &status) != 0) return last_error();
    const auto rights = status.st_mode & 07777;
    const FileDescriptor target{::open(to.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, rights)};
    if (!target.is_open() || ::fchmod(target.number(), rights) != 0) return last_error();
    for (auto at = next_data(source.number(), 0, status.st_size); at < status.st_size;) {
        const auto end = next_hole(source.number(), at, status.st_size);
        if (!copy_bytes(source.number(), target.number(), at, end)) return last_error();
        at = next_data(source.number(), end, status.st_size);
    }
    if (::ftruncate(target.number(), status.st_size) != 0) return last_error();
    return {};
}

} // namespace app
