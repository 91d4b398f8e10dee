#pragma once
// How long the certificates of receivers hold.
#include "dispatch/store/account_store.hpp"

namespace dispatch {

/// What the people of a receiver have been told of its certificate; each once.
enum class CertificateTold : std::uint8_t { nothing, ends_soon, ended };

/// A receiver whose certificate needs somebody.
struct UneasyCertificate {
    ReceiverId id;
    std::string name;
    directory::OrganisationId organisation_id;
    std::optional<Instant> ends_at, withdrawn_at;
    CertificateTold told = CertificateTold::nothing;
};

namespace store {

/// Of open receivers: what has run out, runs out before the time given or is withdrawn, the earliest first.
Result<std::vector<UneasyCertificate>> uneasy_certificates(db::Reader&, Instant before);
/// Open receivers whose certificates nobody has looked at yet, with them.
Result<std::vector<Receiver>> certificates_unread(db::Reader&, int limit);

Result<void> set_certificate(db::Transaction&, ReceiverId, std::string_view pem, Instant ends_at);
Result<void> set_certificate_end(db::Transaction&, ReceiverId, Instant);
Result<void> set_certificate_told(db::Transaction&, ReceiverId, CertificateTold);
Result<void> withdraw_certificate(db::Transaction&, ReceiverId, Instant);

} // namespace store
} // namespace dispatch
