#pragma once
// The folder of a package while it is made: files are counted and hashed as they are written, and the folder gets its
// name when all of it is there.
#include "platform/crypto/digest.hpp"
#include "platform/result.hpp"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace archive {

/// A file that is hashed while it is written.
class HashedFile {
public:
    /// Fails with archive.folder_unavailable.
    static Result<HashedFile> create(const std::filesystem::path&);
    Result<void> write(std::string_view bytes);
    /// On disk, and closed: 64 hexadecimal digits. Fails with archive.folder_unavailable.
    Result<std::string> finish();
    [[nodiscard]] std::uint64_t size() const { return size_; }

private:
    struct Closing {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    HashedFile(std::filesystem::path path, std::FILE* file) : path_{std::move(path)}, file_{file} {}

    std::filesystem::path path_;
    std::unique_ptr<std::FILE, Closing> file_;
    crypto::Sha256 hash_;
    std::uint64_t size_ = 0;
};

/// Made under another name ("FOLDER.partial"), which goes away with this unless it was kept.
class PackageFolder {
public:
    /// Takes away what an interrupted run left. Fails with archive.folder_unavailable.
    static Result<PackageFolder> begin(const std::filesystem::path& folder);
    PackageFolder(PackageFolder&& other) noexcept;
    PackageFolder& operator=(PackageFolder&&) = delete;
    ~PackageFolder();

    [[nodiscard]] const std::filesystem::path& place() const { return partial_; }
    /// Gives the folder its name. Fails with archive.folder_unavailable.
    Result<void> keep();

private:
    explicit PackageFolder(const std::filesystem::path& folder);
    std::filesystem::path folder_, partial_;
};

/// The SHA-256 of a file, in hexadecimal. Fails with archive.folder_unavailable.
Result<std::string> digest_of_file(const std::filesystem::path&);

} // namespace archive
