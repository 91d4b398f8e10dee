#include "governance/http/papers_press.hpp"

#include "platform/errors.hpp"

#include <algorithm>

namespace governance {

/// Each that waits holds a thread of the server.
static constexpr int waiting_papers_max = 4;
static constexpr int papers_retry_after_s = 5;
static constexpr std::uint64_t kept_papers_bytes_max = 64'000'000;
static constexpr std::size_t copied_piece_size = 256 * 1024;

namespace {

class Waiting {
public:
    explicit Waiting(std::atomic<int>& count) : count_{count} { ++count_; }
    ~Waiting() { --count_; }
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;

private:
    std::atomic<int>& count_;
};

} // namespace

std::shared_ptr<const pdf::File> PapersPress::find(const std::string& tag) {
    const std::lock_guard lock{kept_mutex_};
    const auto found = std::ranges::find(newest_first_, tag, &Kept::tag);
    if (found == newest_first_.end()) return nullptr;
    newest_first_.splice(newest_first_.begin(), newest_first_, found);
    return found->file;
}

void PapersPress::keep(std::string tag, std::shared_ptr<const pdf::File> file) {
    const std::lock_guard lock{kept_mutex_};
    newest_first_.push_front({std::move(tag), std::move(file)});
    std::uint64_t bytes = 0;
    const auto first_too_many = std::ranges::find_if(
        newest_first_, [&](const Kept& kept) { return (bytes += kept.file->size()) > kept_papers_bytes_max; });
    newest_first_.erase(first_too_many, newest_first_.end());
}

Result<std::optional<FittingFile>> PapersPress::fitting(blobs::Store& blobs, const BoundPaper& paper) {
    const auto digest = TRY(blobs::Digest::parse(paper.digest));
    auto file = std::make_shared<pdf::File>(TRY(pdf::File::make()));
    for (std::uint64_t offset = 0;;) {
        const auto piece = TRY(blobs.read_part(digest, offset, copied_piece_size));
        if (piece.empty()) break;
        TRY(file->append(piece));
        offset += piece.size();
    }
    const auto look = TRY(workshop_.look(*file));
    if (look.finding != pdf::Finding::readable) return std::optional<FittingFile>{};
    return std::optional{FittingFile{std::move(file), static_cast<int>(look.pages.size())}};
}

Result<std::shared_ptr<const pdf::File>> PapersPress::pressed(const std::string& tag, blobs::Store& blobs,
                                                              const Setting& set) {
    if (auto kept = find(tag)) return kept;
    const Waiting waiting{waiting_};
    if (waiting_ > waiting_papers_max) {
        auto busy = platform::server_busy.error();
        busy.retry_after_s = papers_retry_after_s;
        return busy;
    }
    const std::lock_guard turn{one_at_a_time_};
    if (auto kept = find(tag)) return kept; // Somebody else wanted the same and was first.
    const auto book = TRY(set([&](const BoundPaper& paper) { return fitting(blobs, paper); }));
    auto bound = TRY(workshop_.bind(book));
    auto file = std::make_shared<const pdf::File>(std::move(bound.file));
    keep(tag, file);
    return file;
}

} // namespace governance
