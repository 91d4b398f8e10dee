#pragma once
#include "app/config.hpp"
#include "platform/crypto/master_key.hpp"

namespace app {

/// The device that the configuration names; keys.module must be set.
Result<crypto::KeyToken> key_token_of(const Config&);
/// From the data folder, through the device when one is named.
Result<crypto::Key> master_key_of(const Config&, Random&);
/// Lets the device seal it; previous_label, when not empty, is of the key in the device that has sealed it until now.
/// Fails with app.key_device_unset and as crypto::seal_master_key does.
Result<void> seal_key(const Config&, const std::string& previous_label);

} // namespace app
