// Reading beside the process that has the folder: segments only grow at their ends, so what was whole stays whole.
#include "platform/blobs/reading.hpp"

#include "platform/blobs/recovery.hpp"
#include "platform/blobs/segments.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>

namespace blobs {

namespace {

/// Finds contents, changes nothing: torn ends are the other process's, which may be writing them now.
class ReadingStore : public Store {
public:
    static Result<std::unique_ptr<Store>> open_folder(const std::string& folder) {
        auto store = std::make_unique<ReadingStore>();
        std::error_code fault;
        if (!std::filesystem::exists(folder, fault)) return std::unique_ptr<Store>{std::move(store)};
        for (const auto& entry : std::filesystem::directory_iterator{folder, fault}) {
            if (entry.path().extension() == ".segment") TRY(store->add(entry.path()));
        }
        if (fault) return store_unavailable(fault.value());
        return std::unique_ptr<Store>{std::move(store)};
    }

    Result<std::unique_ptr<Writer>> begin() override { return read_only(); }
    Result<Digest> put(std::string_view) override { return read_only(); }
    Result<std::unique_ptr<Writer>> begin_passing(Instant) override { return read_only(); }
    Result<std::uint64_t> release(const std::vector<Digest>&) override { return read_only(); }
    Result<std::vector<Digest>> passing(Instant, Instant) override { return read_only(); }
    Result<std::string> get(const Digest& digest) override {
        std::string content;
        TRY(read(digest, [&](std::string_view piece) -> Result<void> {
            content += piece;
            return {};
        }));
        return content;
    }
    Result<void> read(const Digest& digest, const std::function<Result<void>(std::string_view)>& receiver) override {
        constexpr std::size_t piece_length = 64 << 10;
        const auto length = TRY(size(digest));
        crypto::Sha256 hash;
        std::string held_back;
        for (std::uint64_t done = 0; done < length;) {
            auto piece = TRY(read_part(digest, done, piece_length));
            if (piece.empty()) return platform::blob_damaged.error();
            done += piece.size();
            hash.update(piece);
            if (done < length)
                TRY(receiver(piece));
            else
                held_back = std::move(piece);
        }
        if (Digest{hash.finish()} != digest) return platform::blob_damaged.error();
        return held_back.empty() ? Result<void>{} : receiver(held_back);
    }
    Result<std::string> read_part(const Digest& digest, std::uint64_t offset, std::size_t bytes_max) override {
        const auto found = places_.find(digest);
        if (found == places_.end()) return platform::blob_missing.error();
        const auto& [file, record] = found->second;
        if (offset >= record.length) return std::string{};
        std::string part(std::min<std::uint64_t>(bytes_max, record.length - offset), '\0');
        const auto length =
            ::pread(files_[file].number(), part.data(), part.size(), static_cast<off_t>(record.offset + offset));
        if (length < 0) return store_unavailable(errno);
        part.resize(static_cast<std::size_t>(length));
        return part;
    }
    Result<void> sync() override { return {}; } // It has taken nothing.
    Result<std::uint64_t> size(const Digest& digest) override {
        const auto found = places_.find(digest);
        if (found == places_.end()) return platform::blob_missing.error();
        return found->second.second.length;
    }

private:
    static Error read_only() { return platform::blob_store_unavailable.error({{"why", "read only"}}); }

    Result<void> add(const std::filesystem::path& path) {
        FileDescriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
        struct stat status;
        if (!file.is_open() || ::fstat(file.number(), &status) != 0) return store_unavailable(errno);
        const auto size = static_cast<std::uint64_t>(status.st_size);
        auto index = path;
        auto known = read_index(index.replace_extension(".index").string()).value_or(Recovered{});
        if (known.end > size) known = {};
        const auto found = TRY(recover(file, size, std::move(known)));
        for (const auto& record : found.records)
            places_.insert_or_assign(record.digest, std::pair{files_.size(), record});
        files_.push_back(std::move(file));
        return {};
    }

    std::vector<FileDescriptor> files_;
    std::unordered_map<Digest, std::pair<std::size_t, FoundRecord>, DigestHash> places_;
};

} // namespace

Result<std::unique_ptr<Store>> open_for_reading(const std::string& folder) {
    return ReadingStore::open_folder(folder);
}

} // namespace blobs
