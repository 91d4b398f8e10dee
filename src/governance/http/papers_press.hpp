#pragma once
// Binds papers one meeting at a time and keeps what was asked for last.
#include "governance/views/meeting_papers.hpp"
#include "platform/blobs/store.hpp"
#include "platform/pdf/workshop.hpp"

#include <atomic>
#include <list>
#include <mutex>

namespace governance {

class PapersPress {
public:
    using Setting = std::function<Result<pdf::Book>(const FileSource&)>;

    /// The PDF of this tag: kept from before, or set now. Equal tags must mean equal content. Fails as
    /// pdf::Workshop::bind does, and with platform.server_busy when too many wait already.
    Result<std::shared_ptr<const pdf::File>> pressed(const std::string& tag, blobs::Store&, const Setting&);

private:
    struct Kept {
        std::string tag;
        std::shared_ptr<const pdf::File> file;
    };
    std::shared_ptr<const pdf::File> find(const std::string& tag);
    void keep(std::string tag, std::shared_ptr<const pdf::File>);
    Result<std::optional<FittingFile>> fitting(blobs::Store&, const BoundPaper&);

    pdf::Workshop workshop_;
    std::atomic<int> waiting_{0};
    std::mutex one_at_a_time_;
    std::mutex kept_mutex_;
    std::list<Kept> newest_first_;
};

} // namespace governance
