#include "platform/crypto/cms.hpp"

#include "platform/crypto/octets.hpp"
#include "platform/ensure.hpp"
#include "platform/errors.hpp"

#include <climits>
#include <map>
#include <mutex>
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace crypto {

namespace {

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* held) const {
        Free(held);
    }
};
using CmsBio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using CmsCertificate = std::shared_ptr<X509>;
using CmsPrivateKey = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using CmsMessage = std::unique_ptr<CMS_ContentInfo, Freed<CMS_ContentInfo_free>>;

CmsBio cms_source(std::string_view text) {
    ensure(text.size() <= INT_MAX);
    return CmsBio{BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))};
}

std::string taken_from_memory(BIO* memory) {
    std::string bytes(BIO_ctrl_pending(memory), '\0');
    if (!bytes.empty()) {
        const auto count = BIO_read(memory, bytes.data(), static_cast<int>(bytes.size()));
        ensure(count == static_cast<int>(bytes.size()));
    }
    return bytes;
}

CmsCertificate certificate_in(std::string_view pem) {
    const auto source = cms_source(pem);
    return CmsCertificate{PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr), &X509_free};
}

/// The last certificates that were read: reading one takes longer than sealing a letter to it, and a receiver fetches
/// thousands in a row.
class KnownCertificates {
public:
    CmsCertificate find(const std::string& pem) {
        {
            const std::lock_guard lock{mutex_};
            if (const auto known = known_.find(pem); known != known_.end()) return known->second;
        }
        auto read = certificate_in(pem);
        if (!read || EVP_PKEY_get_base_id(X509_get0_pubkey(read.get())) != EVP_PKEY_RSA) return {};
        const std::lock_guard lock{mutex_};
        if (known_.size() >= known_max) known_.clear();
        known_.emplace(pem, read);
        return read;
    }

private:
    static constexpr std::size_t known_max = 256;
    std::mutex mutex_;
    std::map<std::string, CmsCertificate> known_;
};

/// The message's one recipient, with the key transport that receivers ask for.
bool add_recipient(CMS_ContentInfo* message, X509* certificate) {
    auto* recipient = CMS_add1_recipient_cert(message, certificate, CMS_KEY_PARAM);
    auto* transport = recipient == nullptr ? nullptr : CMS_RecipientInfo_get0_pkey_ctx(recipient);
    return transport != nullptr && EVP_PKEY_CTX_set_rsa_padding(transport, RSA_PKCS1_OAEP_PADDING) > 0 &&
           EVP_PKEY_CTX_set_rsa_oaep_md(transport, EVP_sha256()) > 0 &&
           EVP_PKEY_CTX_set_rsa_mgf1_md(transport, EVP_sha256()) > 0;
}

} // namespace

struct CmsEncryption::State {
    CmsMessage message;
    BIO* memory = nullptr; ///< The last link of the chain.
    CmsBio chain;
};

CmsEncryption::CmsEncryption(std::unique_ptr<State> state) : state_{std::move(state)} {}
CmsEncryption::CmsEncryption(CmsEncryption&&) noexcept = default;
CmsEncryption& CmsEncryption::operator=(CmsEncryption&&) noexcept = default;
CmsEncryption::~CmsEncryption() = default;

Result<CmsEncryption> CmsEncryption::to(const std::string& certificate_pem) {
    const auto unusable = [] {
        ERR_clear_error();
        return platform::certificate_unusable.error({{"reason", std::string{"no RSA certificate"}}});
    };
    static KnownCertificates known;
    const auto certificate = known.find(certificate_pem);
    if (!certificate) return unusable();
    auto state = std::make_unique<State>();
    state->message.reset(CMS_encrypt(nullptr, nullptr, EVP_aes_256_cbc(), CMS_BINARY | CMS_STREAM | CMS_PARTIAL));
    if (!state->message || !add_recipient(state->message.get(), certificate.get())) return unusable();
    state->memory = BIO_new(BIO_s_mem());
    state->chain.reset(BIO_new_CMS(state->memory, state->message.get()));
    ensure(state->chain != nullptr);
    return CmsEncryption{std::move(state)};
}

std::string CmsEncryption::add(std::string_view plain) {
    ensure(plain.size() <= INT_MAX);
    const auto written =
        plain.empty() ? 0 : BIO_write(state_->chain.get(), plain.data(), static_cast<int>(plain.size()));
    ensure(written == static_cast<int>(plain.size()));
    return taken_from_memory(state_->memory);
}

std::string CmsEncryption::finish() {
    const bool is_whole = BIO_flush(state_->chain.get()) > 0;
    ensure(is_whole);
    return taken_from_memory(state_->memory);
}

CmsKey make_cms_key(const std::string& common_name, int years) {
    const CmsPrivateKey key{EVP_RSA_gen(2048)};
    const CmsCertificate certificate{X509_new(), &X509_free};
    static constexpr long day_s = 24L * 60 * 60;
    auto* name = X509_get_subject_name(certificate.get());
    const bool is_made = key && X509_set_version(certificate.get(), X509_VERSION_3) == 1 &&
                         ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1) == 1 &&
                         X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -day_s) != nullptr &&
                         X509_gmtime_adj(X509_getm_notAfter(certificate.get()), day_s * 365 * years) != nullptr &&
                         X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, octets_of(std::string_view{common_name}),
                                                    -1, -1, 0) == 1 &&
                         X509_set_issuer_name(certificate.get(), name) == 1 &&
                         X509_set_pubkey(certificate.get(), key.get()) == 1 &&
                         X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0;
    ensure(is_made);
    const CmsBio certificate_text{BIO_new(BIO_s_mem())}, key_text{BIO_new(BIO_s_mem())};
    const bool is_written =
        PEM_write_bio_X509(certificate_text.get(), certificate.get()) == 1 &&
        PEM_write_bio_PrivateKey(key_text.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1;
    ensure(is_written);
    return {taken_from_memory(certificate_text.get()), taken_from_memory(key_text.get())};
}

Result<std::string> cms_decrypt(std::string_view bytes, const CmsKey& key) {
    if (bytes.size() > INT_MAX) return platform::seal_broken.error();
    const auto certificate = certificate_in(key.certificate_pem);
    const auto key_source = cms_source(key.private_key_pem);
    const CmsPrivateKey private_key{PEM_read_bio_PrivateKey(key_source.get(), nullptr, nullptr, nullptr)};
    const auto source = cms_source(bytes);
    const CmsMessage message{d2i_CMS_bio(source.get(), nullptr)};
    const CmsBio plain{BIO_new(BIO_s_mem())};
    const bool is_open = certificate && private_key && message &&
                         CMS_decrypt(message.get(), private_key.get(), certificate.get(), nullptr, plain.get(), 0) == 1;
    ERR_clear_error();
    if (!is_open) return platform::seal_broken.error();
    return taken_from_memory(plain.get());
}

} // namespace crypto
