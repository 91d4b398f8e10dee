// Bearer tokens from anybody: whatever the bytes, an error or claims that our one key has signed.
#include "platform/crypto/jose.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t length) {
    static const auto jwks =
        json::Value{json::Object{{"keys", json::Array{crypto::public_part(crypto::make_signing_key("RSA", "one"))}}}};
    if (crypto::verify_token({reinterpret_cast<const char*>(bytes), length}, jwks)) std::abort();
    return 0;
}
