#include "platform/http/probe.hpp"

#include "platform/errors.hpp"

#include <cerrno>
#include <condition_variable>
#include <fcntl.h>
#include <memory>
#include <mutex>
#include <thread>
#include <unistd.h>

namespace http {

Probe database_probe(db::Database& database) {
    return {"database", [&database]() -> Result<void> {
                auto reader = TRY(database.reader());
                TRY(reader->query("SELECT 1"));
                return {};
            }};
}

static Error not_kept(int system_error) {
    const bool is_full = system_error == ENOSPC || system_error == EDQUOT;
    return is_full ? platform::disk_full.error() : platform::disk_unwritable.error();
}

Probe disk_probe(std::string folder) {
    return {"disk", [folder = std::move(folder)]() -> Result<void> {
                const auto path = folder + "/.probe";
                const auto file = ::open(path.c_str(), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
                if (file < 0) return not_kept(errno);
                const bool is_kept = ::write(file, "probe\n", 6) == 6 && ::fdatasync(file) == 0;
                const auto system_error = errno;
                ::close(file);
                ::unlink(path.c_str());
                if (!is_kept) return not_kept(system_error);
                return {};
            }};
}

namespace {

class ProbeInTime {
public:
    ProbeInTime(std::chrono::milliseconds patience, std::function<Result<void>()> check)
        : patience_{patience}, check_{std::move(check)} {}

    Result<void> ask() {
        std::unique_lock lock{mutex_};
        if (!is_running_) {
            if (thread_.joinable()) thread_.join(); // It has said what it had to say.
            is_running_ = true;
            thread_ = std::jthread{[this] { run(); }};
        }
        if (!has_answered_.wait_for(lock, patience_, [this] { return !is_running_; })) {
            return platform::probe_unanswered.error({{"milliseconds", std::int64_t{patience_.count()}}});
        }
        return answer_;
    }

private:
    void run() {
        auto answer = check_();
        const std::lock_guard lock{mutex_};
        answer_ = std::move(answer);
        is_running_ = false;
        has_answered_.notify_all();
    }

    const std::chrono::milliseconds patience_;
    const std::function<Result<void>()> check_;
    std::mutex mutex_;
    std::condition_variable has_answered_;
    bool is_running_ = false;
    Result<void> answer_;
    std::jthread thread_; ///< Last, so that it ends before what it uses.
};

} // namespace

Probe answered_within(std::chrono::milliseconds patience, Probe probe) {
    auto in_time = std::make_shared<ProbeInTime>(patience, std::move(probe.check));
    return {std::move(probe.name), [in_time] { return in_time->ask(); }};
}

} // namespace http
