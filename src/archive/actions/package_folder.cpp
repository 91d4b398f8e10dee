#include "archive/actions/package_folder.hpp"

#include "archive/domain/errors.hpp"
#include "platform/crypto/encoding.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace archive {

namespace files = std::filesystem;

static Error unavailable(const files::path& path, const std::string& why) {
    return folder_unavailable.error({{"folder", path.string()}, {"why", why}});
}

static Error unavailable(const files::path& path) {
    return unavailable(path, std::generic_category().message(errno));
}

Result<HashedFile> HashedFile::create(const files::path& path) {
    auto* file = std::fopen(path.c_str(), "wbx");
    if (file == nullptr) return unavailable(path);
    return HashedFile{path, file};
}

Result<void> HashedFile::write(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) return unavailable(path_);
    hash_.update(bytes);
    size_ += bytes.size();
    return {};
}

Result<std::string> HashedFile::finish() {
    if (std::fflush(file_.get()) != 0 || ::fdatasync(fileno(file_.get())) != 0) return unavailable(path_);
    file_.reset();
    return crypto::to_hex(hash_.finish());
}

PackageFolder::PackageFolder(const files::path& folder) : folder_{folder}, partial_{folder.string() + ".partial"} {}

PackageFolder::PackageFolder(PackageFolder&& other) noexcept
    : folder_{std::move(other.folder_)}, partial_{std::exchange(other.partial_, {})} {}

PackageFolder::~PackageFolder() {
    std::error_code ignored;
    if (!partial_.empty()) files::remove_all(partial_, ignored);
}

Result<PackageFolder> PackageFolder::begin(const files::path& folder) {
    PackageFolder made{folder};
    std::error_code failure;
    files::remove_all(made.partial_, failure);
    if (!failure) files::create_directories(made.partial_ / "dokumenter", failure);
    if (failure) return unavailable(made.partial_, failure.message());
    return made;
}

Result<void> PackageFolder::keep() {
    std::error_code failure;
    if (files::exists(folder_, failure)) files::remove(folder_, failure); // an empty folder that was made for it
    if (!failure) files::rename(partial_, folder_, failure);
    if (failure) return unavailable(folder_, failure.message());
    partial_.clear();
    return {};
}

Result<std::string> digest_of_file(const files::path& path) {
    struct Closing {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    const std::unique_ptr<std::FILE, Closing> file{std::fopen(path.c_str(), "rb")};
    if (!file) return unavailable(path);
    crypto::Sha256 hash;
    std::array<char, 64 << 10> piece;
    for (auto length = std::fread(piece.data(), 1, piece.size(), file.get()); length > 0;
         length = std::fread(piece.data(), 1, piece.size(), file.get()))
        hash.update(std::string_view{piece.data(), length});
    if (std::ferror(file.get()) != 0) return unavailable(path);
    return crypto::to_hex(hash.finish());
}

} // namespace archive
