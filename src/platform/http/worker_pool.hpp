#pragma once
// Threads for what may block. The queue is bounded: who comes when it is full is told so at once, instead of waiting
// for an answer that nobody needs any more.
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace http {

/// Threads are started when they are needed. Everything may be called by any thread.
class WorkerPool {
public:
    using Task = std::function<void()>;

    WorkerPool(std::size_t threads_max, std::size_t queue_length_max);
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// False when the queue is full, or the pool is stopping: the task will not run.
    [[nodiscard]] bool try_post(Task);
    /// For the next step of what was taken on before; is never refused before stop().
    void post(Task);
    /// Runs what is queued and ends the threads.
    void stop();

    struct State {
        std::size_t running = 0;
        std::size_t waiting = 0;
    };
    [[nodiscard]] State state() const;

private:
    void add_locked(Task);
    void work();

    std::size_t threads_max_, queue_length_max_;
    mutable std::mutex mutex_;
    std::condition_variable something_waits_;
    std::deque<Task> queue_;
    std::vector<std::thread> threads_;
    std::size_t idle_ = 0;
    bool is_stopping_ = false;
};

} // namespace http
