#include "platform/crypto/signature.hpp"

#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/crypto/key_file.hpp"
#include "platform/crypto/octets.hpp"
#include "platform/ensure.hpp"
#include "platform/errors.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

namespace crypto {

namespace {

struct PkeyDeleter {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
using Pkey = std::unique_ptr<EVP_PKEY, PkeyDeleter>;

struct ContextDeleter {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MD_CTX, ContextDeleter>;

struct BioDeleter {
    void operator()(BIO* bio) const { BIO_free(bio); }
};
using Bio = std::unique_ptr<BIO, BioDeleter>;

std::string content_of(BIO* bio) {
    char* begin = nullptr;
    const auto length = BIO_get_mem_data(bio, &begin);
    return {begin, static_cast<std::size_t>(length)};
}

Result<PublicKey> public_part(const EVP_PKEY* key) {
    PublicKey out;
    auto length = out.bytes.size();
    if (EVP_PKEY_get_id(key) != EVP_PKEY_ED25519 || EVP_PKEY_get_raw_public_key(key, out.bytes.data(), &length) != 1 ||
        length != out.bytes.size())
        return platform::bad_value.error();
    return out;
}

/// A private key without a passphrase; asking for one on the terminal would stop a server.
int refuse_passphrase(char*, int, int, void*) {
    return -1;
}

} // namespace

struct SigningKey::State {
    Pkey key;
};

SigningKey::SigningKey(std::unique_ptr<State> state) : state_{std::move(state)} {
    auto made = public_part(state_->key.get());
    ensure(made.has_value());
    public_key_ = *made;
}
SigningKey::SigningKey(SigningKey&&) noexcept = default;
SigningKey& SigningKey::operator=(SigningKey&&) noexcept = default;
SigningKey::~SigningKey() = default;

SigningKey SigningKey::from_seed(const Key& seed) {
    Pkey key{
        EVP_PKEY_new_raw_private_key_ex(nullptr, "ED25519", nullptr, octets_of(seed.bytes()), seed.bytes().size())};
    ensure(key != nullptr);
    return SigningKey{std::make_unique<State>(State{std::move(key)})};
}

Result<SigningKey> SigningKey::load_or_create(const std::string& path, Random& random) {
    auto pem = TRY(read_secret_file(path));
    if (!pem) {
        const auto made = from_seed(Key::make(random));
        const Bio bio{BIO_new(BIO_s_secmem())};
        const auto is_written = PEM_write_bio_PKCS8PrivateKey(bio.get(), made.state_->key.get(), nullptr, nullptr, 0,
                                                              nullptr, nullptr) == 1;
        ensure(is_written);
        pem = content_of(bio.get());
        TRY(create_secret_file(path, *pem));
    }
    const Bio bio{BIO_new_mem_buf(pem->data(), static_cast<int>(pem->size()))};
    Pkey key{PEM_read_bio_PrivateKey(bio.get(), nullptr, refuse_passphrase, nullptr)};
    OPENSSL_cleanse(pem->data(), pem->size());
    if (!key || EVP_PKEY_get_id(key.get()) != EVP_PKEY_ED25519) return platform::key_file_faulty.error();
    return SigningKey{std::make_unique<State>(State{std::move(key)})};
}

Signature SigningKey::sign(std::string_view bytes) const {
    Signature signature{};
    auto length = signature.size();
    const Context context{EVP_MD_CTX_new()};
    const auto is_signed =
        EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, state_->key.get()) == 1 &&
        EVP_DigestSign(context.get(), signature.data(), &length, octets_of(bytes), bytes.size()) == 1;
    ensure(is_signed && length == signature.size());
    return signature;
}

bool is_signed_by(const PublicKey& public_key, std::string_view bytes, const Signature& signature) {
    const Pkey key{
        EVP_PKEY_new_raw_public_key_ex(nullptr, "ED25519", nullptr, public_key.bytes.data(), public_key.bytes.size())};
    const Context context{EVP_MD_CTX_new()};
    return key && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), signature.data(), signature.size(), octets_of(bytes), bytes.size()) == 1;
}

std::string PublicKey::fingerprint() const {
    return to_hex(sha256({reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
}

std::string PublicKey::to_pem() const {
    const Pkey key{EVP_PKEY_new_raw_public_key_ex(nullptr, "ED25519", nullptr, bytes.data(), bytes.size())};
    const Bio bio{BIO_new(BIO_s_mem())};
    const auto is_written = key && PEM_write_bio_PUBKEY(bio.get(), key.get()) == 1;
    ensure(is_written);
    return content_of(bio.get());
}

Result<PublicKey> PublicKey::from_pem(std::string_view pem) {
    const Bio bio{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))};
    const Pkey key{PEM_read_bio_PUBKEY(bio.get(), nullptr, refuse_passphrase, nullptr)};
    if (!key) return platform::bad_value.error();
    return public_part(key.get());
}

} // namespace crypto
