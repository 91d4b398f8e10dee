#pragma once
// Encrypted messages for others (CMS EnvelopedData, RFC 5652): RSAES-OAEP with SHA-256 (RFC 8017) for the key,
// AES-256-CBC for the content, one recipient, DER without armour. What `openssl cms -decrypt -inform DER` opens.
#include "platform/result.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace crypto {

/// Plain bytes in, message out, however long: nothing is held but a block.
class CmsEncryption {
public:
    /// Fails with platform.certificate_unusable: no X.509 certificate in PEM, or one without an RSA key.
    static Result<CmsEncryption> to(const std::string& certificate_pem);
    CmsEncryption(CmsEncryption&&) noexcept;
    CmsEncryption& operator=(CmsEncryption&&) noexcept;
    ~CmsEncryption();

    std::string add(std::string_view plain);
    std::string finish();

private:
    struct State;
    explicit CmsEncryption(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// A key that messages are encrypted to, both halves in PEM.
struct CmsKey {
    std::string certificate_pem;
    std::string private_key_pem;
};
/// RSA with 2048 bits in a certificate that it has signed itself, valid from yesterday for so many years.
CmsKey make_cms_key(const std::string& common_name, int years);

/// The content of a message to this key; RSAES-OAEP and RSAES-PKCS1-v1_5 are both opened. Fails with
/// platform.seal_broken; the answer is the same whatever is wrong with it.
Result<std::string> cms_decrypt(std::string_view message, const CmsKey&);

} // namespace crypto
