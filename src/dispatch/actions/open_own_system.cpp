// Opening, with everything that is wrong told at once.
#include "dispatch/actions/keep_certificates.hpp"
#include "dispatch/actions/keep_systems.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/store/department_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace dispatch {

Result<AccountId> open_own_account(const Keeping& keeping, const NewAccount& wanted, const FreshSecret& secret) {
    if (auto faults = faults_of(wanted); !faults.empty()) return request_faults(std::move(faults));
    TRY(keeping.may_open_another());
    Account fresh;
    fresh.id = AccountId::make(keeping.now, keeping.office.services.random);
    fresh.name = wanted.name;
    fresh.organisation_id = keeping.organisation;
    fresh.duplicate_window = std::chrono::hours{wanted.duplicate_window_hours};
    fresh.opened_at = keeping.now;
    fresh.read_deadline = std::chrono::hours{wanted.read_deadline_hours};
    fresh.retention_days = wanted.retention_days;
    fresh.requests_per_minute = wanted.requests_per_minute.value_or(0);
    fresh.uses_digital_mailboxes = wanted.uses_digital_mailboxes.value_or(false);
    fresh.uses_altinn = wanted.uses_altinn.value_or(false);
    if (wanted.return_address) fresh.return_address = *wanted.return_address;
    const Credential credential{wanted.user_name, secret.hash, fresh.id, {}};
    TRY(open_account(keeping.transaction, keeping.office, keeping.principal, fresh, credential));
    TRY(keeping.set_alert_mail(AlertSide::account, fresh.id.to_string(), wanted.alert_mail));
    return fresh.id;
}

/// Those of the list that are none of the organisation's open accounts, each by its place.
static Result<std::vector<Fault>> foreign_accounts(const Keeping& keeping, const std::vector<AccountId>& accounts) {
    const auto own = TRY(store::accounts_of(keeping.transaction, keeping.organisation));
    std::vector<Fault> faults;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const auto found = std::ranges::find(own, accounts[i], &Account::id);
        if (found != own.end() && !found->closed_at && !found->is_for_replies) continue;
        faults.push_back(system_not_found.at(fmt::format("#/accounts/{}", i)));
    }
    return faults;
}

Result<IntegrationId> open_own_integration(const Keeping& keeping, const NewIntegration& wanted,
                                           const FreshSecret& secret) {
    auto faults = TRY(foreign_accounts(keeping, wanted.accounts));
    const auto number = directory::checked_organisation_number(wanted.consumer_number);
    if (!number) faults.push_back({"#/consumerNumber", number.error().code, number.error().values});
    if (!faults.empty()) return request_faults(std::move(faults));
    TRY(keeping.may_open_another());
    Integration fresh;
    fresh.id = IntegrationId::make(keeping.now, keeping.office.services.random);
    fresh.name = wanted.name;
    fresh.organisation_id = keeping.organisation;
    fresh.consumer_number = *number;
    fresh.secret_hash = secret.hash;
    fresh.status_words = wanted.status_words.value_or(StatusWords::common);
    fresh.opened_at = keeping.now;
    fresh.accounts = wanted.accounts;
    TRY(open_integration(keeping.transaction, keeping.office, keeping.principal, fresh));
    return fresh.id;
}

Result<void> change_integration(const Keeping& keeping, IntegrationId id, const IntegrationTerms& wanted) {
    const auto system = TRY(keeping.open_system(SystemKind::integration, id.to_string()));
    auto faults = TRY(foreign_accounts(keeping, wanted.accounts));
    for (auto& fault : faults_of(wanted))
        faults.push_back(std::move(fault));
    if (!faults.empty()) return request_faults(std::move(faults));
    TRY(store::set_accounts(keeping.transaction, id, wanted.accounts));
    TRY(store::set_rate(keeping.transaction, id, wanted.requests_per_minute.value_or(0)));
    journal::Body body;
    body.number("accounts", static_cast<std::int64_t>(wanted.accounts.size()));
    return keeping.tell("dispatch.integration_changed", system, std::move(body));
}

/// A more special receiver may stand beside one for everything; two for exactly the same may not.
static Result<void> expect_free(const Keeping& keeping, const ReceiverAddress& wanted) {
    store::AddressFilter filter;
    filter.organisation_number = wanted.organisation_number;
    filter.has_departments = true;
    for (const auto& each : TRY(store::receiver_addresses(keeping.transaction, filter))) {
        if (each.department == wanted.department && each.dispatch_type == wanted.dispatch_type &&
            each.level == wanted.level) {
            return address_taken.error({{"name", each.receiver_name}});
        }
    }
    return {};
}

Result<ReceiverId> open_own_receiver(const Keeping& keeping, const NewReceiver& wanted, const FreshSecret& secret) {
    auto faults = faults_of(wanted);
    for (auto& fault : certificate_faults(wanted.certificate, keeping.now)) {
        faults.push_back(std::move(fault));
    }
    if (!faults.empty()) return request_faults(std::move(faults));
    TRY(keeping.may_open_another());
    const auto own = TRY(directory::find_organisation(keeping.transaction, keeping.organisation));
    if (own.organisation_number.empty()) return organisation_unnumbered.error();
    auto& random = keeping.office.services.random;
    Receiver fresh{ReceiverId::make(keeping.now, random), wanted.name, own.id, wanted.certificate, false, keeping.now};
    ReceiverAddress address{own.organisation_number,
                            wanted.dispatch_type ? std::string{*wanted.dispatch_type} : std::string{},
                            wanted.level.value_or(0), fresh.id};
    if (wanted.department) {
        const auto department = TRY(store::department(keeping.transaction, keeping.organisation, *wanted.department));
        if (!department || department->closed_at) return request_faults({department_not_found.at("#/department")});
        address.department = department->key;
    }
    TRY(expect_free(keeping, address));
    const Credential credential{wanted.user_name, secret.hash, {}, fresh.id};
    TRY(open_receiver(keeping.transaction, keeping.office, keeping.principal, fresh, {address}, credential));
    TRY(keeping.set_alert_mail(AlertSide::receiver, fresh.id.to_string(), wanted.alert_mail));
    return fresh.id;
}

} // namespace dispatch
