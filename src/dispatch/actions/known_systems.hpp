#pragma once
// Who has just logged in by machine, so that not each of a system's requests reads the same rows anew.
#include "dispatch/domain/post_system.hpp"
#include "dispatch/store/account_store.hpp"
#include "platform/principal.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace dispatch {

/// A system that exists and is not closed. Whether the secret is right is tried for each request all the same.
struct KnownSystem {
    Credential credential;
    Principal principal;
    std::optional<Account> account{}; ///< Nothing for a receiver.
    std::int64_t requests_per_minute = 0;
};

/// What is kept here is at most a second old. A change that this program makes counts at once; one that another program
/// on the same database makes, within that second.
class KnownSystems {
public:
    using Clock = std::chrono::steady_clock;
    explicit KnownSystems(std::chrono::milliseconds life = std::chrono::seconds{1}) : life_{life} {}

    /// A null pointer when it must be read.
    [[nodiscard]] std::shared_ptr<const KnownSystem> by_name(std::string_view user_name) const;
    [[nodiscard]] std::shared_ptr<const KnownSystem> by_principal(std::string_view id) const;
    void remember(std::shared_ptr<const KnownSystem>);
    /// Called inside the transaction that changes a system. Nothing is remembered for as long again: what is read
    /// meanwhile may be older than the change.
    void forget();

private:
    struct Entry {
        std::shared_ptr<const KnownSystem> system;
        Clock::time_point read_at;
    };
    using Entries = std::map<std::string, Entry, std::less<>>;
    [[nodiscard]] std::shared_ptr<const KnownSystem> fresh(const Entries&, std::string_view key) const;

    const std::chrono::milliseconds life_;
    mutable std::mutex mutex_;
    Entries by_name_, by_principal_;
    Clock::time_point rests_until_{};
};

} // namespace dispatch
