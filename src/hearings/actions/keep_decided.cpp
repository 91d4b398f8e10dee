#include "hearings/actions/keep_decided.hpp"

#include "hearings/domain/anchoring.hpp"
#include "hearings/store/decided_store.hpp"
#include "hearings/store/hearing_store.hpp"

namespace hearings {

static constexpr int hearings_counted_max = 100;

Result<std::vector<Addressee>> everyone_asked(db::Reader& reader, governance::CaseId matter, Date today) {
    std::vector<std::vector<Addressee>> all;
    const HearingQuery wanted{.case_id = matter, .limit = hearings_counted_max};
    for (const auto& hearing : TRY(list_hearings(reader, wanted, today))) {
        if (!hearing.withdrawn) all.push_back(TRY(addressees_of(reader, hearing.id)));
    }
    return combined(all);
}

Result<void> keep_decided(db::Transaction& transaction, governance::CaseId matter, Instant at) {
    auto all = TRY(everyone_asked(transaction, matter, norwegian_date(at)));
    if (all.empty()) return {};
    return put_decided(transaction, matter, {at, as_of(std::move(all), at)});
}

} // namespace hearings
