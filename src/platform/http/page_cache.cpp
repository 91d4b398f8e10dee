#include "platform/http/page_cache.hpp"

namespace http {

/// What a page costs besides its bytes: nodes, pointers, the key twice.
static constexpr std::size_t overhead_bytes = 512;

static std::size_t cost_of(std::string_view key, const Document& document) {
    return key.size() + document.size() + overhead_bytes;
}

PageCache::PageCache(std::size_t bytes_max, VersionSource version, const Clock& clock)
    : bytes_max_{bytes_max}, version_{std::move(version)}, clock_{clock} {}

PageCache::Stamp PageCache::stamp_now(std::optional<std::int64_t> version) const {
    const auto minute = std::chrono::floor<std::chrono::minutes>(clock_.now()).time_since_epoch().count();
    return {version ? *version : version_(), minute};
}

std::shared_ptr<const Document> PageCache::find(std::string_view key, std::optional<std::int64_t> version) {
    const auto stamp = stamp_now(version);
    const std::lock_guard lock{mutex_};
    return find_locked(key, stamp);
}

std::shared_ptr<const Document> PageCache::find_locked(std::string_view key, const Stamp& stamp) {
    const auto found = pages_.find(key);
    if (found == pages_.end()) return nullptr;
    if (found->second->stamp != stamp) {
        drop_locked(found->second);
        return nullptr;
    }
    newest_first_.splice(newest_first_.begin(), newest_first_, found->second);
    return found->second->document;
}

std::shared_ptr<const Document> PageCache::find_or_make(std::string_view key, const Make& make,
                                                        std::optional<std::int64_t> version) {
    const auto stamp = stamp_now(version);
    const std::string name{key};
    std::shared_ptr<Making> making;
    {
        std::unique_lock lock{mutex_};
        if (auto document = find_locked(key, stamp)) return document;
        const auto found = makings_.find(name);
        if (found != makings_.end() && found->second->stamp == stamp) {
            making = found->second;
            made_.wait(lock, [&] { return making->is_done; });
            if (making->document) return making->document;
            lock.unlock();
            return make();
        }
        making = std::make_shared<Making>(Making{stamp, false, nullptr});
        makings_.insert_or_assign(name, making);
    }
    struct Ending { // Those who wait must be told even when make throws.
        PageCache& cache;
        const std::string& key;
        const std::shared_ptr<Making>& making;
        std::shared_ptr<const Document> document;
        ~Ending() { cache.end_making(key, making, std::move(document)); }
    } ending{*this, name, making, nullptr};
    ending.document = make();
    return ending.document;
}

void PageCache::end_making(const std::string& key, const std::shared_ptr<Making>& making,
                           std::shared_ptr<const Document> document) {
    {
        const std::lock_guard lock{mutex_};
        making->is_done = true;
        making->document = document;
        // A newer making may have taken the place meanwhile.
        const auto found = makings_.find(key);
        if (found != makings_.end() && found->second == making) makings_.erase(found);
        if (document) keep_locked(key, making->stamp, std::move(document));
    }
    made_.notify_all();
}

void PageCache::keep_locked(std::string key, const Stamp& stamp, std::shared_ptr<const Document> document) {
    const auto cost = cost_of(key, *document);
    if (cost > bytes_max_ / 4) return;
    if (const auto old = pages_.find(key); old != pages_.end()) drop_locked(old->second);
    while (bytes_ + cost > bytes_max_) {
        drop_locked(std::prev(newest_first_.end()));
    }
    newest_first_.push_front({std::move(key), stamp, std::move(document)});
    pages_.emplace(newest_first_.front().key, newest_first_.begin());
    bytes_ += cost;
}

void PageCache::drop_locked(Pages::iterator page) {
    bytes_ -= cost_of(page->key, *page->document);
    pages_.erase(page->key);
    newest_first_.erase(page);
}

PageCache::State PageCache::state() const {
    const std::lock_guard lock{mutex_};
    return {newest_first_.size(), bytes_};
}

} // namespace http
