#pragma once
// Server-sent events: answers that stay open and are told when something happens (WHATWG HTML, section 9.2).
//
// Nothing is lost and nothing is kept: an event says only that something is newer than what the client knows, and its
// id says how new. Whoever was away names the last id it saw, and is told once where things stand now.
#include "platform/http/call.hpp"

#include <deque>
#include <mutex>

namespace http {

/// An event as it goes over the wire, written once for all who get it.
struct ServerEvent {
    std::int64_t id = 0;
    std::string text;
};

/// One client's place among those who listen to a topic. Threads may call everything at the same time.
class Subscription {
public:
    /// More than that waiting, and the client is told to come back: its line is slower than what happens.
    explicit Subscription(std::size_t waiting_max) : waiting_max_{waiting_max} {}

    /// Events up to this one are known already and are left out.
    void know(std::int64_t id);
    void offer(const std::shared_ptr<const ServerEvent>&);

    struct Taken {
        std::vector<std::shared_ptr<const ServerEvent>> events;
        bool is_behind = false; ///< Something had to be left out: the client must come back and ask where things stand.
    };
    /// What has come since the last time.
    Taken take();
    /// The function is called when something comes after all was taken, by whoever offers it, and never after
    /// stop_listening() has returned. It must not block and must not call back.
    void listen(std::function<void()> wake);
    void stop_listening();

private:
    std::mutex mutex_;
    std::size_t waiting_max_;
    std::int64_t known_ = 0;
    std::vector<std::shared_ptr<const ServerEvent>> waiting_;
    std::function<void()> wake_;
    bool is_woken_ = false;
    bool is_behind_ = false;
};

/// Who listens to what. One for the program; threads may call everything at the same time.
class EventHub {
public:
    explicit EventHub(std::size_t waiting_max = 32) : waiting_max_{waiting_max} {}

    /// Listens from now on. newest: of the topic, as far as this hub was told.
    struct Entry {
        std::shared_ptr<Subscription> subscription;
        std::int64_t newest = 0;
    };
    Entry subscribe(std::string_view topic);
    /// Tells all who listen to the topic. Ids rise; an id that is not newer than the last is not told again. The data
    /// is one line, small: clients fetch what they show.
    void publish(std::string_view topic, std::int64_t id, std::string_view name, std::string_view data);
    /// The same for topics that come and go by the thousand: nothing is kept of one that nobody listens to. Whoever
    /// subscribes must ask elsewhere for what is newest.
    void tell_listeners(std::string_view topic, std::int64_t id, std::string_view name, std::string_view data);
    /// Whether anybody listens to a topic that begins so.
    [[nodiscard]] bool has_listeners(std::string_view beginning);
    /// Id of the newest event told, 0 before the first.
    [[nodiscard]] std::int64_t newest(std::string_view topic) const;
    [[nodiscard]] std::size_t listeners(std::string_view topic) const;

private:
    struct Topic {
        std::int64_t newest = 0;
        std::vector<std::weak_ptr<Subscription>> subscriptions;
    };
    using Topics = std::map<std::string, Topic, std::less<>>;
    /// False, and the topic is forgotten, when nobody listens to it any more.
    bool is_listened_to(Topics::iterator);

    mutable std::mutex mutex_;
    std::size_t waiting_max_;
    Topics topics_;
};

/// "id: 7\nevent: changed\ndata: …\n\n"
std::string event_text(std::int64_t id, std::string_view name, std::string_view data);

/// What the client says it has seen: Last-Event-ID, else the parameter "after", else nothing (0).
std::int64_t last_event_id(const Request&);

/// The answer of a route with Format::events. The newest id that is kept somewhere is asked for after the client
/// listens, so that nothing falls between the two; when the client knows less, it is told at once by an event of that
/// name with the data given.
Result<Response> event_stream(const Request&, EventHub&, std::string_view topic, std::string_view name,
                              std::string_view data, const std::function<Result<std::int64_t>()>& newest);

} // namespace http
