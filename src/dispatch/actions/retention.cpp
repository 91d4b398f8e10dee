#include "dispatch/actions/retention.hpp"

#include "dispatch/actions/content.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/retention.hpp"
#include "platform/errors.hpp"

namespace dispatch {

Result<void> set_retention(db::Transaction& transaction, const Office& office, const Principal& principal,
                           AccountId account, std::int64_t days, Instant now) {
    if (days < retention_days_min || days > retention_days_max) {
        auto error = content_faulty.error({{"count", std::int64_t{1}}});
        error.faults = {platform::number_out_of_range.at("#/days", {{"minimum", std::to_string(retention_days_min)},
                                                                    {"maximum", std::to_string(retention_days_max)}})};
        return error;
    }
    TRY(store::set_retention(transaction, account, days));
    journal::Event event{.type = "dispatch.retention_set"};
    event.subjects = {{"account", account.to_string()}, {"organisation", principal.organisation_id}};
    event.body.number("days", days);
    event.visibility = journal::Visibility::internal;
    TRY(office.services.journal.append(transaction, principal, event, now));
    return {};
}

/// What cannot be opened any more can neither be signed, and must not keep the rest.
static bool may_still_be_signed(const Office& office, const Dispatch& dispatch, Instant now) {
    const auto envelope = open_envelope(office, dispatch);
    return envelope && envelope->signing_ends_at && *envelope->signing_ends_at > now;
}

Result<bool> destroy_outdated(const Settling& settling, store::KeptFilter& filter) {
    const auto found = TRY(store::kept(settling.transaction, filter));
    for (const auto& dispatch : found) {
        filter.behind_at = dispatch.status_at;
        filter.behind = dispatch.id;
        if (!is_final(dispatch.status)) continue;
        if (may_still_be_signed(settling.office, dispatch, settling.now)) continue;
        TRY(destroy_content(settling, dispatch));
    }
    return !found.empty();
}

} // namespace dispatch
