#pragma once
// RSA keys and certificates of others, as the JSON Web Keys (RFC 7517) that tokens are checked and signed with.
#include "platform/clock.hpp"
#include "platform/json/value.hpp"
#include "platform/result.hpp"

#include <string>
#include <string_view>

namespace crypto {

/// What a certificate says of its holder. Whoever trusts it must know why: nobody's signature on it is checked here.
struct HolderCertificate {
    json::Value public_jwk;
    /// From organizationIdentifier ("NTRNO-123456789") or serialNumber ("123456789"); empty when there is none.
    /// Source: SEID, version 2, certificates for organisations.
    std::string organisation_number;
};

/// X.509 in DER. Fails with platform.certificate_unusable: no certificate, or one without an RSA key.
Result<HolderCertificate> read_certificate(std::string_view der);
/// The first certificate of a PEM text in DER. Fails with platform.certificate_unusable.
Result<std::string> der_of_certificate(std::string_view pem);
/// When the first certificate of a PEM text runs out. Fails with platform.certificate_unusable.
Result<Instant> end_of_certificate(std::string_view pem);
/// A private RSA key in PEM (PKCS #1 or #8). Fails with platform.certificate_unusable.
Result<json::Value> private_jwk_of(std::string_view pem, std::string_view key_id);

} // namespace crypto
