#include "platform/http/loop_thread.hpp"
#include "platform/metrics/metrics.hpp"
#include "platform/threads.hpp"

#include <algorithm>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <thread>
#include <unordered_map>
#include <unordered_set>

namespace http {

namespace asio = boost::asio;

struct LoopThread::Engine {
    asio::io_context context{1};
    asio::executor_work_guard<asio::io_context::executor_type> guard{asio::make_work_guard(context)};
    asio::steady_timer timer{context};
    std::unordered_map<const TransportListener*, std::shared_ptr<Connection>>
        connections; ///< Only its thread looks here.
    std::unordered_set<const TransportListener*> watching;
    std::chrono::milliseconds interval{};
    bool is_stopping = false;
    bool is_ending = false;
    std::thread thread;

    /// A copy, since a connection that closes is taken out of the map.
    [[nodiscard]] std::vector<std::shared_ptr<Connection>> all() const {
        std::vector<std::shared_ptr<Connection>> copies;
        copies.reserve(connections.size());
        for (const auto& [listener, connection] : connections) {
            copies.push_back(connection);
        }
        return copies;
    }
};

/// One look at all connections now and then is cheaper than a timer for each step of each request.
static std::chrono::milliseconds look_interval(const ConnectionLimits& limits) {
    const auto shortest = std::min({limits.head_time_max, limits.idle_time_max, limits.body_pause_max,
                                    limits.send_pause_max, limits.parting_time_max, limits.beat_pause});
    return std::clamp(shortest / 8, std::chrono::milliseconds{2}, std::chrono::milliseconds{250});
}

LoopThread::LoopThread(ConnectionSurroundings& surroundings, TlsContext tls, Places& places)
    : surroundings_{surroundings}, tls_{std::move(tls)}, places_{places}, engine_{std::make_unique<Engine>()} {
    engine_->interval = look_interval(surroundings.limits);
    post([this] { check_time(); });
    engine_->thread = std::thread{[this] {
        platform::name_this_thread("http-loop");
        engine_->context.run();
    }};
}

LoopThread::~LoopThread() {
    end();
}

void LoopThread::post(std::function<void()> step) {
    asio::post(engine_->context, std::move(step));
}

static metrics::Gauge watchers_now() {
    static const auto gauge = metrics::gauge("http_watchers", "Clients that hold an event stream open.");
    return gauge;
}

bool LoopThread::begin_watching(const TransportListener& listener) {
    static const auto refused =
        metrics::counter("http_watchers_refused_total", "Event streams refused because all places were taken.");
    if (++places_.watchers > places_.watchers_max) {
        --places_.watchers;
        refused.add();
        return false;
    }
    --places_.connections;
    engine_->watching.insert(&listener);
    watchers_now().add(1);
    return true;
}

void LoopThread::forget(const TransportListener& listener) {
    if (engine_->connections.erase(&listener) == 0) return;
    if (engine_->watching.erase(&listener) == 0) {
        --places_.connections;
        return;
    }
    --places_.watchers;
    watchers_now().add(-1);
}

void LoopThread::serve(int socket) {
    ++places_.connections;
    post([this, socket] {
        auto connection =
            std::make_shared<Connection>(surroundings_, *this, make_transport(engine_->context, socket, tls_));
        engine_->connections.emplace(connection.get(), connection);
        connection->start();
        if (engine_->is_stopping) connection->stop();
    });
}

void LoopThread::check_time() {
    if (engine_->is_ending) return;
    const auto now = std::chrono::steady_clock::now();
    for (const auto& connection : engine_->all()) {
        connection->check_time(now);
    }
    engine_->timer.expires_after(engine_->interval);
    engine_->timer.async_wait([this](const boost::system::error_code& fault) {
        if (!fault) check_time();
    });
}

void LoopThread::stop_serving() {
    post([this] {
        engine_->is_stopping = true;
        for (const auto& connection : engine_->all()) {
            connection->stop();
        }
    });
}

void LoopThread::cut_off() {
    post([this] {
        for (const auto& connection : engine_->all()) {
            connection->close();
        }
    });
}

void LoopThread::end() {
    if (!engine_->thread.joinable()) return;
    cut_off();
    post([this] {
        engine_->is_ending = true;
        engine_->timer.cancel();
        engine_->guard.reset(); // The thread ends when the last handler has let go of its connection.
    });
    engine_->thread.join();
}

} // namespace http
