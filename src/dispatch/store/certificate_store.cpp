#include "dispatch/store/certificate_store.hpp"

namespace dispatch::store {

Result<std::vector<UneasyCertificate>> uneasy_certificates(db::Reader& reader, Instant before) {
    std::vector<UneasyCertificate> found;
    for (const auto& row : TRY(reader.query(
             "SELECT id, name, organisation_id, certificate_ends_at, certificate_withdrawn_at, certificate_told "
             "FROM dispatch_receiver WHERE closed_at IS NULL AND "
             "(certificate_withdrawn_at IS NOT NULL OR certificate_ends_at < $1) "
             "ORDER BY COALESCE(certificate_withdrawn_at, certificate_ends_at), id LIMIT 500",
             {before}))) {
        found.push_back({row.id<ReceiverId>(0), row.text(1), row.id<directory::OrganisationId>(2), row.maybe_instant(3),
                         row.maybe_instant(4), static_cast<CertificateTold>(row.number(5))});
    }
    return found;
}

Result<std::vector<Receiver>> certificates_unread(db::Reader& reader, int limit) {
    std::vector<Receiver> found;
    for (const auto& row : TRY(reader.query("SELECT id, certificate FROM dispatch_receiver "
                                            "WHERE closed_at IS NULL AND certificate_ends_at IS NULL LIMIT $1",
                                            {limit}))) {
        Receiver receiver;
        receiver.id = row.id<ReceiverId>(0);
        receiver.certificate = row.text(1);
        found.push_back(std::move(receiver));
    }
    return found;
}

Result<void> set_certificate(db::Transaction& transaction, ReceiverId id, std::string_view pem, Instant ends_at) {
    return transaction.enqueue("UPDATE dispatch_receiver SET certificate = $2, certificate_ends_at = $3, "
                               "certificate_withdrawn_at = NULL, certificate_told = 0 WHERE id = $1",
                               {id, pem, ends_at});
}

Result<void> set_certificate_end(db::Transaction& transaction, ReceiverId id, Instant ends_at) {
    return transaction.enqueue("UPDATE dispatch_receiver SET certificate_ends_at = $2 WHERE id = $1", {id, ends_at});
}

Result<void> set_certificate_told(db::Transaction& transaction, ReceiverId id, CertificateTold told) {
    return transaction.enqueue("UPDATE dispatch_receiver SET certificate_told = $2 WHERE id = $1",
                               {id, static_cast<std::int64_t>(told)});
}

Result<void> withdraw_certificate(db::Transaction& transaction, ReceiverId id, Instant now) {
    return transaction.enqueue("UPDATE dispatch_receiver SET certificate_withdrawn_at = $2 WHERE id = $1", {id, now});
}

} // namespace dispatch::store
