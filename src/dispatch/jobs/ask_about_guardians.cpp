#include "dispatch/jobs/ask_about_guardians.hpp"

#include "dispatch/actions/keep_guardianships.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/guardianship.hpp"

namespace dispatch {

static constexpr int guardianships_asked_max = 300;

Result<void> ask_about_guardians(const Office& office) {
    if (!office.people) return {};
    const auto now = office.services.clock.now();
    auto reader = TRY(office.services.database.reader());
    const auto waiting =
        TRY(store::unasked_guardianships(*reader, now - guardianship_asked_anyway, guardianships_asked_max));
    for (const auto& known : waiting) {
        // One that cannot be read keeps no other waiting; a register that is away refuses the rest at once.
        const auto asked = ask_about_guardianship(office, *reader, known, now);
        if (!asked && asked.error().code != guardianship_unconfirmed.name) return asked.error();
    }
    return {};
}

} // namespace dispatch
