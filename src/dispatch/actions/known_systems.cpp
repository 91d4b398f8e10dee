#include "dispatch/actions/known_systems.hpp"

namespace dispatch {

static constexpr std::size_t kept_max = 10'000;

std::shared_ptr<KnownSystems> make_known_systems() {
    return std::make_shared<KnownSystems>();
}

std::shared_ptr<const KnownSystem> KnownSystems::fresh(const Entries& entries, std::string_view key) const {
    const std::lock_guard lock{mutex_};
    const auto found = entries.find(key);
    if (found == entries.end() || Clock::now() >= found->second.read_at + life_) return {};
    return found->second.system;
}

std::shared_ptr<const KnownSystem> KnownSystems::by_name(std::string_view user_name) const {
    return fresh(by_name_, user_name);
}

std::shared_ptr<const KnownSystem> KnownSystems::by_principal(std::string_view id) const {
    return fresh(by_principal_, id);
}

void KnownSystems::remember(std::shared_ptr<const KnownSystem> system) {
    const auto now = Clock::now();
    const std::lock_guard lock{mutex_};
    if (now < rests_until_) return;
    if (by_name_.size() >= kept_max) {
        by_name_.clear();
        by_principal_.clear();
    }
    by_name_[system->credential.name] = {system, now};
    by_principal_[system->principal.id] = {system, now};
}

void KnownSystems::forget() {
    const std::lock_guard lock{mutex_};
    by_name_.clear();
    by_principal_.clear();
    rests_until_ = Clock::now() + life_;
}

} // namespace dispatch
