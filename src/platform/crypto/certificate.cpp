#include "platform/crypto/certificate.hpp"

#include "platform/crypto/encoding.hpp"
#include "platform/ensure.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <climits>
#include <ctime>
#include <memory>
#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace crypto {

namespace {

struct ReleaseCertified {
    void operator()(X509* held) const { X509_free(held); }
    void operator()(EVP_PKEY* held) const { EVP_PKEY_free(held); }
    void operator()(BIO* held) const { BIO_free(held); }
    void operator()(BIGNUM* held) const { BN_clear_free(held); }
};
template <class T>
using Certified = std::unique_ptr<T, ReleaseCertified>;

Error no_rsa(const char* reason) {
    ERR_clear_error();
    return platform::certificate_unusable.error({{"reason", std::string{reason}}});
}

Certified<BIO> text_source(std::string_view text) {
    ensure(text.size() <= INT_MAX);
    return Certified<BIO>{BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))};
}

/// A number of the key, as JWK writes it; "" when the key has none of the name.
std::string number_of(const EVP_PKEY* key, const char* name) {
    BIGNUM* found = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &found) != 1) return {};
    const Certified<BIGNUM> number{found};
    std::string bytes(static_cast<std::size_t>(BN_num_bytes(found)), '\0');
    BN_bn2bin(found, reinterpret_cast<unsigned char*>(bytes.data()));
    return to_base64url(bytes);
}

json::Object rsa_members(const EVP_PKEY* key) {
    return {{"kty", "RSA"}, {"n", number_of(key, OSSL_PKEY_PARAM_RSA_N)}, {"e", number_of(key, OSSL_PKEY_PARAM_RSA_E)}};
}

std::string nine_digits(std::string_view text) {
    constexpr std::string_view prefix = "NTRNO-";
    if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
    const bool is_number = text.size() == 9 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    return is_number ? std::string{text} : std::string{};
}

std::string organisation_number_in(const X509* certificate) {
    const auto* subject = X509_get_subject_name(certificate);
    for (const int member : {NID_organizationIdentifier, NID_serialNumber}) {
        const int place = X509_NAME_get_index_by_NID(subject, member, -1);
        if (place < 0) continue;
        const auto* text = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, place));
        auto number = nine_digits({reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
                                   static_cast<std::size_t>(ASN1_STRING_length(text))});
        if (!number.empty()) return number;
    }
    return {};
}

} // namespace

Result<HolderCertificate> read_certificate(std::string_view der) {
    const auto* begin = reinterpret_cast<const unsigned char*>(der.data());
    const Certified<X509> certificate{d2i_X509(nullptr, &begin, static_cast<long>(der.size()))};
    if (!certificate) return no_rsa("no certificate");
    const auto* key = X509_get0_pubkey(certificate.get());
    if (key == nullptr || EVP_PKEY_get_base_id(key) != EVP_PKEY_RSA) return no_rsa("no RSA key");
    return HolderCertificate{rsa_members(key), organisation_number_in(certificate.get())};
}

Result<std::string> der_of_certificate(std::string_view pem) {
    const auto source = text_source(pem);
    const Certified<X509> certificate{PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr)};
    if (!certificate) return no_rsa("no certificate");
    std::string der(static_cast<std::size_t>(i2d_X509(certificate.get(), nullptr)), '\0');
    auto* end = reinterpret_cast<unsigned char*>(der.data());
    i2d_X509(certificate.get(), &end);
    return der;
}

Result<Instant> end_of_certificate(std::string_view pem) {
    const auto source = text_source(pem);
    const Certified<X509> certificate{PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr)};
    tm end{};
    if (!certificate || ASN1_TIME_to_tm(X509_get0_notAfter(certificate.get()), &end) != 1) {
        return no_rsa("no certificate");
    }
    return Instant{std::chrono::seconds{::timegm(&end)}};
}

Result<json::Value> private_jwk_of(std::string_view pem, std::string_view key_id) {
    const auto source = text_source(pem);
    const Certified<EVP_PKEY> key{PEM_read_bio_PrivateKey(source.get(), nullptr, nullptr, nullptr)};
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA) return no_rsa("no RSA key");
    auto members = rsa_members(key.get());
    members.push_back({"kid", std::string{key_id}});
    for (const auto& [name, parameter] : {std::pair{"d", OSSL_PKEY_PARAM_RSA_D},
                                          {"p", OSSL_PKEY_PARAM_RSA_FACTOR1},
                                          {"q", OSSL_PKEY_PARAM_RSA_FACTOR2},
                                          {"dp", OSSL_PKEY_PARAM_RSA_EXPONENT1},
                                          {"dq", OSSL_PKEY_PARAM_RSA_EXPONENT2},
                                          {"qi", OSSL_PKEY_PARAM_RSA_COEFFICIENT1}}) {
        members.push_back({name, number_of(key.get(), parameter)});
    }
    return json::Value{std::move(members)};
}

} // namespace crypto
