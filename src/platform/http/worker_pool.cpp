#include "platform/http/worker_pool.hpp"

#include "platform/threads.hpp"

#include <algorithm>

namespace http {

WorkerPool::WorkerPool(std::size_t threads_max, std::size_t queue_length_max)
    : threads_max_{threads_max}, queue_length_max_{queue_length_max} {}

WorkerPool::~WorkerPool() {
    stop();
}

bool WorkerPool::try_post(Task task) {
    {
        const std::lock_guard lock{mutex_};
        if (is_stopping_ || queue_.size() >= queue_length_max_) return false;
        add_locked(std::move(task));
    }
    something_waits_.notify_one(); // Without the lock: who wakes would only wait for it.
    return true;
}

void WorkerPool::post(Task task) {
    {
        const std::lock_guard lock{mutex_};
        add_locked(std::move(task));
    }
    something_waits_.notify_one();
}

void WorkerPool::add_locked(Task task) {
    queue_.push_back(std::move(task));
    if (queue_.size() > idle_ && threads_.size() < threads_max_ && !is_stopping_) {
        threads_.emplace_back([this] {
            platform::name_this_thread("http-worker");
            work();
        });
    }
}

void WorkerPool::work() {
    std::unique_lock lock{mutex_};
    for (;;) {
        ++idle_;
        something_waits_.wait(lock, [this] { return is_stopping_ || !queue_.empty(); });
        --idle_;
        if (queue_.empty()) return;
        auto task = std::move(queue_.front());
        queue_.pop_front();
        lock.unlock();
        task();
        task = nullptr; // What it holds on to goes before anybody else is let in.
        lock.lock();
    }
}

void WorkerPool::stop() {
    std::vector<std::thread> threads;
    {
        const std::lock_guard lock{mutex_};
        is_stopping_ = true;
        threads.swap(threads_);
    }
    something_waits_.notify_all();
    for (auto& thread : threads) {
        thread.join();
    }
}

WorkerPool::State WorkerPool::state() const {
    const std::lock_guard lock{mutex_};
    return {threads_.size() - std::min(idle_, threads_.size()), queue_.size()};
}

} // namespace http
