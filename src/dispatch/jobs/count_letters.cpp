#include "dispatch/jobs/count_letters.hpp"

#include "dispatch/store/statistic_store.hpp"

namespace dispatch {

/// One month of one account: read without holding anybody up, and written in a moment.
static Result<void> count_month(const Office& office, AccountId account, const Month& month, bool is_new) {
    auto reader = TRY(office.services.database.reader());
    if (!is_new && TRY(store::has_statistic(*reader, account, month))) return {};
    const auto counts = TRY(store::counted(*reader, account, month));
    reader.reset();
    return office.services.database.write([&](db::Transaction& transaction) {
        return store::set_statistic(transaction, account, month, counts, office.services.clock.now());
    });
}

Result<void> count_letters(const Office& office) {
    const auto months = months_until(office.services.clock.now(), statistic_months);
    auto reader = TRY(office.services.database.reader());
    const auto accounts = TRY(store::all_accounts(*reader));
    reader.reset();
    for (const auto& account : accounts) {
        for (std::size_t i = 0; i < months.size(); ++i) {
            TRY(count_month(office, account, months[i], i < static_cast<std::size_t>(months_counted_anew)));
        }
    }
    return {};
}

} // namespace dispatch
