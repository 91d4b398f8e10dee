#include "dispatch/domain/allowance.hpp"

#include <algorithm>
#include <cmath>

namespace dispatch {

/// Systems are opened by hand, so there are never many; the bound is for what nobody thought of.
static constexpr std::size_t remembered_systems_max = 100'000;

std::optional<std::chrono::seconds> Allowances::spend(const std::string& system, std::int64_t per_minute, Instant now) {
    if (per_minute <= 0) return std::nullopt;
    const auto most = static_cast<double>(per_minute);
    const std::lock_guard lock{mutex_};
    if (of_.size() >= remembered_systems_max) of_.clear();
    auto& allowance = of_.try_emplace(system, Allowance{most, now}).first->second;
    const auto passed = std::chrono::duration<double>{std::max(now - allowance.filled_at, Instant::duration{0})};
    allowance.left = std::min(most, allowance.left + passed.count() * most / 60);
    allowance.filled_at = now;
    if (allowance.left >= 1) {
        allowance.left -= 1;
        return std::nullopt;
    }
    return std::chrono::seconds{static_cast<std::int64_t>(std::ceil((1 - allowance.left) * 60 / most))};
}

} // namespace dispatch
