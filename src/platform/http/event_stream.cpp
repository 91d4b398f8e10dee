#include "platform/http/event_stream.hpp"
#include "platform/ensure.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace http {

void Subscription::know(std::int64_t id) {
    const std::lock_guard lock{mutex_};
    known_ = std::max(known_, id);
    std::erase_if(waiting_, [&](const auto& event) { return event->id <= known_; });
}

void Subscription::offer(const std::shared_ptr<const ServerEvent>& event) {
    const std::lock_guard lock{mutex_};
    if (event->id <= known_ || is_behind_) return;
    if (waiting_.size() < waiting_max_) {
        waiting_.push_back(event);
    } else {
        waiting_.clear();
        is_behind_ = true;
    }
    if (is_woken_ || !wake_) return;
    is_woken_ = true;
    wake_(); // Under the lock, so that nobody is woken who has stopped listening.
}

Subscription::Taken Subscription::take() {
    const std::lock_guard lock{mutex_};
    is_woken_ = false;
    if (!waiting_.empty()) known_ = waiting_.back()->id;
    return {std::exchange(waiting_, {}), is_behind_};
}

void Subscription::listen(std::function<void()> wake) {
    const std::lock_guard lock{mutex_};
    wake_ = std::move(wake);
}

void Subscription::stop_listening() {
    const std::lock_guard lock{mutex_};
    wake_ = nullptr;
}

EventHub::Entry EventHub::subscribe(std::string_view name) {
    auto subscription = std::make_shared<Subscription>(waiting_max_);
    const std::lock_guard lock{mutex_};
    auto& topic = topics_[std::string{name}];
    auto& known = topic.subscriptions;
    // Those who have left are looked for when the list would grow, so that each costs a look or two in all.
    if (known.size() == known.capacity()) std::erase_if(known, [](const auto& left) { return left.expired(); });
    known.push_back(subscription);
    return {std::move(subscription), topic.newest};
}

void EventHub::publish(std::string_view name, std::int64_t id, std::string_view event, std::string_view data) {
    const auto told = std::make_shared<const ServerEvent>(ServerEvent{id, event_text(id, event, data)});
    const std::lock_guard lock{mutex_};
    auto& topic = topics_[std::string{name}];
    if (id <= topic.newest) return;
    topic.newest = id;
    std::erase_if(topic.subscriptions, [&](const auto& known) {
        const auto subscription = known.lock();
        if (subscription) subscription->offer(told);
        return !subscription;
    });
}

bool EventHub::is_listened_to(Topics::iterator topic) {
    std::erase_if(topic->second.subscriptions, [](const auto& left) { return left.expired(); });
    if (!topic->second.subscriptions.empty()) return true;
    topics_.erase(topic);
    return false;
}

void EventHub::tell_listeners(std::string_view name, std::int64_t id, std::string_view event, std::string_view data) {
    {
        const std::lock_guard lock{mutex_};
        const auto topic = topics_.find(name);
        if (topic == topics_.end() || !is_listened_to(topic)) return;
    }
    publish(name, id, event, data);
}

bool EventHub::has_listeners(std::string_view beginning) {
    const std::lock_guard lock{mutex_};
    bool is_any = false;
    // All of them are looked at, so that none that was left stays behind one that is listened to.
    for (auto topic = topics_.lower_bound(beginning); topic != topics_.end() && topic->first.starts_with(beginning);) {
        const auto next = std::next(topic);
        is_any = is_listened_to(topic) || is_any;
        topic = next;
    }
    return is_any;
}

std::int64_t EventHub::newest(std::string_view name) const {
    const std::lock_guard lock{mutex_};
    const auto topic = topics_.find(name);
    return topic == topics_.end() ? 0 : topic->second.newest;
}

std::size_t EventHub::listeners(std::string_view name) const {
    const std::lock_guard lock{mutex_};
    const auto topic = topics_.find(name);
    if (topic == topics_.end()) return 0;
    return static_cast<std::size_t>(
        std::ranges::count_if(topic->second.subscriptions, [](const auto& known) { return !known.expired(); }));
}

std::string event_text(std::int64_t id, std::string_view name, std::string_view data) {
    // A line break would end the field and let the rest be read as fields of its own.
    ensure(name.find_first_of("\r\n") == std::string_view::npos &&
           data.find_first_of("\r\n") == std::string_view::npos);
    return fmt::format("id: {}\nevent: {}\ndata: {}\n\n", id, name, data);
}

std::int64_t last_event_id(const Request& request) {
    auto text = request.header("last-event-id");
    if (!text) text = request.query.first("after");
    std::int64_t id = 0;
    if (text) std::from_chars(text->data(), text->data() + text->size(), id);
    return std::max<std::int64_t>(id, 0);
}

Result<Response> event_stream(const Request& request, EventHub& hub, std::string_view topic, std::string_view name,
                              std::string_view data, const std::function<Result<std::int64_t>()>& newest) {
    const auto known = last_event_id(request);
    auto entry = hub.subscribe(topic);
    // The caller's view of the database may be older than the hub's newest event, and the hub younger than the events.
    const auto reached = std::max(TRY(newest()), entry.newest);
    entry.subscription->know(std::max(known, reached));
    Response response;
    response.content_type = "text/event-stream";
    response.body = "retry: 2000\n\n";
    if (reached > known) response.body += event_text(reached, name, data);
    response.events = std::move(entry.subscription);
    response.with("cache-control", "no-store");
    response.with("x-accel-buffering", "no"); // nginx would hold events back until a buffer is full.
    return response;
}

} // namespace http
