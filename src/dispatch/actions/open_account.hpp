#pragma once
#include "dispatch/office.hpp"
#include "dispatch/store/account_store.hpp"
#include "dispatch/store/integration_store.hpp"
#include "platform/crypto/password.hpp"

namespace dispatch {

/// Whom a credential speaks for.
struct NewCredential {
    std::string name;
    std::string secret;
    std::optional<AccountId> account_id{};
    std::optional<ReceiverId> receiver_id{};
};
inline constexpr std::size_t secret_length_min = 16;

/// Slow on purpose, so outside any transaction. Fails with dispatch.secret_too_short.
Result<std::string> hashed_secret(const Office&, std::string_view secret, crypto::PasswordCost = {});
/// The secret hashed, outside any transaction since it is slow on purpose. Fails with dispatch.secret_too_short.
Result<Credential> hashed(const Office&, const NewCredential&, crypto::PasswordCost = {});

/// An account with the name and secret it sends under. Fails with dispatch.credential_taken.
Result<void> open_account(db::Transaction&, const Office&, const Principal&, const Account&, const Credential&);
/// An account that no machine sends from.
Result<void> open_account_for_replies(db::Transaction&, const Office&, const Principal&, const Account&);
/// A receiver, the post that goes to it, and the name and secret it fetches under. Fails with
/// dispatch.credential_taken.
Result<void> open_receiver(db::Transaction&, const Office&, const Principal&, const Receiver&,
                           const std::vector<ReceiverAddress>&, const Credential&);

/// An integration with the accounts it may send for; its secret is hashed already.
Result<void> open_integration(db::Transaction&, const Office&, const Principal&, const Integration&);

} // namespace dispatch
