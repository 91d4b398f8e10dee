#pragma once
// The segments of one folder: which of them take new records, and which contents lie where.
#include "platform/blobs/recovery.hpp"
#include "platform/blobs/segment.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>
#include <unordered_set>

namespace blobs {

struct DigestHash {
    std::size_t operator()(const Digest& digest) const { return static_cast<std::size_t>(number_at(view(digest), 0)); }
    static std::string_view view(const Digest& digest) {
        return {reinterpret_cast<const char*>(digest.bytes.data()), digest.bytes.size()};
    }
};

class Segments {
public:
    /// Recovers what is in the folder, making it when it is not there.
    static Result<std::unique_ptr<Segments>> open(const std::string& folder, Use, std::uint64_t segment_length_max);
    /// Writes the indexes, so that the next start reads no segment.
    ~Segments();
    Segments(const Segments&) = delete;
    Segments& operator=(const Segments&) = delete;

    /// Brings all that was appended to shared segments before to the disk. Where a segment cannot be synced, what it
    /// took is written anew into another, so that nothing is ever missing of which somebody was told that it is kept.
    Result<void> sync();

    /// True when a content lies here to stay, and need not be written again.
    [[nodiscard]] bool keeps(const Digest&) const;
    /// Where a content lies; nothing when it is not here, or known to be damaged.
    [[nodiscard]] std::optional<Place> find(const Digest&) const;
    [[nodiscard]] bool is_damaged(const Digest&) const;
    void remember(const Digest&, const Place&);
    /// Nobody finds it there any more.
    void forget(const Digest&, const Place&);
    /// See Store::release, Store::passing.
    Result<std::uint64_t> release(const std::vector<Digest>&);
    [[nodiscard]] std::vector<Digest> passing(PassingSince from, PassingSince until) const;
    /// Learns what other processes have added since the last look; nothing to do for who has the folder alone.
    Result<void> look_for_more();
    /// The content did not match its digest: it is offered to nobody, and stored anew when it comes again.
    void mark_damaged(const Digest&);

    /// Into the segment that small contents share; sync() brings it to the disk.
    Result<void> append(const Digest&, std::string_view content, PassingSince);
    /// A segment for one caller alone, to be given back.
    Result<std::shared_ptr<Segment>> take_segment();
    void give_back(std::shared_ptr<Segment>);
    [[nodiscard]] std::shared_ptr<Segment> segment(std::uint32_t number) const;

private:
    Segments(std::string folder, Use, std::uint64_t length_max);
    [[nodiscard]] std::string path_of(std::uint32_t number, std::string_view kind) const;
    Result<void> recover_folder();
    Result<void> recover_segment(std::uint32_t number);
    Result<void> look_into(std::uint32_t number);
    Result<void> meet_segment(std::uint32_t number);
    Result<std::uint64_t> release_in(std::uint32_t number, const std::vector<FoundRecord>&);
    void learn(const Digest&, const Place&);
    [[nodiscard]] bool takes_for_itself(const FileDescriptor&) const;
    Result<std::shared_ptr<Segment>> make_segment();
    Result<std::shared_ptr<Segment>> shared_segment();
    void expect_sync(const std::shared_ptr<Segment>&);
    void let_go_of_synced();
    Result<void> write_anew(Segment&);
    Result<void> write_anew(Segment&, const FoundRecord&);
    [[nodiscard]] bool takes_more(const Segment&) const;
    void write_index_of(std::uint32_t number, const Recovered&) const;

    const std::string folder_;
    const Use use_;
    const std::uint64_t length_max_;
    FileDescriptor lock_;

    mutable std::mutex mutex_; ///< Guards the segments.
    std::map<std::uint32_t, std::shared_ptr<Segment>> all_;
    std::shared_ptr<Segment> shared_;
    std::vector<std::shared_ptr<Segment>> retired_; ///< Were shared until they were full or broken; not synced since.
    std::vector<std::shared_ptr<Segment>> idle_;

    std::mutex syncing_;

    std::mutex looking_;                          ///< One looks at a time; guards what follows.
    std::map<std::uint32_t, std::uint64_t> read_; ///< How far each segment of another process is known.

    mutable std::shared_mutex index_mutex_;
    std::unordered_map<Digest, Place, DigestHash> places_;
    std::unordered_set<Digest, DigestHash> damaged_;
};

} // namespace blobs
