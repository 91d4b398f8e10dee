#include "dispatch/actions/open_account.hpp"

#include "dispatch/domain/errors.hpp"

namespace dispatch {

Result<std::string> hashed_secret(const Office& office, std::string_view secret, crypto::PasswordCost cost) {
    if (secret.size() < secret_length_min) {
        return secret_too_short.error({{"min", static_cast<std::int64_t>(secret_length_min)}});
    }
    return crypto::hash_password(secret, office.services.random, cost);
}

Result<Credential> hashed(const Office& office, const NewCredential& wanted, crypto::PasswordCost cost) {
    Credential credential;
    credential.name = wanted.name;
    credential.secret_hash = TRY(hashed_secret(office, wanted.secret, cost));
    credential.account_id = wanted.account_id;
    credential.receiver_id = wanted.receiver_id;
    return credential;
}

static Result<void> tell_opened(db::Transaction& transaction, const Office& office, const Principal& principal,
                                std::string_view type, std::string_view name, directory::OrganisationId organisation,
                                Instant now) {
    journal::Body body;
    body.text("name", name);
    TRY(office.services.journal.append(transaction, principal,
                                       {.type = type,
                                        .subjects = {{"organisation", organisation.to_string()}},
                                        .body = std::move(body),
                                        .visibility = journal::Visibility::internal},
                                       now));
    return {};
}

Result<void> open_account(db::Transaction& transaction, const Office& office, const Principal& principal,
                          const Account& fresh, const Credential& credential) {
    TRY(store::insert(transaction, fresh));
    if (!TRY(store::insert(transaction, credential, fresh.opened_at))) {
        return credential_taken.error({{"name", credential.name}});
    }
    return tell_opened(transaction, office, principal, "dispatch.account_opened", fresh.name, fresh.organisation_id,
                       fresh.opened_at);
}

Result<void> open_account_for_replies(db::Transaction& transaction, const Office& office, const Principal& principal,
                                      const Account& fresh) {
    TRY(store::insert(transaction, fresh));
    return tell_opened(transaction, office, principal, "dispatch.account_opened", fresh.name, fresh.organisation_id,
                       fresh.opened_at);
}

Result<void> open_receiver(db::Transaction& transaction, const Office& office, const Principal& principal,
                           const Receiver& fresh, const std::vector<ReceiverAddress>& addresses,
                           const Credential& credential) {
    TRY(store::insert(transaction, fresh));
    for (const auto& address : addresses) {
        TRY(store::insert(transaction, address));
    }
    if (!TRY(store::insert(transaction, credential, fresh.opened_at))) {
        return credential_taken.error({{"name", credential.name}});
    }
    return tell_opened(transaction, office, principal, "dispatch.receiver_opened", fresh.name, fresh.organisation_id,
                       fresh.opened_at);
}

Result<void> open_integration(db::Transaction& transaction, const Office& office, const Principal& principal,
                              const Integration& fresh) {
    TRY(store::insert(transaction, fresh));
    return tell_opened(transaction, office, principal, "dispatch.integration_opened", fresh.name, fresh.organisation_id,
                       fresh.opened_at);
}

} // namespace dispatch
