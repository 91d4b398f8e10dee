#include "platform/journal/content_seal.hpp"

#include "platform/crypto/encoding.hpp"
#include "platform/errors.hpp"
#include "platform/json/value.hpp"

namespace journal {

namespace {

std::int64_t microseconds(Instant at) {
    return at.time_since_epoch().count();
}

std::string signed_text(const Seal& seal) {
    return "samband content seal " + crypto::to_hex(seal.content) + " " + std::to_string(microseconds(seal.signed_at));
}

} // namespace

Seal sign_content(const crypto::SigningKey& key, std::string_view bytes, Instant now) {
    Seal seal{.content = crypto::sha256(bytes), .signed_at = now, .public_key = key.public_key(), .signature = {}};
    seal.signature = key.sign(signed_text(seal));
    return seal;
}

bool is_sealed_by(const Seal& seal, std::string_view bytes) {
    return seal.content == crypto::sha256(bytes) &&
           crypto::is_signed_by(seal.public_key, signed_text(seal), seal.signature);
}

std::string Seal::to_json() const {
    return json::to_string(json::Object{{"content", crypto::to_hex(content)},
                                        {"signedAt", microseconds(signed_at)},
                                        {"publicKey", crypto::to_hex(public_key.bytes)},
                                        {"fingerprint", public_key.fingerprint()},
                                        {"signature", crypto::to_hex(signature)}});
}

Result<Seal> Seal::parse(std::string_view text) {
    const auto value = TRY(json::parse(text));
    Seal seal{.content = {},
              .signed_at = Instant{std::chrono::microseconds{value.integer_of("signedAt")}},
              .public_key = {},
              .signature = {}};
    const auto is_read = crypto::from_hex(value.text_of("content"), seal.content) &&
                         crypto::from_hex(value.text_of("publicKey"), seal.public_key.bytes) &&
                         crypto::from_hex(value.text_of("signature"), seal.signature);
    if (!is_read || seal.to_json() != text) return platform::bad_value.error();
    return seal;
}

} // namespace journal
