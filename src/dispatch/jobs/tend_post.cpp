#include "dispatch/jobs/tend_post.hpp"

#include "dispatch/actions/end_waits.hpp"
#include "dispatch/actions/keep_certificates.hpp"
#include "dispatch/actions/retention.hpp"
#include "dispatch/store/system_store.hpp"
#include "dispatch/store/upload_store.hpp"

namespace dispatch {

/// One transaction of the program.
template <class Change>
static auto tend(const Office& office, Change&& change) {
    const auto by = the_program("posttilsyn");
    const auto now = office.services.clock.now();
    return office.services.database.write([&](db::Transaction& transaction) {
        return change(Settling{transaction, office, by, now});
    });
}

static Result<void> destroy_all_outdated(const Office& office) {
    auto reader = TRY(office.services.database.reader());
    const auto retentions = TRY(store::retentions(*reader));
    reader.reset();
    for (const auto& [account, days] : retentions) {
        store::KeptFilter filter{account, office.services.clock.now() - std::chrono::days{days}};
        while (TRY(tend(office, [&](const Settling& settling) { return destroy_outdated(settling, filter); }))) {
        }
    }
    return {};
}

static Result<void> clear_uploads(const Office& office) {
    static constexpr int cleared_at_once_max = 20;
    for (;;) {
        const auto removed = TRY(tend(office, [](const Settling& settling) {
            return store::remove_outdated(settling.transaction, settling.now, cleared_at_once_max);
        }));
        if (removed == 0) return {};
    }
}

Result<void> tend_post(const Office& office) {
    for (const auto& patience : patiences) {
        while (TRY(tend(office, [&](const Settling& settling) { return end_waits(settling, patience); })) > 0) {
        }
    }
    while (TRY(tend(office, end_waits_for_closed)) > 0) {
    }
    TRY(tend(office, tell_of_silence));
    TRY(tend(office, tell_of_certificates));
    TRY(tend(office, [](const Settling& settling) {
        return store::forget_previous_secrets(settling.transaction, settling.now);
    }));
    TRY(clear_uploads(office));
    return destroy_all_outdated(office);
}

} // namespace dispatch
