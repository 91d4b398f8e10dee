#pragma once
// Many callers, one commit. A sync to disk costs the same for one change as for two hundred, so one thread takes all
// changes that wait, runs each inside a savepoint of one transaction, commits once and answers everybody.
#include "platform/db/database.hpp"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

namespace db {

/// The writing connection of one database. Used by the writer thread only.
///
///   idle ──begin──▶ open ──savepoint──▶ member ──release / roll_back_member──▶ open ──commit / roll_back──▶ idle
///                     └────────────── the database gives the transaction up (is_open() false) ─────────────▶ idle
class GroupConnection : public Transaction {
public:
    /// Waits for the lock that keeps other processes out; opens the connection anew when it was lost.
    virtual Result<void> begin() = 0;
    virtual Result<void> savepoint() = 0;
    /// Keeps what was done since the savepoint, or tells what stood in the way of a statement that was enqueued.
    virtual Result<void> release() = 0;
    virtual Result<void> roll_back_member() = 0;
    /// Returns when the transaction is on disk. Fails with platform.outcome_unknown when it may be kept all the same,
    /// with anything else when surely nothing is.
    virtual Result<void> commit() = 0;
    virtual void roll_back() = 0;
    [[nodiscard]] virtual bool is_open() const = 0;
};

class GroupWriter {
public:
    using Action = std::function<Result<void>(Transaction&)>;

    GroupWriter(std::unique_ptr<GroupConnection> connection, std::size_t group_size_max);
    /// Finishes what waits.
    ~GroupWriter();
    GroupWriter(const GroupWriter&) = delete;
    GroupWriter& operator=(const GroupWriter&) = delete;

    Result<void> write(const Action&);
    /// Outcomes in the order of the actions. They wait as neighbours, so they mostly share a group.
    std::vector<Result<void>> write_each(const std::vector<Action>&);
    void set_hooks(Database::Hooks);
    void commit_after(std::function<Result<void>()>);
    [[nodiscard]] WriterFigures figures() const;

private:
    struct Member {
        const Action* action;
        std::promise<Result<void>> answer;
        std::optional<Result<void>> outcome;
    };
    using Group = std::deque<Member>;

    void run();
    Group next_group();
    void write_group(Group&);
    void run_members(Group&);
    Result<void> run_alone(const Action&);
    Result<void> call(const Action&, Transaction&);
    void undo_member();
    Result<void> commit();
    void tell_after_commit();
    void give_back_unstarted(Group&);

    std::unique_ptr<GroupConnection> connection_;
    const std::size_t group_size_max_;
    mutable std::mutex mutex_;
    std::condition_variable work_waits_;
    Group waiting_;
    bool stopping_ = false;
    std::shared_ptr<const Database::Hooks> hooks_ = std::make_shared<Database::Hooks>();
    std::function<Result<void>()> contents_durable_ = []() -> Result<void> { return {}; };
    std::shared_ptr<const Database::Hooks> hooks_of_group_; ///< Of the writer thread: those of its whole group.
    std::function<Result<void>()> contents_durable_of_group_;
    std::atomic<std::uint64_t> groups_{0}, members_{0}, members_rolled_back_{0}, exceptions_{0}, commits_failed_{0};
    std::thread thread_;
};

} // namespace db
