#pragma once
// Lends a limited number of connections, the most recently used first: its statements and pages are still warm.
#include "platform/errors.hpp"
#include "platform/result.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace db {

template <class Connection>
class LendingPool {
public:
    using Open = std::function<Result<std::unique_ptr<Connection>>()>;

    LendingPool(std::size_t size_max, std::chrono::milliseconds wait_max, Open open)
        : size_max_{size_max}, wait_max_{wait_max}, open_{std::move(open)} {}

    /// Waits when all are lent. Fails with platform.database_unavailable when none came back in time, or with what
    /// opening a new one fails with.
    Result<std::unique_ptr<Connection>> take() {
        {
            std::unique_lock lock{mutex_};
            if (!came_back_.wait_for(lock, wait_max_, [this] { return !idle_.empty() || opened_ < size_max_; })) {
                return platform::database_unavailable.error({{"reason", std::string{"all readers are lent"}}});
            }
            if (!idle_.empty()) {
                auto connection = std::move(idle_.back());
                idle_.pop_back();
                return connection;
            }
            ++opened_;
        }
        auto connection = open_();
        if (!connection) forget_one();
        return connection;
    }

    /// Nothing (a null pointer) makes room for a new connection in the place of a broken one.
    void give_back(std::unique_ptr<Connection> connection) {
        if (!connection) return forget_one();
        {
            const std::lock_guard lock{mutex_};
            idle_.push_back(std::move(connection));
        }
        came_back_.notify_one();
    }

private:
    void forget_one() {
        {
            const std::lock_guard lock{mutex_};
            --opened_;
        }
        came_back_.notify_one();
    }

    const std::size_t size_max_;
    const std::chrono::milliseconds wait_max_;
    const Open open_;
    std::mutex mutex_;
    std::condition_variable came_back_;
    std::vector<std::unique_ptr<Connection>> idle_;
    std::size_t opened_ = 0;
};

} // namespace db
