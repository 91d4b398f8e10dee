#pragma once
// Bytes too large for a row: append-only segments, addressed by content.
#include "platform/clock.hpp"
#include "platform/result.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace blobs {

/// SHA-256 of the content; shown as 64 hexadecimal digits.
struct Digest {
    std::array<std::uint8_t, 32> bytes{};
    [[nodiscard]] std::string to_string() const;
    static Result<Digest> parse(std::string_view hex);
    auto operator<=>(const Digest&) const = default;
};

/// Receives bytes piece by piece; nothing is kept until finish() has answered. Dropping it unfinished leaves nothing.
class Writer {
public:
    virtual ~Writer() = default;
    virtual Result<void> write(std::string_view bytes) = 0;
    virtual Result<Digest> finish() = 0;
};

/// A content that was taken can be read at once and survives the process. That it is on disk is sure when the
/// transaction that refers to it has been committed: the database calls sync() before each commit.
class Store {
public:
    virtual ~Store() = default;
    virtual Result<std::unique_ptr<Writer>> begin() = 0;
    virtual Result<Digest> put(std::string_view bytes) = 0;
    /// For a content that passes: its owner alone refers to it, and will release it. Sealed under a key that nothing
    /// else is sealed under, it is like no other content.
    virtual Result<std::unique_ptr<Writer>> begin_passing(Instant now) = 0;
    /// Gives the space of passing contents back and tells how many bytes; from then on they are missing. One that does
    /// not pass, or is not here, is left as it is, so that asking again does no harm.
    virtual Result<std::uint64_t> release(const std::vector<Digest>&) = 0;
    /// Passing contents here that began in this time, to the minute: for their owner to find those it never got.
    virtual Result<std::vector<Digest>> passing(Instant from, Instant until) = 0;
    /// The whole content, its checksum verified. Fails with platform.blob_missing, platform.blob_damaged.
    virtual Result<std::string> get(const Digest&) = 0;
    /// Gives the content in pieces of at most 64 kB; stops when the receiver answers with an error.
    virtual Result<void> read(const Digest&, const std::function<Result<void>(std::string_view)>& receiver) = 0;
    /// The bytes from an offset, at most so many, for ranges and for senders slower than the disk; "" behind the end.
    /// Checks the record's frame, not the checksum of the whole. Fails with platform.blob_missing.
    virtual Result<std::string> read_part(const Digest&, std::uint64_t offset, std::size_t bytes_max) = 0;
    virtual Result<std::uint64_t> size(const Digest&) = 0;
    /// Returns when all that was taken before is on disk. Fails with platform.disk_full and
    /// platform.blob_store_unavailable; asked again, it tries again.
    virtual Result<void> sync() = 0;
};

enum class Use : std::uint8_t {
    alone,  ///< The folder is this process's: a second one fails with platform.blob_store_taken.
    shared, ///< Several processes write, each into segments of its own, and read what any of them has written.
};

/// Segments in a folder, which is made when it is not there. Recovers what a kill left half-written.
///
/// A segment that has passed the length given takes no new content. Fails with platform.blob_store_taken when somebody
/// has the folder in the other way, with platform.blob_store_unavailable. Writers must end before the store does.
Result<std::unique_ptr<Store>> open(const std::string& folder, Use = Use::alone,
                                    std::uint64_t segment_length_max = 256 << 20);

/// For what looks at the database only, while another process may have the folder: everything asked of it fails with
/// platform.blob_store_unavailable.
std::unique_ptr<Store> unopened();

} // namespace blobs
