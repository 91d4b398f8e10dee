#include "governance/actions/meetings.hpp"
#include "governance/actions/written.hpp"
#include "governance/jobs/case_jobs.hpp"
#include "governance/store/meeting_store.hpp"

namespace governance {

template <class Work>
static Result<void> by_itself(const Services& services, Work&& work) {
    const auto principal = the_program("skriftlig behandling");
    const auto now = services.clock.now();
    return services.database.write([&](db::Transaction& transaction) -> Result<void> {
        return work(Acting{transaction, services, principal, now});
    });
}

Result<void> open_window(const Services& services, MeetingId id) {
    return by_itself(services, [&](const Acting& acting) { return open_written(acting, id); });
}

/// Nothing when the window has not ended, or all is done.
static Result<std::vector<AgendaItem>> items_to_decide(const Services& services, MeetingId id) {
    const auto lease = TRY(services.database.reader());
    const auto meeting = TRY(load_meeting(*lease, id));
    const bool is_due = meeting.mode == VoteMode::written && meeting.state == MeetingState::under_way &&
                        services.clock.now() >= meeting.ends_at;
    if (!is_due) return std::vector<AgendaItem>{};
    return agenda_of(*lease, id);
}

Result<void> close_window(const Services& services, MeetingId id) {
    const auto items = TRY(items_to_decide(services, id));
    if (items.empty()) return {};
    for (const auto& item : items) {
        if (item.outcome) continue;
        const auto decided =
            by_itself(services, [&](const Acting& acting) { return decide_written(acting, id, item.id); });
        if (decided) continue;
        const auto& error = decided.error();
        // What the rules do not let be decided in writing waits for a meeting; a database that is away is asked again.
        const bool is_about_the_item = error.kind == ErrorKind::conflict || error.kind == ErrorKind::invalid_input ||
                                       error.kind == ErrorKind::not_found;
        if (!is_about_the_item) return error;
        TRY(by_itself(services,
                      [&](const Acting& acting) { return leave_undecided(acting, id, item.id, error.code); }));
    }
    return by_itself(services, [&](const Acting& acting) { return close_meeting(acting, id, {}); });
}

} // namespace governance
