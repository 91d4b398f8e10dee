#include "platform/blobs/segments.hpp"

#include "platform/blobs/holes.hpp"
#include "platform/crash_point.hpp"
#include "platform/errors.hpp"
#include "platform/log/log.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace blobs {

namespace {

/// The folder's own list of files: a segment whose name is lost would be lost too.
Result<void> sync_folder(const std::string& folder) {
    const FileDescriptor descriptor{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!descriptor.is_open() || ::fsync(descriptor.number()) != 0) return store_unavailable(errno);
    return {};
}

std::optional<std::uint32_t> number_of(const std::filesystem::path& path) {
    if (path.extension() != ".segment") return {};
    const auto stem = path.stem().string();
    std::uint32_t number = 0;
    const auto [end, fault] = std::from_chars(stem.data(), stem.data() + stem.size(), number);
    if (fault != std::errc{} || end != stem.data() + stem.size()) return {};
    return number;
}

} // namespace

Segments::Segments(std::string folder, Use use, std::uint64_t length_max)
    : folder_{std::move(folder)}, use_{use}, length_max_{length_max} {}

std::string Segments::path_of(std::uint32_t number, std::string_view kind) const {
    return fmt::format("{}/{:08}.{}", folder_, number, kind);
}

Result<std::unique_ptr<Segments>> Segments::open(const std::string& folder, Use use, std::uint64_t length_max) {
    std::error_code fault;
    std::filesystem::create_directories(folder, fault);
    if (fault) return store_unavailable(fault.value());
    std::unique_ptr<Segments> segments{new Segments{folder, use, length_max}};
    segments->lock_ = FileDescriptor{::open((folder + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)};
    if (!segments->lock_.is_open()) return store_unavailable(errno);
    const auto lock = (use == Use::alone ? LOCK_EX : LOCK_SH) | LOCK_NB;
    if (::flock(segments->lock_.number(), lock) != 0) return platform::blob_store_taken.error();
    TRY(segments->recover_folder());
    return segments;
}

Segments::~Segments() {
    if (const auto synced = sync(); !synced) logging::error("blobs.not_synced", synced.error());
    for (const auto& [number, segment] : all_) {
        if (!read_.contains(number)) write_index_of(number, segment->content());
    }
}

/// The lock on a segment's file says whose it is, and goes with the process that has it.
bool Segments::takes_for_itself(const FileDescriptor& file) const {
    return use_ == Use::alone || ::flock(file.number(), LOCK_EX | LOCK_NB) == 0;
}

static Result<std::vector<std::uint32_t>> numbers_in(const std::string& folder) {
    std::vector<std::uint32_t> numbers;
    std::error_code fault;
    for (const auto& entry : std::filesystem::directory_iterator{folder, fault})
        if (const auto number = number_of(entry.path())) numbers.push_back(*number);
    if (fault) return store_unavailable(fault.value());
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

Result<void> Segments::recover_folder() {
    for (const auto number : TRY(numbers_in(folder_)))
        TRY(recover_segment(number));
    return {};
}

Result<void> Segments::recover_segment(std::uint32_t number) {
    FileDescriptor file{::open(path_of(number, "segment").c_str(), O_RDWR | O_CLOEXEC)};
    struct stat status;
    if (!file.is_open()) return store_unavailable(errno);
    const bool is_own = takes_for_itself(file);
    if (::fstat(file.number(), &status) != 0) return store_unavailable(errno);
    const auto size = static_cast<std::uint64_t>(status.st_size);
    auto known = read_index(path_of(number, "index")).value_or(Recovered{});
    if (known.end > size) known = {};
    const auto known_end = known.end;
    const auto found = TRY(recover(file, size, std::move(known)));

    if (found.unreadable_bytes > 0)
        logging::error("blobs.segment_damaged", {{"segment", number}, {"bytes", found.unreadable_bytes}});
    if (is_own && found.torn_bytes > 0) {
        logging::warning("blobs.torn_tail_removed", {{"segment", number}, {"bytes", found.torn_bytes}});
        if (::ftruncate(file.number(), static_cast<off_t>(found.end)) != 0 || ::fdatasync(file.number()) != 0)
            return store_unavailable(errno);
    }
    for (const auto& record : found.records)
        learn(record.digest, {number, record.offset, record.length, record.since});
    if (is_own) (void)make_holes(file, found.gone); // A kill may have come before they were made.
    if (is_own && found.end > known_end) write_index_of(number, found);
    if (!is_own) read_.emplace(number, found.end);
    auto segment = std::make_shared<Segment>(number, std::move(file), found, is_own);
    if (is_own && takes_more(*segment)) idle_.push_back(segment);
    all_.emplace(number, std::move(segment));
    return {};
}

Result<void> Segments::look_for_more() {
    if (use_ == Use::alone) return {};
    const std::lock_guard lock{looking_};
    for (const auto number : TRY(numbers_in(folder_))) {
        const auto known = read_.find(number);
        if (known == read_.end()) {
            TRY(meet_segment(number));
        } else if (known->second < length_max_) { // A longer one takes no more.
            TRY(look_into(number));
        }
    }
    return {};
}

Result<void> Segments::look_into(std::uint32_t number) {
    const auto added = TRY(segment(number)->added_since(read_.at(number)));
    read_[number] = added.end;
    const std::unique_lock lock{index_mutex_};
    for (const auto& record : added.records) {
        learn(record.digest, {number, record.offset, record.length, record.since});
        damaged_.erase(record.digest);
    }
    return {};
}

/// Somebody else has made it since; ours are known here from their beginning.
Result<void> Segments::meet_segment(std::uint32_t number) {
    {
        const std::lock_guard lock{mutex_};
        if (all_.contains(number)) return {};
    }
    FileDescriptor file{::open(path_of(number, "segment").c_str(), O_RDONLY | O_CLOEXEC)};
    if (!file.is_open()) return store_unavailable(errno);
    {
        const std::lock_guard lock{mutex_};
        all_.emplace(number, std::make_shared<Segment>(number, std::move(file), Recovered{}, false));
    }
    read_.emplace(number, 0);
    return look_into(number);
}

std::optional<Place> Segments::find(const Digest& digest) const {
    const std::shared_lock lock{index_mutex_};
    const auto found = places_.find(digest);
    if (found == places_.end()) return {};
    return found->second;
}

bool Segments::is_damaged(const Digest& digest) const {
    const std::shared_lock lock{index_mutex_};
    return damaged_.contains(digest);
}

void Segments::remember(const Digest& digest, const Place& place) {
    const std::unique_lock lock{index_mutex_};
    learn(digest, place);
    damaged_.erase(digest);
}

/// The later copy is the sound one; but one that stays is not given up for one that passes.
void Segments::learn(const Digest& digest, const Place& place) {
    const auto [known, is_fresh] = places_.try_emplace(digest, place);
    if (!is_fresh && (place.since == 0 || known->second.since != 0)) known->second = place;
}

void Segments::forget(const Digest& digest, const Place& place) {
    segment(place.segment)->forget(place.offset);
    const std::unique_lock lock{index_mutex_};
    const auto known = places_.find(digest);
    if (known == places_.end()) return;
    if (known->second.segment == place.segment && known->second.offset == place.offset) places_.erase(known);
}

std::vector<Digest> Segments::passing(PassingSince from, PassingSince until) const {
    std::vector<Digest> found;
    const std::shared_lock lock{index_mutex_};
    for (const auto& [digest, place] : places_)
        if (place.since != 0 && place.since >= from && place.since < until) found.push_back(digest);
    return found;
}

Result<std::uint64_t> Segments::release(const std::vector<Digest>& digests) {
    TRY(look_for_more());
    std::map<std::uint32_t, std::vector<FoundRecord>> wanted;
    for (const auto& digest : digests) {
        const auto place = find(digest);
        if (place && place->since != 0)
            wanted[place->segment].push_back({digest, place->offset, place->length, place->since});
    }
    std::uint64_t bytes = 0;
    for (const auto& [number, records] : wanted)
        bytes += TRY(release_in(number, records));
    return bytes;
}

/// The index goes first: were it there after a kill, it would tell of records that are gone, and nobody would look for
/// the holes that are missing. Another process may write it again; readers ask the header, so it does no harm.
Result<std::uint64_t> Segments::release_in(std::uint32_t number, const std::vector<FoundRecord>& records) {
    ::unlink(path_of(number, "index").c_str());
    platform::crash_point("blobs.before_gone");
    const FileDescriptor file{::open(path_of(number, "segment").c_str(), O_RDWR | O_CLOEXEC)};
    if (!file.is_open()) return store_unavailable(errno);
    const auto gone = TRY(mark_gone(file, records));
    platform::crash_point("blobs.marked_gone");
    const auto bytes = TRY(make_holes(file, gone));
    platform::crash_point("blobs.holes_made");
    for (const auto& record : records)
        forget(record.digest, {number, record.offset, record.length, record.since});
    return bytes;
}

void Segments::mark_damaged(const Digest& digest) {
    const std::unique_lock lock{index_mutex_};
    places_.erase(digest);
    damaged_.insert(digest);
}

bool Segments::takes_more(const Segment& segment) const {
    return !segment.is_broken() && segment.end() < length_max_;
}

/// Another process may take a number at the same moment, or a file in the moment before it is locked: then the next
/// one.
Result<std::shared_ptr<Segment>> Segments::make_segment() {
    for (auto number = all_.empty() ? 1 : all_.rbegin()->first + 1;; ++number) {
        FileDescriptor file{::open(path_of(number, "segment").c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600)};
        if (!file.is_open() && errno == EEXIST && use_ == Use::shared) continue;
        if (!file.is_open()) return store_unavailable(errno);
        if (!takes_for_itself(file)) continue;
        TRY(sync_folder(folder_));
        auto segment = std::make_shared<Segment>(number, std::move(file), Recovered{});
        all_.emplace(number, segment);
        return segment;
    }
}

Result<std::shared_ptr<Segment>> Segments::shared_segment() {
    const std::lock_guard lock{mutex_};
    if (shared_ && !takes_more(*shared_)) retired_.push_back(std::exchange(shared_, nullptr));
    if (!shared_ && !idle_.empty()) {
        shared_ = idle_.back();
        idle_.pop_back();
    }
    if (!shared_) shared_ = TRY(make_segment());
    return shared_;
}

Result<std::shared_ptr<Segment>> Segments::take_segment() {
    const std::lock_guard lock{mutex_};
    if (idle_.empty()) return make_segment();
    auto segment = std::move(idle_.back());
    idle_.pop_back();
    return segment;
}

void Segments::give_back(std::shared_ptr<Segment> segment) {
    if (takes_more(*segment)) {
        const std::lock_guard lock{mutex_};
        idle_.push_back(std::move(segment));
    } else {
        write_index_of(segment->number(), segment->content());
    }
}

std::shared_ptr<Segment> Segments::segment(std::uint32_t number) const {
    const std::lock_guard lock{mutex_};
    return all_.at(number);
}

void Segments::write_index_of(std::uint32_t number, const Recovered& content) const {
    if (const auto written = write_index(path_of(number, "index"), content); !written)
        logging::warning("blobs.index_not_written", written.error(), {{"segment", number}});
}

} // namespace blobs
