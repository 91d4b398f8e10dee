#include "platform/pdf/file.hpp"

#include "platform/errors.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>

namespace pdf {

static Error memory_refused() {
    return platform::pdf_workshop_unavailable.error({{"why", std::string{"no memory for a file"}}});
}

Result<File> File::make() {
    FileDescriptor descriptor{::memfd_create("samband-pdf", MFD_CLOEXEC | MFD_ALLOW_SEALING)};
    if (!descriptor.is_open()) return memory_refused();
    return File{std::move(descriptor)};
}

Result<File> File::of(std::string_view bytes) {
    auto file = TRY(make());
    TRY(file.append(bytes));
    return file;
}

Result<void> File::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return memory_refused();
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

std::uint64_t File::size() const {
    struct stat state;
    return ::fstat(number(), &state) == 0 ? static_cast<std::uint64_t>(state.st_size) : 0;
}

Result<std::string> File::part(std::uint64_t offset, std::size_t bytes_max) const {
    const auto total = size();
    if (offset >= total) return std::string{};
    std::string bytes(static_cast<std::size_t>(std::min<std::uint64_t>(bytes_max, total - offset)), '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const auto got =
            ::pread(number(), bytes.data() + filled, bytes.size() - filled, static_cast<off_t>(offset + filled));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return memory_refused();
        filled += static_cast<std::size_t>(got);
    }
    return bytes;
}

Result<std::string> File::bytes() const {
    return part(0, static_cast<std::size_t>(size()));
}

Result<FileDescriptor> File::reader() const {
    FileDescriptor opened{::open(fmt::format("/proc/self/fd/{}", number()).c_str(), O_RDONLY | O_CLOEXEC)};
    if (!opened.is_open()) return memory_refused();
    return opened;
}

Result<void> File::seal() {
    if (::fcntl(number(), F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0) return {};
    const auto seals = ::fcntl(number(), F_GET_SEALS);
    return seals >= 0 && (seals & F_SEAL_WRITE) != 0 ? Result<void>{} : memory_refused();
}

} // namespace pdf
