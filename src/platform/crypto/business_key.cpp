#include "platform/crypto/business_key.hpp"

#include "platform/crypto/certificate.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/crypto/jose.hpp"
#include "platform/crypto/octets.hpp"
#include "platform/ensure.hpp"
#include "platform/errors.hpp"

#include <array>
#include <climits>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

namespace crypto {

namespace {

template <auto Free>
struct Released {
    template <class T>
    void operator()(T* held) const {
        Free(held);
    }
};
void free_stack(STACK_OF(X509) * stack) {
    sk_X509_pop_free(stack, X509_free);
}
using BusinessBio = std::unique_ptr<BIO, Released<BIO_free_all>>;
using BusinessX509 = std::unique_ptr<X509, Released<X509_free>>;
using BusinessPrivateKey = std::unique_ptr<EVP_PKEY, Released<EVP_PKEY_free>>;
using BusinessChain = std::unique_ptr<STACK_OF(X509), Released<free_stack>>;
using BusinessStore = std::unique_ptr<X509_STORE, Released<X509_STORE_free>>;

constexpr std::array<std::string_view, 1> document_algorithms{"RS256"};
constexpr std::size_t certificates_max = 8;

Error unusable_business(const char* reason) {
    ERR_clear_error();
    return platform::certificate_unusable.error({{"reason", std::string{reason}}});
}

BusinessBio business_source(std::string_view text) {
    ensure(text.size() <= INT_MAX);
    return BusinessBio{BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))};
}

std::string business_text(BIO* memory) {
    char* bytes = nullptr;
    const auto length = BIO_get_mem_data(memory, &bytes);
    return {bytes, static_cast<std::size_t>(length)};
}

std::string business_der(const X509* certificate) {
    std::string der(static_cast<std::size_t>(i2d_X509(certificate, nullptr)), '\0');
    auto* end = octets_of(der);
    i2d_X509(certificate, &end);
    return der;
}

BusinessX509 business_certificate(std::string_view der) {
    const auto* begin = octets_of(der);
    return BusinessX509{d2i_X509(nullptr, &begin, static_cast<long>(der.size()))};
}

std::vector<BusinessX509> all_in(std::string_view pem) {
    std::vector<BusinessX509> found;
    const auto source = business_source(pem);
    while (found.size() < 1000) {
        BusinessX509 next{PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr)};
        if (!next) break;
        found.push_back(std::move(next));
    }
    ERR_clear_error();
    return found;
}

std::string issuer_of(const X509* certificate) {
    const BusinessBio memory{BIO_new(BIO_s_mem())};
    X509_NAME_print_ex(memory.get(), X509_get_issuer_name(certificate), 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
    return business_text(memory.get());
}

std::string serial_of(const X509* certificate) {
    const std::unique_ptr<BIGNUM, Released<BN_free>> number{
        ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr)};
    ensure(number != nullptr);
    char* const text = BN_bn2dec(number.get());
    ensure(text != nullptr);
    std::string serial{text};
    OPENSSL_free(text);
    return serial;
}

} // namespace

struct BusinessKey::State {
    BusinessPrivateKey key;
};
BusinessKey::BusinessKey(std::unique_ptr<State> state) : state_{std::move(state)} {}
BusinessKey::BusinessKey(BusinessKey&&) noexcept = default;
BusinessKey& BusinessKey::operator=(BusinessKey&&) noexcept = default;
BusinessKey::~BusinessKey() = default;

Result<BusinessKey> BusinessKey::from_pem(std::string_view private_key, std::string_view certificates) {
    const auto chain = all_in(certificates);
    if (chain.empty() || chain.size() > certificates_max) return unusable_business("no certificate");
    const auto source = business_source(private_key);
    BusinessPrivateKey key{PEM_read_bio_PrivateKey(source.get(), nullptr, nullptr, nullptr)};
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA) return unusable_business("no RSA key");
    const auto* holder = chain.front().get();
    if (X509_check_private_key(holder, key.get()) != 1) return unusable_business("another key's certificate");
    BusinessKey made{std::make_unique<State>(State{std::move(key)})};
    for (const auto& each : chain)
        made.certificates_.push_back(business_der(each.get()));
    made.organisation_number_ = TRY(read_certificate(made.certificates_.front())).organisation_number;
    if (made.organisation_number_.empty()) return unusable_business("no organisation number");
    made.issuer_ = issuer_of(holder);
    made.serial_ = serial_of(holder);
    return made;
}

std::string BusinessKey::sign(std::string_view bytes) const {
    const std::unique_ptr<EVP_MD_CTX, Released<EVP_MD_CTX_free>> signing{EVP_MD_CTX_new()};
    std::size_t length = 0;
    const bool is_begun = signing &&
                          EVP_DigestSignInit(signing.get(), nullptr, EVP_sha256(), nullptr, state_->key.get()) == 1 &&
                          EVP_DigestSign(signing.get(), nullptr, &length, octets_of(bytes), bytes.size()) == 1;
    ensure(is_begun);
    std::string signature(length, '\0');
    const bool is_signed =
        EVP_DigestSign(signing.get(), octets_of(signature), &length, octets_of(bytes), bytes.size()) == 1;
    ensure(is_signed);
    signature.resize(length);
    return signature;
}

struct TrustedCertificates::State {
    BusinessStore store;
};
TrustedCertificates::TrustedCertificates(std::unique_ptr<State> state) : state_{std::move(state)} {}
TrustedCertificates::TrustedCertificates(TrustedCertificates&&) noexcept = default;
TrustedCertificates& TrustedCertificates::operator=(TrustedCertificates&&) noexcept = default;
TrustedCertificates::~TrustedCertificates() = default;

Result<TrustedCertificates> TrustedCertificates::from_pem(std::string_view certificates) {
    const auto found = all_in(certificates);
    if (found.empty()) return unusable_business("no certificate");
    BusinessStore store{X509_STORE_new()};
    ensure(store != nullptr);
    for (const auto& each : found) {
        if (X509_STORE_add_cert(store.get(), each.get()) != 1) return unusable_business("not taken");
    }
    return TrustedCertificates{std::make_unique<State>(State{std::move(store)})};
}

bool TrustedCertificates::lead_here(const std::vector<std::string>& certificates, Instant now) const {
    if (certificates.empty() || certificates.size() > certificates_max) return false;
    const auto holder = business_certificate(certificates.front());
    const BusinessChain others{sk_X509_new_null()};
    for (std::size_t i = 1; i < certificates.size(); ++i) {
        if (auto other = business_certificate(certificates[i])) sk_X509_push(others.get(), other.release());
    }
    const std::unique_ptr<X509_STORE_CTX, Released<X509_STORE_CTX_free>> looking{X509_STORE_CTX_new()};
    const bool is_begun =
        holder && X509_STORE_CTX_init(looking.get(), state_->store.get(), holder.get(), others.get()) == 1;
    if (!is_begun) {
        ERR_clear_error();
        return false;
    }
    X509_STORE_CTX_set_flags(looking.get(),
                             X509_V_FLAG_PARTIAL_CHAIN); // Trusting an issuer without its root is enough.
    X509_STORE_CTX_set_time(looking.get(), 0, std::chrono::system_clock::to_time_t(now));
    const bool is_trusted = X509_verify_cert(looking.get()) == 1;
    ERR_clear_error();
    return is_trusted;
}

std::string sign_document(const json::Value& content, const BusinessKey& key) {
    json::Array chain;
    for (const auto& certificate : key.certificates())
        chain.emplace_back(to_base64(certificate));
    const auto header = json::to_string(json::Object{{"alg", "RS256"}, {"x5c", std::move(chain)}});
    const auto signed_part = to_base64url(header) + "." + to_base64url(json::to_string(content));
    return signed_part + "." + to_base64url(key.sign(signed_part));
}

/// The certificates that a document names itself by.
static Result<std::vector<std::string>> chain_in(std::string_view jws) {
    const auto malformed = [](const char* why) { return platform::token_malformed.error({{"why", std::string{why}}}); };
    if (jws.size() > token_bytes_max) return malformed("too long");
    const auto text = from_base64url(jws.substr(0, jws.find('.')));
    const auto header = text ? json::parse(*text) : Result<json::Value>{text.error()};
    const auto* chain = header ? header->find("x5c") : nullptr;
    if (chain == nullptr || chain->array() == nullptr || chain->array()->empty()) return malformed("no certificate");
    std::vector<std::string> certificates;
    for (const auto& each : *chain->array()) {
        const auto der = each.text() == nullptr ? Result<std::string>{malformed("x5c")} : from_base64(*each.text());
        if (!der) return malformed("x5c");
        certificates.push_back(*der);
    }
    return certificates;
}

Result<BusinessDocument> open_document(std::string_view jws, const TrustedCertificates& trusted, Instant now) {
    const auto certificates = TRY(chain_in(jws));
    if (!trusted.lead_here(certificates, now)) return unusable_business("not trusted");
    auto holder = TRY(read_certificate(certificates.front()));
    if (holder.organisation_number.empty()) return unusable_business("no organisation number");
    auto key = *holder.public_jwk.object();
    // A key id adds nothing where the key itself is named.
    if (const auto text = from_base64url(jws.substr(0, jws.find('.')))) {
        const auto header = TRY(json::parse(*text));
        if (const auto id = header.text_of("kid"); !id.empty()) key.push_back({"kid", std::string{id}});
    }
    auto content = TRY(verify_token(jws, json::Object{{"keys", json::Array{std::move(key)}}}, document_algorithms));
    return BusinessDocument{std::move(content), std::move(holder.organisation_number)};
}

static BusinessX509 issued(EVP_PKEY* key, const std::string& name, const std::string& number, X509* issuer,
                           EVP_PKEY* issuing, int years) {
    static constexpr long day_s = 24L * 60 * 60;
    BusinessX509 made{X509_new()};
    ensure(made != nullptr);
    auto* subject = X509_get_subject_name(made.get());
    const auto add = [&](const char* field, const std::string& value) {
        return X509_NAME_add_entry_by_txt(subject, field, MBSTRING_UTF8, octets_of(std::string_view{value}), -1, -1,
                                          0) == 1;
    };
    // From well before now, so that tests with a clock of their own can use it.
    const bool is_filled = X509_set_version(made.get(), X509_VERSION_3) == 1 &&
                           ASN1_INTEGER_set(X509_get_serialNumber(made.get()), issuer == nullptr ? 1 : 2) == 1 &&
                           X509_gmtime_adj(X509_getm_notBefore(made.get()), -day_s * 365 * years) != nullptr &&
                           X509_gmtime_adj(X509_getm_notAfter(made.get()), day_s * 365 * years) != nullptr &&
                           add("CN", name) && (number.empty() || add("serialNumber", number)) &&
                           X509_set_pubkey(made.get(), key) == 1;
    ensure(is_filled);
    const std::unique_ptr<X509_EXTENSION, Released<X509_EXTENSION_free>> constraint{X509V3_EXT_conf_nid(
        nullptr, nullptr, NID_basic_constraints, issuer == nullptr ? "critical,CA:TRUE" : "critical,CA:FALSE")};
    const bool is_signed =
        constraint && X509_add_ext(made.get(), constraint.get(), -1) == 1 &&
        X509_set_issuer_name(made.get(), issuer == nullptr ? subject : X509_get_subject_name(issuer)) == 1 &&
        X509_sign(made.get(), issuing, EVP_sha256()) > 0;
    ensure(is_signed);
    return made;
}

BusinessKeyFiles make_business_key(const std::string& name, const std::string& organisation_number, int years) {
    const BusinessPrivateKey authority_key{EVP_RSA_gen(2048)}, key{EVP_RSA_gen(2048)};
    ensure(authority_key && key);
    const auto authority = issued(authority_key.get(), name + " CA", {}, nullptr, authority_key.get(), years);
    const auto holder = issued(key.get(), name, organisation_number, authority.get(), authority_key.get(), years);
    const auto pem_of = [](X509* certificate) {
        const BusinessBio memory{BIO_new(BIO_s_mem())};
        ensure(PEM_write_bio_X509(memory.get(), certificate) == 1);
        return business_text(memory.get());
    };
    const BusinessBio memory{BIO_new(BIO_s_mem())};
    ensure(PEM_write_bio_PrivateKey(memory.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
    const auto authority_pem = pem_of(authority.get());
    return {business_text(memory.get()), pem_of(holder.get()) + authority_pem, authority_pem};
}

} // namespace crypto
