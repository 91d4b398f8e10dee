#include "hearings/jobs/tend_hearings.hpp"

#include "hearings/actions/reach.hpp"
#include "hearings/store/hearing_store.hpp"

namespace hearings {

static constexpr int hearings_at_once_max = 1000;

static Result<void> tend(const Services& services, const Hearing& hearing, const std::vector<std::string>& told) {
    return services.database.write([&](db::Transaction& transaction) -> Result<void> {
        const auto by = the_program("høringer");
        const Acting acting{transaction, services, by, services.clock.now()};
        TRY(record_reach(acting, hearing, told));
        TRY(remind_silent(acting, hearing));
        return {};
    });
}

Result<void> tend_hearings(const Services& services, const Told& told) {
    const auto today = norwegian_date(services.clock.now());
    for (const auto state : {HearingState::planned, HearingState::open}) {
        auto reader = TRY(services.database.reader());
        const auto hearings = TRY(list_hearings(*reader, {.state = state, .limit = hearings_at_once_max}, today));
        std::vector<std::vector<std::string>> told_of;
        for (const auto& hearing : hearings) {
            told_of.push_back(told ? TRY(told(*reader, hearing.planned_sequence)) : std::vector<std::string>{});
        }
        reader.reset();
        for (std::size_t i = 0; i < hearings.size(); ++i)
            TRY(tend(services, hearings[i], told_of[i]));
    }
    return {};
}

} // namespace hearings
