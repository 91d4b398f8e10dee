#include "dispatch/receipt_keys.hpp"

#include "platform/ensure.hpp"

#include <filesystem>
#include <fmt/format.h>

namespace dispatch {

ReceiptKeys::ReceiptKeys(std::vector<crypto::SigningKey> keys) : keys_{std::move(keys)} {
    ensure(!keys_.empty());
}

json::Value ReceiptKeys::published() const {
    json::Array list;
    for (const auto& key : keys_) {
        list.emplace_back(crypto::jwk_of(key.public_key()));
    }
    return json::Object{{"keys", std::move(list)}};
}

Result<ReceiptKeys> open_receipt_keys(const std::string& folder, Random& random) {
    std::vector<crypto::SigningKey> keys;
    for (int generation = 1;; ++generation) {
        const auto path = fmt::format("{}/{}{}", folder, receipt_key_prefix, generation);
        if (generation > 1 && !std::filesystem::exists(path)) break;
        keys.push_back(TRY(crypto::SigningKey::load_or_create(path, random)));
    }
    return ReceiptKeys{std::move(keys)};
}

} // namespace dispatch
