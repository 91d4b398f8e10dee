#include "dispatch/actions/set_webhook.hpp"

#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/webhook.hpp"
#include "dispatch/store/webhook_store.hpp"

namespace dispatch {

static journal::Event of_account(std::string_view type, AccountId account, const Principal& principal) {
    journal::Event event{.type = type};
    event.subjects = {{"account", account.to_string()}};
    if (!principal.organisation_id.empty()) event.subjects.push_back({"organisation", principal.organisation_id});
    event.visibility = journal::Visibility::internal;
    return event;
}

Result<void> set_webhook(db::Transaction& transaction, const Office& office, const Principal& principal,
                         AccountId account, const std::string& url, Instant now) {
    TRY(check_webhook_url(url));
    TRY(store::set_webhook(transaction, account, url, now));
    TRY(office.services.journal.append(transaction, principal, of_account("dispatch.webhook_set", account, principal),
                                       now));
    return {};
}

Result<void> remove_webhook(db::Transaction& transaction, const Office& office, const Principal& principal,
                            AccountId account, Instant now) {
    if (!TRY(store::remove_webhook(transaction, account))) return webhook_missing.error();
    TRY(office.services.journal.append(transaction, principal,
                                       of_account("dispatch.webhook_removed", account, principal), now));
    return {};
}

} // namespace dispatch
