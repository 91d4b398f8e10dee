#pragma once
#include "platform/jobs/job_store.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/journal/journal.hpp"

namespace jobs {

/// Whether the journal has grown by something that may have queued work. What is counted as queued is committed once
/// the journal has grown from where it stood when it was counted; twice, since other programs make it grow too.
class Growth {
public:
    explicit Growth(const journal::Journal& journal) : journal_{journal} { note(); }
    /// Waits at most so long. Then, or when it says yes, it is time to look.
    [[nodiscard]] bool may_have_queued(std::chrono::milliseconds patience) {
        if (!journal_.wait_beyond(known_, patience)) return false;
        const bool was_certain = looks_left_ == 0;
        if (!was_certain) --looks_left_;
        return note() || !was_certain;
    }

private:
    /// The count before the head: the other way round, a commit between them would be missed.
    bool note() {
        const auto queued = queued_so_far();
        known_ = journal_.head();
        const bool is_more = queued != queued_;
        queued_ = queued;
        if (is_more) looks_left_ = 2;
        return is_more;
    }
    const journal::Journal& journal_;
    std::uint64_t queued_ = 0;
    std::int64_t known_ = 0;
    int looks_left_ = 2;
};

} // namespace jobs
