#include "dispatch/actions/print_folder.hpp"

#include "dispatch/domain/errors.hpp"
#include "platform/file_descriptor.hpp"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <functional>

namespace dispatch {

namespace {

constexpr std::size_t piece_size = 1 << 20;

Error folder_unavailable() {
    return print_folder_unavailable.error();
}

Result<void> write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return folder_unavailable();
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

/// Beside its place first, and moved there when it is on the disk.
Result<void> put_whole(const std::string& path, const std::function<Result<void>(int)>& write) {
    const auto beside = path + ".part";
    {
        const FileDescriptor file{::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0640)};
        if (!file.is_open()) return folder_unavailable();
        TRY(write(file.number()));
        if (::fsync(file.number()) != 0) return folder_unavailable();
    }
    std::error_code failure;
    std::filesystem::rename(beside, path, failure);
    if (failure) return folder_unavailable();
    return {};
}

} // namespace

Result<void> PrintFolder::prepare() {
    std::error_code failure;
    std::filesystem::create_directories(path_ + "/receipts", failure);
    if (failure) return folder_unavailable();
    return {};
}

Result<void> PrintFolder::put(const std::string& name, const pdf::File& content) {
    return put_whole(fmt::format("{}/{}", path_, name), [&](int file) -> Result<void> {
        for (std::uint64_t offset = 0;;) {
            const auto piece = TRY(content.part(offset, piece_size));
            if (piece.empty()) return {};
            TRY(write_all(file, piece));
            offset += piece.size();
        }
    });
}

Result<void> PrintFolder::put(const std::string& name, std::string_view bytes) {
    return put_whole(fmt::format("{}/{}", path_, name), [&](int file) { return write_all(file, bytes); });
}

Result<std::optional<std::string>> PrintFolder::receipt(const std::string& run) {
    const auto path = fmt::format("{}/receipts/{}.json", path_, run);
    const FileDescriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)};
    if (!file.is_open())
        return errno == ENOENT ? Result<std::optional<std::string>>{std::nullopt} : folder_unavailable();
    std::string text, piece(64 * 1024, '\0');
    for (;;) {
        const auto got = ::read(file.number(), piece.data(), piece.size());
        if (got < 0) return folder_unavailable();
        if (got == 0) return std::optional{std::move(text)};
        text.append(piece.data(), static_cast<std::size_t>(got));
        if (text.size() > printer_word_bytes_max) return std::optional<std::string>{};
    }
}

Result<void> PrintFolder::clear(const std::string& run) {
    for (const auto& path : {fmt::format("{}/{}.json", path_, run), fmt::format("{}/{}.csv", path_, run),
                             fmt::format("{}/{}.pdf", path_, run), fmt::format("{}/receipts/{}.json", path_, run)}) {
        std::error_code failure;
        std::filesystem::remove(path, failure); // One that is not there is no failure.
        if (failure) return folder_unavailable();
    }
    return {};
}

} // namespace dispatch
