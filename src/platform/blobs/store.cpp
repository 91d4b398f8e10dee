#include "platform/blobs/store.hpp"

#include "platform/blobs/segments.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/ensure.hpp"
#include "platform/errors.hpp"
#include "platform/log/log.hpp"

#include <algorithm>

namespace blobs {

namespace {

/// Contents up to here wait in memory and share a segment and its syncs; longer ones stream into a segment of their
/// own.
constexpr std::size_t buffered_length_max = 256 << 10;
constexpr std::size_t piece_length = 64 << 10;

Digest digest_of(crypto::Sha256& hash) {
    return Digest{hash.finish()};
}

Result<Digest> put_small(Segments& segments, const Digest& digest, std::string_view content, PassingSince since = 0) {
    if (since == 0 && segments.keeps(digest)) return digest;
    TRY(segments.append(digest, content, since));
    return digest;
}

/// fresh ──write──▶ buffered ──too long──▶ streaming ──finish──▶ finished
class SegmentWriter : public Writer {
public:
    explicit SegmentWriter(Segments& segments, PassingSince since = 0) : segments_{segments}, since_{since} {}
    ~SegmentWriter() override {
        if (!segment_) return;
        segment_->drop_stream();
        segments_.give_back(std::move(segment_));
    }

    Result<void> write(std::string_view bytes) override {
        ensure(!is_finished_);
        hash_.update(bytes);
        length_ += bytes.size();
        if (segment_) return segment_->write_piece(bytes);
        buffer_ += bytes;
        if (buffer_.size() <= buffered_length_max) return {};
        segment_ = TRY(segments_.take_segment());
        return segment_->write_piece(std::exchange(buffer_, {}));
    }

    Result<Digest> finish() override {
        ensure(!is_finished_);
        is_finished_ = true;
        const auto digest = digest_of(hash_);
        if (!segment_) return put_small(segments_, digest, buffer_, since_);
        if (since_ == 0 && segments_.keeps(digest)) return digest; // The destructor takes the second copy away.
        const auto offset = TRY(segment_->end_stream(digest, since_));
        segments_.remember(digest, {segment_->number(), offset, length_, since_});
        segments_.give_back(std::exchange(segment_, nullptr));
        return digest;
    }

private:
    Segments& segments_;
    const PassingSince since_;
    crypto::Sha256 hash_;
    std::string buffer_;
    std::shared_ptr<Segment> segment_;
    std::uint64_t length_ = 0;
    bool is_finished_ = false;
};

class SegmentStore : public Store {
public:
    explicit SegmentStore(std::unique_ptr<Segments> segments) : segments_{std::move(segments)} {}

    Result<std::unique_ptr<Writer>> begin() override {
        return std::unique_ptr<Writer>{std::make_unique<SegmentWriter>(*segments_)};
    }

    Result<std::unique_ptr<Writer>> begin_passing(Instant now) override {
        return std::unique_ptr<Writer>{std::make_unique<SegmentWriter>(*segments_, passing_since(now))};
    }

    Result<std::uint64_t> release(const std::vector<Digest>& digests) override { return segments_->release(digests); }

    Result<std::vector<Digest>> passing(Instant from, Instant until) override {
        TRY(segments_->look_for_more());
        return segments_->passing(passing_since(from), passing_since(until));
    }

    Result<Digest> put(std::string_view bytes) override {
        if (bytes.size() <= buffered_length_max) return put_small(*segments_, Digest{crypto::sha256(bytes)}, bytes);
        SegmentWriter writer{*segments_};
        TRY(writer.write(bytes));
        return writer.finish();
    }

    Result<std::string> get(const Digest& digest) override {
        std::string content;
        TRY(read(digest, [&](std::string_view piece) -> Result<void> {
            content += piece;
            return {};
        }));
        return content;
    }

    Result<void> read(const Digest& digest, const std::function<Result<void>(std::string_view)>& receiver) override {
        const auto place = TRY(find(digest));
        const auto segment = segments_->segment(place.segment);
        crypto::Sha256 hash;
        std::string piece;
        for (std::uint64_t done = 0; done < place.length; done += piece.size()) {
            piece.resize(std::min<std::uint64_t>(piece_length, place.length - done));
            TRY(segment->read(place.offset + done, piece));
            hash.update(piece);
            // The last piece is held back until the whole is known to be right.
            if (done + piece.size() < place.length) TRY(receiver(piece));
        }
        if (digest_of(hash) != digest) {
            TRY(expect_kept(digest, place, TRY(segment->header_of(place.offset))));
            segments_->mark_damaged(digest);
            logging::error("blobs.content_damaged", {{"segment", place.segment}, {"offset", place.offset}});
            return platform::blob_damaged.error();
        }
        if (!piece.empty()) TRY(receiver(piece));
        return {};
    }

    Result<std::string> read_part(const Digest& digest, std::uint64_t offset, std::size_t bytes_max) override {
        const auto place = TRY(find(digest));
        const auto segment = segments_->segment(place.segment);
        const auto header = TRY(segment->header_of(place.offset));
        if (!header || header->digest != digest) return platform::blob_damaged.error();
        TRY(expect_kept(digest, place, header));
        if (offset >= place.length) return std::string{};
        std::string part(std::min<std::uint64_t>(bytes_max, place.length - offset), '\0');
        TRY(segment->read(place.offset + offset, part));
        return part;
    }

    Result<std::uint64_t> size(const Digest& digest) override { return TRY(find(digest)).length; }
    Result<void> sync() override { return segments_->sync(); }

private:
    Result<Place> find(const Digest& digest) {
        if (const auto place = segments_->find(digest)) return *place;
        TRY(segments_->look_for_more());
        if (const auto place = segments_->find(digest)) return *place;
        if (segments_->is_damaged(digest)) return platform::blob_damaged.error();
        return platform::blob_missing.error();
    }

    /// Another process may have released it; then it is forgotten here too.
    Result<void> expect_kept(const Digest& digest, const Place& place, const std::optional<Header>& header) {
        if (!header || !header->is_gone) return {};
        segments_->forget(digest, place);
        return platform::blob_missing.error();
    }

    std::unique_ptr<Segments> segments_;
};

} // namespace

Result<std::unique_ptr<Store>> open(const std::string& folder, Use use, std::uint64_t segment_length_max) {
    return std::unique_ptr<Store>{std::make_unique<SegmentStore>(TRY(Segments::open(folder, use, segment_length_max)))};
}

} // namespace blobs
