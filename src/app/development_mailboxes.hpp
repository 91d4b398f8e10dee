#pragma once
// What the demonstration's provider of digital mailboxes and the program beside it sign and open with.
#include "platform/crypto/business_key.hpp"
#include "platform/crypto/cms.hpp"

namespace app {

struct MailboxKeys {
    crypto::BusinessKeyFiles provider, sender;
    crypto::CmsKey mailbox; ///< Everybody's.
};
/// From demo-postkasse.json in the folder; made the first time, which takes a moment. Fails as secret files do.
Result<MailboxKeys> mailbox_keys(const std::string& folder);

/// The private key of a PEM file, as a JWK. Fails with app.file_unreadable and as secret files do.
Result<json::Value> signing_key(const std::string& file, const std::string& key_id);

} // namespace app
