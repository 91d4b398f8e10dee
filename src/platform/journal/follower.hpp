#pragma once
// Tells somebody in this process what the journal says of one kind of subject, as soon as it is committed. It keeps no
// position: what must be handled once and for all is a Consumer of the jobs.
#include "platform/journal/journal.hpp"

#include <functional>
#include <stop_token>
#include <thread>

namespace journal {

class Follower {
public:
    /// Called by the follower's own thread, in order, with what came since the last time; never with nothing.
    using OnTouches = std::function<void(const std::vector<Touch>&)>;

    /// Whether anybody wants to be told; while nobody does, what comes is passed over unread.
    using IsWanted = std::function<bool()>;

    /// Begins after what is in the journal now. Database and journal must outlive it.
    Follower(db::Database&, Journal&, std::string subject_kind, OnTouches, IsWanted = {});

private:
    void follow(const std::stop_token&);
    Result<void> tell_new();

    db::Database& database_;
    Journal& journal_;
    std::string subject_kind_;
    OnTouches on_touches_;
    IsWanted is_wanted_;
    std::int64_t position_;
    std::jthread thread_; ///< Last: it ends before what it stands on.
};

} // namespace journal
