#pragma once
// Business certificates (virksomhetssertifikat, SEID): an organisation's RSA key with the certificates that lead from
// it to somebody who is trusted. What it signs, others can hold against the organisation.
#include "platform/clock.hpp"
#include "platform/json/value.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace crypto {

class BusinessKey {
public:
    /// The private key in PEM, and the certificates in PEM, the holder's own first. Fails with
    /// platform.certificate_unusable: none there, no RSA, or the certificate is another key's.
    static Result<BusinessKey> from_pem(std::string_view private_key, std::string_view certificates);
    BusinessKey(BusinessKey&&) noexcept;
    BusinessKey& operator=(BusinessKey&&) noexcept;
    ~BusinessKey();

    /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017 section 8.2).
    [[nodiscard]] std::string sign(std::string_view bytes) const;
    /// DER, the holder's own first.
    [[nodiscard]] const std::vector<std::string>& certificates() const { return certificates_; }
    [[nodiscard]] const std::string& organisation_number() const { return organisation_number_; }
    /// Who issued the holder's certificate, as RFC 2253 writes names, and its serial number in decimal.
    [[nodiscard]] const std::string& issuer() const { return issuer_; }
    [[nodiscard]] const std::string& serial() const { return serial_; }

private:
    struct State;
    explicit BusinessKey(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
    std::vector<std::string> certificates_;
    std::string organisation_number_, issuer_, serial_;
};

/// Whose word counts: certificates in PEM that others must lead to.
class TrustedCertificates {
public:
    /// Fails with platform.certificate_unusable when there is none in the text.
    static Result<TrustedCertificates> from_pem(std::string_view certificates);
    TrustedCertificates(TrustedCertificates&&) noexcept;
    TrustedCertificates& operator=(TrustedCertificates&&) noexcept;
    ~TrustedCertificates();

    /// Whether certificates in DER, the holder's first, lead to one of these and all are in force. Whether one was
    /// withdrawn is not asked.
    [[nodiscard]] bool lead_here(const std::vector<std::string>& certificates, Instant now) const;

private:
    struct State;
    explicit TrustedCertificates(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// A JSON document signed by an organisation (JWS, RS256, with its certificates as x5c; RFC 7515 section 4.1.6).
std::string sign_document(const json::Value&, const BusinessKey&);

struct BusinessDocument {
    json::Value content;
    std::string organisation_number; ///< Of whoever signed it.
};
/// Fails with platform.token_malformed, platform.token_algorithm_refused, platform.token_signature_wrong, and with
/// platform.certificate_unusable when the certificates lead to nobody who is trusted, or name no organisation.
Result<BusinessDocument> open_document(std::string_view jws, const TrustedCertificates&, Instant now);

/// A key whose certificate somebody trusts who is made with it; for tests and the demonstration. The authority is the
/// certificate to trust.
struct BusinessKeyFiles {
    std::string private_key_pem, certificates_pem, authority_pem;
};
BusinessKeyFiles make_business_key(const std::string& name, const std::string& organisation_number, int years);

} // namespace crypto
