// How what was appended to shared segments comes to the disk.
#include "platform/blobs/segments.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/errors.hpp"
#include "platform/log/log.hpp"

#include <algorithm>

namespace blobs {

Result<void> Segments::append(const Digest& digest, std::string_view content, PassingSince since) {
    const auto segment = TRY(shared_segment());
    const auto offset = TRY(segment->append(digest, content, since));
    expect_sync(segment);
    remember(digest, {segment->number(), offset, content.size(), since});
    return {};
}

/// The segment may have been retired and synced between being lent and being written to.
void Segments::expect_sync(const std::shared_ptr<Segment>& segment) {
    const std::lock_guard lock{mutex_};
    const bool is_expected = segment == shared_ || std::ranges::find(retired_, segment) != retired_.end();
    if (!is_expected) retired_.push_back(segment);
}

Result<void> Segments::sync() {
    const std::lock_guard one{syncing_};
    std::vector<std::shared_ptr<Segment>> taking;
    {
        const std::lock_guard lock{mutex_};
        taking = retired_;
        if (shared_) taking.push_back(shared_);
    }
    for (const auto& segment : taking)
        if (!segment->sync()) TRY(write_anew(*segment));
    let_go_of_synced();
    return {};
}

/// One that was written to again meanwhile waits for the next time.
void Segments::let_go_of_synced() {
    const std::lock_guard lock{mutex_};
    std::erase_if(retired_, [this](const std::shared_ptr<Segment>& segment) {
        if (!segment->unsynced().empty()) return false;
        write_index_of(segment->number(), segment->content());
        return true;
    });
}

/// After a failed sync the kernel still shows the bytes, but nobody knows which of them are on disk.
Result<void> Segments::write_anew(Segment& broken) {
    const auto records = broken.unsynced();
    if (records.empty()) return {};
    logging::error("blobs.segment_not_synced", {{"segment", broken.number()}, {"contents", records.size()}});
    for (const auto& record : records)
        TRY(write_anew(broken, record));
    return {};
}

Result<void> Segments::write_anew(Segment& broken, const FoundRecord& record) {
    std::string content(record.length, '\0');
    TRY(broken.read(record.offset, content));
    if (Digest{crypto::sha256(content)} != record.digest) return platform::blob_damaged.error();
    const auto fresh = TRY(shared_segment());
    const auto offset = TRY(fresh->append(record.digest, content, record.since));
    TRY(fresh->sync());
    forget(record.digest, {broken.number(), record.offset, record.length, record.since});
    remember(record.digest, {fresh->number(), offset, record.length, record.since});
    return {};
}

bool Segments::keeps(const Digest& digest) const {
    const auto place = find(digest);
    // A passing content may go at any time, so it spares nobody a copy; and when what another process has appended will
    // be on disk, only that process knows.
    return place && place->since == 0 && segment(place->segment)->is_own();
}

} // namespace blobs
