#include "platform/crypto/sealing.hpp"

#include "platform/crypto/gcm.hpp"
#include "platform/crypto/octets.hpp"
#include "platform/ensure.hpp"
#include "platform/errors.hpp"

#include <climits>
#include <memory>
#include <openssl/evp.h>

namespace crypto {

namespace {

struct CipherContextDeleter {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, CipherContextDeleter>;

const EVP_CIPHER* sealing_cipher() {
    static const auto* found = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
    ensure_or_stop(found != nullptr);
    return found;
}

int length_of(std::string_view text) {
    ensure(text.size() <= INT_MAX);
    return static_cast<int>(text.size());
}

} // namespace

std::string gcm_seal(const Key& key, std::string_view nonce, std::string_view plain, std::string_view associated) {
    std::string cipher(plain.size(), '\0');
    std::string tag(gcm_tag_length, '\0');

    const CipherContext context{EVP_CIPHER_CTX_new()};
    int length = 0;
    auto is_sealed =
        EVP_EncryptInit_ex2(context.get(), sealing_cipher(), octets_of(key.bytes()), octets_of(nonce), nullptr) == 1 &&
        EVP_EncryptUpdate(context.get(), nullptr, &length, octets_of(std::string_view{associated}),
                          length_of(associated)) == 1 &&
        EVP_EncryptUpdate(context.get(), octets_of(cipher), &length, octets_of(plain), length_of(plain)) == 1 &&
        EVP_EncryptFinal_ex(context.get(), octets_of(tag), &length) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, gcm_tag_length, tag.data()) == 1;
    ensure(is_sealed);
    cipher += tag;
    return cipher;
}

Result<std::string> gcm_open(const Key& key, std::string_view nonce, std::string_view sealed,
                             std::string_view associated) {
    if (nonce.size() != gcm_nonce_length || sealed.size() < gcm_tag_length) return platform::seal_broken.error();
    const auto cipher = sealed.substr(0, sealed.size() - gcm_tag_length);
    std::string tag{sealed.substr(sealed.size() - gcm_tag_length)};
    std::string plain(cipher.size(), '\0');
    std::string rest(gcm_tag_length, '\0');

    const CipherContext context{EVP_CIPHER_CTX_new()};
    int length = 0;
    const auto is_open =
        EVP_DecryptInit_ex2(context.get(), sealing_cipher(), octets_of(key.bytes()), octets_of(nonce), nullptr) == 1 &&
        EVP_DecryptUpdate(context.get(), nullptr, &length, octets_of(associated), length_of(associated)) == 1 &&
        EVP_DecryptUpdate(context.get(), octets_of(plain), &length, octets_of(cipher), length_of(cipher)) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, gcm_tag_length, tag.data()) == 1 &&
        EVP_DecryptFinal_ex(context.get(), octets_of(rest), &length) == 1;
    if (!is_open) return platform::seal_broken.error();
    return plain;
}

std::string seal(const Key& key, std::string_view plain, std::string_view associated, Random& random) {
    std::string sealed(gcm_nonce_length, '\0');
    random.fill(sealed.data(), sealed.size());
    sealed += gcm_seal(key, std::string{sealed}, plain, associated);
    return sealed;
}

Result<std::string> open(const Key& key, std::string_view sealed, std::string_view associated) {
    if (sealed.size() < gcm_nonce_length + gcm_tag_length) return platform::seal_broken.error();
    return gcm_open(key, sealed.substr(0, gcm_nonce_length), sealed.substr(gcm_nonce_length), associated);
}

} // namespace crypto
