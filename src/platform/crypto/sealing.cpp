#include "platform/crypto/sealing.hpp"

#include "platform/crypto/octets.hpp"
#include "platform/ensure.hpp"
#include "platform/errors.hpp"

#include <climits>
#include <memory>
#include <openssl/evp.h>

namespace crypto {

namespace {

constexpr std::size_t nonce_length = 12;
constexpr std::size_t tag_length = 16;

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

std::string seal(const Key& key, std::string_view plain, std::string_view associated, Random& random) {
    std::string nonce(nonce_length, '\0');
    random.fill(nonce.data(), nonce.size());
    std::string cipher(plain.size(), '\0');
    std::string tag(tag_length, '\0');

    const CipherContext context{EVP_CIPHER_CTX_new()};
    int length = 0;
    auto is_sealed =
        EVP_EncryptInit_ex2(context.get(), sealing_cipher(), octets_of(key.bytes()), octets_of(nonce), nullptr) == 1 &&
        EVP_EncryptUpdate(context.get(), nullptr, &length, octets_of(std::string_view{associated}),
                          length_of(associated)) == 1 &&
        EVP_EncryptUpdate(context.get(), octets_of(cipher), &length, octets_of(plain), length_of(plain)) == 1 &&
        EVP_EncryptFinal_ex(context.get(), octets_of(tag), &length) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, tag_length, tag.data()) == 1;
    ensure(is_sealed);
    return nonce + cipher + tag;
}

Result<std::string> open(const Key& key, std::string_view sealed, std::string_view associated) {
    if (sealed.size() < nonce_length + tag_length) return platform::seal_broken.error();
    const auto nonce = sealed.substr(0, nonce_length);
    const auto cipher = sealed.substr(nonce_length, sealed.size() - nonce_length - tag_length);
    std::string tag{sealed.substr(sealed.size() - tag_length)};
    std::string plain(cipher.size(), '\0');
    std::string rest(tag_length, '\0');

    const CipherContext context{EVP_CIPHER_CTX_new()};
    int length = 0;
    const auto is_open =
        EVP_DecryptInit_ex2(context.get(), sealing_cipher(), octets_of(key.bytes()), octets_of(nonce), nullptr) == 1 &&
        EVP_DecryptUpdate(context.get(), nullptr, &length, octets_of(associated), length_of(associated)) == 1 &&
        EVP_DecryptUpdate(context.get(), octets_of(plain), &length, octets_of(cipher), length_of(cipher)) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, tag_length, tag.data()) == 1 &&
        EVP_DecryptFinal_ex(context.get(), octets_of(rest), &length) == 1;
    if (!is_open) return platform::seal_broken.error();
    return plain;
}

} // namespace crypto
