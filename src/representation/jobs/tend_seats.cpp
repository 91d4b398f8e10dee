#include "representation/actions/councils.hpp"
#include "representation/representation.hpp"
#include "representation/store/council_store.hpp"

namespace representation {

/// Each council in a transaction of its own; doing it twice does nothing more.
static Result<void> tend_seats(const Services& services, const Outside& outside) {
    auto reader = TRY(services.database.reader());
    const auto all = TRY(store::councils(*reader));
    reader.reset();
    for (const auto& council : all) {
        TRY(services.database.write([&](db::Transaction& transaction) {
            const auto by = the_program("representasjon");
            return remind_of_reports({transaction, services, by, services.clock.now(), outside}, council);
        }));
    }
    return {};
}

std::map<std::string, jobs::Handler> job_handlers(const Services& services, const Outside& outside) {
    return {{std::string{tend_job}, [&](const jobs::Job&) { return tend_seats(services, outside); }}};
}

} // namespace representation
