#include "dispatch/actions/clean_documents.hpp"

#include "dispatch/office.hpp"

namespace dispatch {

static constexpr auto kept_for = std::chrono::minutes{10};
static constexpr std::size_t kept_max = 1000;

std::shared_ptr<CleanDocuments> make_clean_documents() {
    return std::make_shared<CleanDocuments>();
}

bool CleanDocuments::knows(const std::string& file, Instant now) const {
    const std::lock_guard lock{mutex_};
    const auto found = seen_at_.find(file);
    return found != seen_at_.end() && now >= found->second && now < found->second + kept_for;
}

void CleanDocuments::remember(std::string file, Instant now) {
    const std::lock_guard lock{mutex_};
    if (seen_at_.size() >= kept_max) {
        std::erase_if(seen_at_, [&](const auto& entry) { return entry.second + kept_for <= now; });
        if (seen_at_.size() >= kept_max) seen_at_.clear();
    }
    seen_at_.insert_or_assign(std::move(file), now);
}

} // namespace dispatch
