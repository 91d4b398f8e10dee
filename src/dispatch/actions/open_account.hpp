#pragma once
#include "dispatch/office.hpp"
#include "dispatch/store/account_store.hpp"
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

/// The secret hashed, outside any transaction since it is slow on purpose. Fails with dispatch.secret_too_short.
Result<Credential> hashed(const Office&, const NewCredential&, crypto::PasswordCost = {});

/// An account with the name and secret it sends under. Fails with dispatch.credential_taken.
Result<void> open_account(db::Transaction&, const Office&, const Principal&, const Account&, const Credential&);
/// A receiver, the post that goes to it, and the name and secret it fetches under. Fails with
/// dispatch.credential_taken.
Result<void> open_receiver(db::Transaction&, const Office&, const Principal&, const Receiver&,
                           const std::vector<ReceiverAddress>&, const Credential&);

} // namespace dispatch
