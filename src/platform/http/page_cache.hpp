#pragma once
// Finished pages for readers who are not logged in: as long as nothing has changed and the minute is the same, the same
// bytes answer everybody.
#include "platform/http/answer.hpp"

#include <condition_variable>
#include <list>
#include <mutex>
#include <unordered_map>

namespace http {

/// Bounded; what was not asked for longest goes first. Threads may call everything at the same time.
class PageCache {
public:
    using VersionSource = std::function<std::int64_t()>;

    /// The version moves with every change of state (journal.head()).
    PageCache(std::size_t bytes_max, VersionSource version, const Clock& clock);

    /// The page, when it was made in this version and this minute.
    /// A version of its own moves less often than the state as a whole.
    std::shared_ptr<const Document> find(std::string_view key, std::optional<std::int64_t> version = {});

    /// The page as find gives it; else one caller makes it while the others who want it wait for that one. What make
    /// answers with nothing is not kept, and those who waited make their own.
    using Make = std::function<std::shared_ptr<const Document>()>;
    std::shared_ptr<const Document> find_or_make(std::string_view key, const Make& make,
                                                 std::optional<std::int64_t> version = {});

    struct State {
        std::size_t pages = 0;
        std::size_t bytes = 0;
    };
    [[nodiscard]] State state() const;

private:
    /// Taken before a page is made, so that a change while it is made makes it stale at once.
    struct Stamp {
        std::int64_t version;
        std::int64_t minute;
        bool operator==(const Stamp&) const = default;
    };
    struct Page {
        std::string key;
        Stamp stamp;
        std::shared_ptr<const Document> document;
    };
    struct Making {
        Stamp stamp;
        bool is_done = false;
        std::shared_ptr<const Document> document;
    };
    using Pages = std::list<Page>;
    using Makings = std::unordered_map<std::string, std::shared_ptr<Making>>;

    [[nodiscard]] Stamp stamp_now(std::optional<std::int64_t> version) const;
    std::shared_ptr<const Document> find_locked(std::string_view key, const Stamp& stamp);
    void keep_locked(std::string key, const Stamp& stamp, std::shared_ptr<const Document> document);
    void drop_locked(Pages::iterator page);
    void end_making(const std::string& key, const std::shared_ptr<Making>&, std::shared_ptr<const Document>);

    std::size_t bytes_max_;
    VersionSource version_;
    const Clock& clock_;
    mutable std::mutex mutex_;
    std::condition_variable made_;
    Pages newest_first_;
    std::unordered_map<std::string_view, Pages::iterator> pages_; ///< Keys live in the list.
    Makings makings_;
    std::size_t bytes_ = 0;
};

} // namespace http
