#include "dispatch/jobs/rewrap_keys.hpp"

#include "dispatch/store/dispatch_store.hpp"
#include "dispatch/store/rewrap_store.hpp"
#include "platform/log/log.hpp"

namespace dispatch {

/// Of one transaction: others wait for it.
static constexpr int keys_at_once_max = 500;

static Result<void> tell_of_rewrapping(db::Transaction& transaction, const Office& office, const Rewrapping& done) {
    journal::Event event{.type = "dispatch.keys_rewrapped"};
    event.subjects = {{"post key", std::to_string(done.generation)}};
    event.body.number("generation", done.generation).number("count", done.wrapped);
    event.visibility = journal::Visibility::internal;
    TRY(office.services.journal.append(transaction, the_program("nøkkelbytte"), event, office.services.clock.now()));
    return {};
}

/// True while there is more.
static Result<bool> rewrap_some(db::Transaction& transaction, const Office& office, Rewrapping progress) {
    const auto keys = TRY(store::keys_behind(transaction, progress.position, keys_at_once_max));
    for (const auto& [id, wrapped] : keys) {
        progress.position = id.to_string();
        if (office.vault.is_newest(wrapped)) continue;
        const auto key = TRY(office.vault.unwrap(wrapped, id));
        TRY(store::rewrap(transaction, id, office.vault.wrap(key, id)));
        ++progress.wrapped;
    }
    const bool has_more = keys.size() == keys_at_once_max;
    if (!has_more) {
        progress.ended_at = office.services.clock.now();
        TRY(tell_of_rewrapping(transaction, office, progress));
    }
    TRY(store::set_rewrapping(transaction, progress));
    return has_more;
}

Result<void> rewrap_keys(const Office& office) {
    const auto generation = office.vault.newest_generation();
    if (generation == 1) return {};
    for (;;) {
        auto reader = TRY(office.services.database.reader());
        auto progress = TRY(store::rewrapping(*reader, generation));
        reader.reset();
        if (!progress) progress = Rewrapping{generation, {}, 0, office.services.clock.now(), {}};
        if (progress->ended_at) return {};
        const bool has_more = TRY(office.services.database.write(
            [&](db::Transaction& transaction) { return rewrap_some(transaction, office, *progress); }));
        logging::info("dispatch.keys_rewrapped", {{"generation", generation}, {"so_far", progress->wrapped}});
        if (!has_more) return {};
    }
}

} // namespace dispatch
