#pragma once
// The last part of every file that leaves the house: how far the journal had come, the digest of all that stands before
// it in the file, and a signature over both.
#include "platform/crypto/digest.hpp"
#include "platform/crypto/signature.hpp"
#include "platform/journal/chain.hpp"

namespace journal {

struct SignedHead {
    std::int64_t batch = 0, sequence = 0; ///< Of the newest batch; 0 of an empty journal.
    Digest seal{};
    Instant signed_at;
    Digest content{}; ///< SHA-256 of all bytes before.
    crypto::PublicKey public_key;
    crypto::Signature signature{};
};

SignedHead sign_head(const crypto::SigningKey&, const std::optional<Batch>& newest, const Digest& content, Instant now);
bool is_signed(const SignedHead&);

/// "head":{"batch":…,"sequence":…,"seal":"…","signedAt":…,"content":"…"},"publicKey":"…","fingerprint":"…","signature":"…"
json::Object form_of(const SignedHead&);
/// Nothing when a member is missing or no digest; whether it is signed is another question.
std::optional<SignedHead> head_from(const json::Value&);

} // namespace journal
