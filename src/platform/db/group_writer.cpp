#include "platform/db/group_writer.hpp"

#include "platform/crash_point.hpp"
#include "platform/ensure.hpp"
#include "platform/errors.hpp"
#include "platform/log/log.hpp"
#include "platform/metrics/metrics.hpp"
#include "platform/threads.hpp"

#include <algorithm>
#include <iterator>

namespace db {
namespace {

/// After a statement has failed PostgreSQL refuses the rest of the transaction and SQLite does not. Here both refuse:
/// the first fault of an action is its outcome, whatever the action makes of it.
class StickyTransaction final : public Transaction {
public:
    explicit StickyTransaction(Transaction& inner) : inner_{inner} {}

    Result<Rows> query(std::string_view sql, const Arguments& arguments) override {
        if (fault_) return *fault_;
        return remember(inner_.query(sql, arguments));
    }
    Result<std::int64_t> execute(std::string_view sql, const Arguments& arguments) override {
        if (fault_) return *fault_;
        return remember(inner_.execute(sql, arguments));
    }
    Result<void> enqueue(std::string_view sql, const Arguments& arguments) override {
        if (fault_) return *fault_;
        return remember(inner_.enqueue(sql, arguments));
    }
    [[nodiscard]] Dialect dialect() const override { return inner_.dialect(); }
    [[nodiscard]] const std::optional<Error>& fault() const { return fault_; }

private:
    template <class T>
    Result<T> remember(Result<T> outcome) {
        if (!outcome) fault_ = outcome.error();
        return outcome;
    }
    Transaction& inner_;
    std::optional<Error> fault_;
};

/// What stood in the way, in words that are true for every member of the group.
Error nothing_was_kept(const Error& reason) {
    for (const auto code : {platform::database_unavailable, platform::database_damaged, platform::disk_full,
                            platform::blob_store_unavailable, platform::outcome_unknown}) {
        if (reason.code == code.name) return reason;
    }
    return platform::database_unavailable.error({{"reason", describe(reason)}});
}

class CommitTimer {
public:
    void observe() const {
        static const auto seconds = metrics::histogram(
            "db_commit_seconds", "From the last action of a group until it is on disk.", metrics::seconds_bounds());
        seconds.observe(std::chrono::duration<double>{std::chrono::steady_clock::now() - begun_}.count());
    }

private:
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

void observe_group(std::size_t members) {
    static const auto sizes =
        metrics::histogram("db_group_members", "Actions that shared one commit.", {1, 2, 4, 8, 16, 32, 64, 128, 256});
    sizes.observe(static_cast<double>(members));
}

void report_commit_failed(const Error& error) {
    static const auto failed = metrics::counter("db_commits_failed_total", "Groups of which nothing was kept.");
    failed.add();
    logging::error("db.commit_failed", error);
}

void report_exception(std::string_view words) {
    static const auto exceptions = metrics::counter("db_exceptions_total", "Exceptions that left an action or a hook.");
    exceptions.add();
    logging::error("db.exception", {{"reason", words}});
}

} // namespace

GroupWriter::GroupWriter(std::unique_ptr<GroupConnection> connection, std::size_t group_size_max)
    : connection_{std::move(connection)}, group_size_max_{group_size_max}, thread_{[this] {
          platform::name_this_thread("db-writer");
          run();
      }} {}

GroupWriter::~GroupWriter() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    work_waits_.notify_one();
    thread_.join();
}

void GroupWriter::set_hooks(Database::Hooks hooks) {
    const std::lock_guard lock{mutex_};
    hooks_ = std::make_shared<const Database::Hooks>(std::move(hooks));
}

void GroupWriter::commit_after(std::function<Result<void>()> step) {
    const std::lock_guard lock{mutex_};
    contents_durable_ = std::move(step);
}

WriterFigures GroupWriter::figures() const {
    const std::lock_guard lock{mutex_};
    return {groups_, members_, members_rolled_back_, exceptions_, commits_failed_, waiting_.size()};
}

Result<void> GroupWriter::write(const Action& action) {
    // An action that writes through the database instead of its transaction would wait for itself.
    ensure(std::this_thread::get_id() != thread_.get_id());
    std::future<Result<void>> answer;
    {
        const std::lock_guard lock{mutex_};
        auto& member = waiting_.emplace_back(Member{&action, {}, {}});
        answer = member.answer.get_future();
        work_waits_.notify_one(); // Under the lock: the writer may be destroyed as soon as it has answered.
    }
    return answer.get();
}

std::vector<Result<void>> GroupWriter::write_each(const std::vector<Action>& actions) {
    ensure(std::this_thread::get_id() != thread_.get_id());
    std::vector<std::future<Result<void>>> answers;
    {
        const std::lock_guard lock{mutex_};
        for (const auto& action : actions) {
            answers.push_back(waiting_.emplace_back(Member{&action, {}, {}}).answer.get_future());
        }
        work_waits_.notify_one();
    }
    // The last is answered last: who waits for it is woken once.
    if (!answers.empty()) answers.back().wait();
    std::vector<Result<void>> outcomes;
    for (auto& answer : answers)
        outcomes.push_back(answer.get());
    return outcomes;
}

void GroupWriter::run() {
    for (auto group = next_group(); !group.empty(); group = next_group()) {
        write_group(group);
        for (auto& member : group)
            member.answer.set_value(std::move(*member.outcome));
    }
}

/// Empty when the writer stops and nothing waits any more.
GroupWriter::Group GroupWriter::next_group() {
    std::unique_lock lock{mutex_};
    work_waits_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    const auto size = static_cast<std::ptrdiff_t>(std::min(waiting_.size(), group_size_max_));
    Group group{std::make_move_iterator(waiting_.begin()), std::make_move_iterator(waiting_.begin() + size)};
    waiting_.erase(waiting_.begin(), waiting_.begin() + size);
    hooks_of_group_ = hooks_;
    contents_durable_of_group_ = contents_durable_;
    return group;
}

void GroupWriter::write_group(Group& group) {
    auto begun = connection_->begin();
    if (!begun) {
        for (auto& member : group)
            member.outcome = begun;
        return;
    }
    run_members(group);
    observe_group(group.size());
    const auto has_succeeded = [](const Member& member) { return member.outcome->has_value(); };
    if (connection_->is_open() && std::none_of(group.begin(), group.end(), has_succeeded)) {
        connection_->roll_back();
        return;
    }
    const CommitTimer timer;
    // When the transaction is gone, the last who began has met the reason.
    ensure_or_stop(connection_->is_open() || !group.back().outcome->has_value());
    auto committed = connection_->is_open() ? commit() : *group.back().outcome;
    if (!committed) committed = nothing_was_kept(committed.error());
    if (committed) {
        timer.observe();
        tell_after_commit();
        return;
    }
    ++commits_failed_;
    report_commit_failed(committed.error());
    // Refusals are answered the same way: they may rest on what a neighbour had changed and now has not.
    for (auto& member : group)
        member.outcome = committed;
}

void GroupWriter::run_members(Group& group) {
    ++groups_;
    if (hooks_of_group_->group_begins) hooks_of_group_->group_begins();
    for (auto& member : group) {
        if (!connection_->is_open()) break;
        ++members_;
        member.outcome = run_alone(*member.action);
        if (!*member.outcome) ++members_rolled_back_;
    }
    if (!connection_->is_open()) give_back_unstarted(group);
}

/// The database gave the transaction up. Who has not begun can be in the next group.
void GroupWriter::give_back_unstarted(Group& group) {
    const auto first = std::find_if(group.begin(), group.end(), [](const Member& member) { return !member.outcome; });
    const std::lock_guard lock{mutex_};
    waiting_.insert(waiting_.begin(), std::make_move_iterator(first), std::make_move_iterator(group.end()));
    group.erase(first, group.end());
}

Result<void> GroupWriter::run_alone(const Action& action) {
    TRY(connection_->savepoint());
    if (hooks_of_group_->member_begins) hooks_of_group_->member_begins();
    StickyTransaction transaction{*connection_};
    auto outcome = call(action, transaction);
    if (outcome && transaction.fault()) outcome = *transaction.fault();
    if (outcome) outcome = connection_->release();
    if (!outcome) undo_member();
    return outcome;
}

void GroupWriter::undo_member() {
    // What cannot be undone alone must not be committed with the others.
    if (connection_->is_open() && !connection_->roll_back_member()) connection_->roll_back();
    if (hooks_of_group_->member_undone) hooks_of_group_->member_undone();
}

/// The border of the writer thread: an exception in an action is that action's failure and nobody else's.
Result<void> GroupWriter::call(const Action& action, Transaction& transaction) {
    try {
        return action(transaction);
    } catch (const std::exception& exception) {
        ++exceptions_;
        report_exception(exception.what());
        return platform::internal.error({{"reason", std::string{exception.what()}}});
    } catch (...) {
        ++exceptions_;
        report_exception("no words");
        return platform::internal.error({{"reason", std::string{"an exception without words"}}});
    }
}

Result<void> GroupWriter::commit() {
    if (const auto& before = hooks_of_group_->before_commit) {
        StickyTransaction transaction{*connection_};
        auto sealed = call(before, transaction);
        if (sealed && transaction.fault()) sealed = *transaction.fault();
        if (!sealed) {
            connection_->roll_back();
            return sealed;
        }
    }
    StickyTransaction unused{*connection_};
    if (auto durable = call([this](Transaction&) { return contents_durable_of_group_(); }, unused); !durable) {
        connection_->roll_back();
        return durable;
    }
    platform::crash_point("db.before_commit");
    TRY(connection_->commit());
    platform::crash_point("db.after_commit");
    return {};
}

void GroupWriter::tell_after_commit() {
    if (!hooks_of_group_->after_commit) return;
    try {
        hooks_of_group_->after_commit();
    } catch (...) {
        ++exceptions_;
        report_exception("after a commit"); // What is committed stays committed; the callers must hear so.
    }
}

} // namespace db
