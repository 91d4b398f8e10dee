#include "platform/journal/signed_head.hpp"

#include "platform/crypto/encoding.hpp"

namespace journal {

namespace {

json::Object unsigned_form(const SignedHead& head) {
    return {{"batch", head.batch},
            {"sequence", head.sequence},
            {"seal", hex(head.seal)},
            {"signedAt", std::int64_t{head.signed_at.time_since_epoch().count()}},
            {"content", hex(head.content)}};
}

std::string signed_text(const SignedHead& head) {
    return "samband journal head " + json::to_string(unsigned_form(head));
}

} // namespace

SignedHead sign_head(const crypto::SigningKey& key, const std::optional<Batch>& newest, const Digest& content,
                     Instant now) {
    const auto last = newest.value_or(Batch{});
    SignedHead head{.batch = last.number,
                    .sequence = last.last,
                    .seal = last.seal,
                    .signed_at = now,
                    .content = content,
                    .public_key = key.public_key(),
                    .signature = {}};
    head.signature = key.sign(signed_text(head));
    return head;
}

bool is_signed(const SignedHead& head) {
    return crypto::is_signed_by(head.public_key, signed_text(head), head.signature);
}

json::Object form_of(const SignedHead& head) {
    return {{"head", unsigned_form(head)},
            {"publicKey", crypto::to_hex(head.public_key.bytes)},
            {"fingerprint", head.public_key.fingerprint()},
            {"signature", crypto::to_hex(head.signature)}};
}

std::optional<SignedHead> head_from(const json::Value& value) {
    const auto* inner = value.find("head");
    if (!inner) return {};
    SignedHead head{.batch = inner->integer_of("batch", -1),
                    .sequence = inner->integer_of("sequence", -1),
                    .seal = {},
                    .signed_at = Instant{std::chrono::microseconds{inner->integer_of("signedAt")}},
                    .content = {},
                    .public_key = {},
                    .signature = {}};
    const auto is_read = crypto::from_hex(inner->text_of("seal"), head.seal) &&
                         crypto::from_hex(inner->text_of("content"), head.content) &&
                         crypto::from_hex(value.text_of("publicKey"), head.public_key.bytes) &&
                         crypto::from_hex(value.text_of("signature"), head.signature);
    if (!is_read) return {};
    return head;
}

} // namespace journal
