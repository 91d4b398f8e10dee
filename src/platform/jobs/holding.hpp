#pragma once
#include "platform/jobs/runner.hpp"

#include <algorithm>

namespace jobs {

/// The jobs whose leases are renewed meanwhile.
class Runner::Holding {
public:
    Holding(Runner& runner, const std::vector<Job>& jobs) : runner_{runner}, jobs_{jobs} {
        const auto now = runner_.services_.clock.now();
        const std::lock_guard lock{runner_.holding_};
        for (const auto& job : jobs_)
            runner_.held_.push_back({job, now, now});
    }
    ~Holding() {
        const std::lock_guard lock{runner_.holding_};
        std::erase_if(runner_.held_,
                      [&](const Held& held) { return std::ranges::find(jobs_, held.job.id, &Job::id) != jobs_.end(); });
    }
    Holding(const Holding&) = delete;
    Holding& operator=(const Holding&) = delete;

private:
    Runner& runner_;
    const std::vector<Job>& jobs_;
};

} // namespace jobs
