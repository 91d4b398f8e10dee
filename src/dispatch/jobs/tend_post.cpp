#include "dispatch/jobs/tend_post.hpp"

#include "dispatch/actions/end_waits.hpp"

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

Result<void> tend_post(const Office& office) {
    for (const auto& patience : patiences) {
        while (TRY(tend(office, [&](const Settling& settling) { return end_waits(settling, patience); })) > 0) {
        }
    }
    return tend(office, tell_of_silence);
}

} // namespace dispatch
