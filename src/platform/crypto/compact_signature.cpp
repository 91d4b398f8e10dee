#include "platform/crypto/compact_signature.hpp"

#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/errors.hpp"

#include <algorithm>

namespace crypto {

static constexpr std::string_view document_algorithm = "EdDSA";

static std::string_view view_of(const PublicKey& key) {
    return {reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size()};
}

static Error malformed_document(std::string_view why) {
    return platform::token_malformed.error({{"why", std::string{why}}});
}

std::string thumbprint(const PublicKey& key) {
    // RFC 8037 appendix A.3: these members, in this order, and no spaces.
    const auto text = R"({"crv":"Ed25519","kty":"OKP","x":")" + to_base64url(view_of(key)) + "\"}";
    return to_base64url(view(sha256(text)));
}

json::Object jwk_of(const PublicKey& key) {
    return {{"kty", "OKP"}, {"crv", "Ed25519"},          {"x", to_base64url(view_of(key))},
            {"use", "sig"}, {"alg", document_algorithm}, {"kid", thumbprint(key)}};
}

static Result<PublicKey> key_from(const json::Value& jwk) {
    const auto bytes = TRY(from_base64url(jwk.text_of("x")));
    PublicKey key;
    if (jwk.text_of("kty") != "OKP" || jwk.text_of("crv") != "Ed25519" || bytes.size() != key.bytes.size()) {
        return platform::bad_value.error();
    }
    std::ranges::copy(bytes, key.bytes.begin());
    return key;
}

Result<std::vector<PublicKey>> keys_in(const json::Value& jwks) {
    std::vector<PublicKey> keys;
    const auto* list = jwks.find("keys");
    if (list == nullptr || list->array() == nullptr) return platform::bad_value.error();
    for (const auto& jwk : *list->array()) {
        if (jwk.text_of("kty") == "OKP") keys.push_back(TRY(key_from(jwk)));
    }
    return keys;
}

std::string sign_compact(std::string_view payload, std::string_view type, const SigningKey& key) {
    const json::Object header{{"alg", document_algorithm},
                              {"typ", type},
                              {"kid", thumbprint(key.public_key())},
                              {"jwk", jwk_of(key.public_key())}};
    auto text = to_base64url(json::to_string(header)) + "." + to_base64url(payload);
    const auto signature = key.sign(text);
    return text + "." + to_base64url({reinterpret_cast<const char*>(signature.data()), signature.size()});
}

Result<SignedDocument> open_compact(std::string_view document, std::size_t length_max) {
    if (document.size() > length_max) return malformed_document("too long");
    const auto first = document.find('.');
    const auto last = document.rfind('.');
    if (first == last || std::ranges::count(document, '.') != 2) return malformed_document("not three parts");
    const auto header_text = from_base64url(document.substr(0, first));
    auto payload = from_base64url(document.substr(first + 1, last - first - 1));
    const auto signature_bytes = from_base64url(document.substr(last + 1));
    if (!header_text || !payload || !signature_bytes) return malformed_document("not base64url");
    const auto header = json::parse(*header_text);
    if (!header || header->object() == nullptr) return malformed_document("header is not a JSON object");
    // RFC 7515 section 4.1.11: what is critical and not understood must be refused. We understand none.
    if (header->find("crit") != nullptr) return malformed_document("critical extension");
    if (header->text_of("alg") != document_algorithm) {
        return platform::token_algorithm_refused.error(
            {{"algorithm", std::string{header->text_of("alg").substr(0, 20)}}});
    }
    const auto* jwk = header->find("jwk");
    const auto key = jwk != nullptr ? key_from(*jwk) : Result<PublicKey>{platform::bad_value.error()};
    if (!key) return malformed_document("no key of ours in the header");
    Signature signature{};
    if (signature_bytes->size() != signature.size()) return platform::token_signature_wrong.error();
    std::ranges::copy(*signature_bytes, signature.begin());
    if (!is_signed_by(*key, document.substr(0, last), signature)) return platform::token_signature_wrong.error();
    return SignedDocument{*std::move(payload), std::string{header->text_of("typ")}, *key};
}

} // namespace crypto
