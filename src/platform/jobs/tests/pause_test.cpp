#include "platform/jobs/runner.hpp"

#include <rapidcheck/gtest.h>

RC_GTEST_PROP(PauseAfter, StaysWithinItsBoundsWhateverTheFailures, ()) {
    auto random = make_seeded_random(*rc::gen::arbitrary<std::uint64_t>());
    jobs::RunnerOptions options;
    options.backoff_min = std::chrono::seconds{*rc::gen::inRange(1, 600)};
    options.backoff_max = options.backoff_min + std::chrono::seconds{*rc::gen::inRange(0, 100'000)};
    const auto pause = jobs::pause_after(*rc::gen::inRange(1, 1000), options, *random);
    RC_ASSERT(pause >= options.backoff_min / 2);
    RC_ASSERT(pause <= options.backoff_max);
}
