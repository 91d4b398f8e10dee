#pragma once
// What an organisation's own people do with its accounts, integrations and receivers. How one is opened stands in
// open_account.hpp.
#include "dispatch/actions/open_account.hpp"
#include "dispatch/domain/alert.hpp"
#include "dispatch/store/system_store.hpp"

namespace dispatch {

/// A secret that nobody has seen yet, and its hash. Slow on purpose, so made outside any transaction.
struct FreshSecret {
    std::string secret, hash;
};
FreshSecret fresh_secret(const Office&, crypto::PasswordCost = {});

/// What every change of one of them stands on.
struct Keeping {
    db::Transaction& transaction;
    const Office& office;
    const Principal& principal;
    directory::OrganisationId organisation;
    Instant now;
    i18n::Language language = i18n::Language::nb; ///< Of the page or request that it is changed by.

    /// Fails with dispatch.system_not_found when the organisation has none such, dispatch.system_closed.
    [[nodiscard]] Result<PostSystem> open_system(SystemKind, std::string_view id) const;
    /// Fails with dispatch.too_many_systems.
    [[nodiscard]] Result<void> may_open_another() const;
    /// Where its people are written to; nothing: nowhere.
    Result<void> set_alert_mail(AlertSide, std::string_view id, const std::optional<Line<254>>&) const;
    Result<void> tell(std::string_view type, const PostSystem&, journal::Body = {}) const;
};

/// Opens each with a secret that is hashed already, and gives its id. All fail with platform.request_faulty and every
/// fault, dispatch.too_many_systems; those with a user name with dispatch.credential_taken.
Result<AccountId> open_own_account(const Keeping&, const NewAccount&, const FreshSecret&);
Result<IntegrationId> open_own_integration(const Keeping&, const NewIntegration&, const FreshSecret&);
/// It gets what is addressed to the organisation itself. Fails besides with dispatch.organisation_unnumbered, and with
/// dispatch.address_taken when another receiver gets that post.
Result<ReceiverId> open_own_receiver(const Keeping&, const NewReceiver&, const FreshSecret&);

/// All fail with platform.request_faulty and as Keeping::open_system does.
Result<void> change_terms(const Keeping&, AccountId, const AccountTerms&);
/// Where those are written to who read what comes to the organisation's mailbox here.
Result<void> change_mailbox(const Keeping&, const MailboxTerms&);
Result<void> change_receiver(const Keeping&, ReceiverId, const ReceiverTerms&);
Result<void> change_integration(const Keeping&, IntegrationId, const IntegrationTerms&);
Result<void> change_secret(const Keeping&, SystemKind, std::string_view id, const SecretChange&, const FreshSecret&);
/// From now on it sends and fetches nothing. What it has sent goes its way; what waits for a receiver takes another.
Result<void> close_system(const Keeping&, SystemKind, std::string_view id);

} // namespace dispatch
