#include "dispatch/actions/keep_certificates.hpp"

#include "dispatch/domain/errors.hpp"
#include "dispatch/store/alert_store.hpp"
#include "dispatch/store/certificate_store.hpp"
#include "platform/crypto/certificate.hpp"
#include "platform/crypto/cms.hpp"

namespace dispatch {

static constexpr int read_at_once_max = 100;
/// Of a certificate that cannot be read: the fetching tells of that.
static constexpr Instant never_ends{std::chrono::sys_days{std::chrono::year{9999} / 12 / 31}};

std::vector<Fault> certificate_faults(const std::string& pem, Instant now) {
    auto faults = faults_of_certificate(pem);
    if (const auto usable = crypto::CmsEncryption::to(pem); !usable) {
        faults.push_back({"#/certificate", usable.error().code, usable.error().values});
    } else if (const auto end = crypto::end_of_certificate(pem); end && *end <= now) {
        faults.push_back(outdated_certificate.at("#/certificate"));
    }
    return faults;
}

/// The very same certificate, however its text is laid out.
static bool is_same(const std::string& one, const std::string& other) {
    const auto first = crypto::der_of_certificate(one), second = crypto::der_of_certificate(other);
    return first && second && *first == *second;
}

Result<void> change_certificate(const Keeping& keeping, ReceiverId id, const NewCertificate& wanted) {
    auto faults = certificate_faults(wanted.certificate, keeping.now);
    if (!faults.empty()) return request_faults(std::move(faults));
    const auto system = TRY(keeping.open_system(SystemKind::receiver, id.to_string()));
    const auto receiver = TRY(store::receiver(keeping.transaction, id));
    if (receiver->certificate_withdrawn_at && is_same(receiver->certificate, wanted.certificate)) {
        return request_faults({withdrawn_certificate.at("#/certificate")});
    }
    const auto end = TRY(crypto::end_of_certificate(wanted.certificate));
    TRY(store::set_certificate(keeping.transaction, id, wanted.certificate, end));
    return keeping.tell("dispatch.certificate_changed", system);
}

Result<void> withdraw_certificate(const Keeping& keeping, ReceiverId id) {
    const auto system = TRY(keeping.open_system(SystemKind::receiver, id.to_string()));
    const auto receiver = TRY(store::receiver(keeping.transaction, id));
    if (receiver->certificate_withdrawn_at) return {};
    TRY(store::withdraw_certificate(keeping.transaction, id, keeping.now));
    return keeping.tell("dispatch.certificate_withdrawn", system);
}

static Result<void> tell_of(const Settling& settling, std::string_view type, const UneasyCertificate& certificate) {
    const auto id = certificate.id.to_string(), organisation = certificate.organisation_id.to_string();
    journal::Event event{.type = type};
    event.subjects = {{"receiver", id}, {"organisation", organisation}};
    event.body.text("name", certificate.name).text("day", to_string(norwegian_date(*certificate.ends_at)));
    event.visibility = journal::Visibility::internal;
    TRY(settling.office.services.journal.append(settling.transaction, settling.principal, event, settling.now));
    return {};
}

Result<void> alert_of_certificate(const Keeping& keeping, const Receiver& receiver) {
    const auto ends_at = crypto::end_of_certificate(receiver.certificate);
    if (!ends_at || receiver.certificate_withdrawn_at || *ends_at > keeping.now + certificate_warning) return {};
    const auto kind = *ends_at <= keeping.now ? AlertKind::certificate_ended : AlertKind::certificate_ending;
    const auto id = receiver.id.to_string();
    return store::raise(keeping.transaction, {id, kind, id}, keeping.now);
}

Result<void> tell_of_certificates(const Settling& settling) {
    for (const auto& receiver : TRY(store::certificates_unread(settling.transaction, read_at_once_max))) {
        const auto end = crypto::end_of_certificate(receiver.certificate);
        TRY(store::set_certificate_end(settling.transaction, receiver.id, end ? *end : never_ends));
    }
    const auto uneasy = TRY(store::uneasy_certificates(settling.transaction, settling.now + certificate_warning));
    for (const auto& certificate : uneasy) {
        if (certificate.withdrawn_at) continue; // Its people did that themselves.
        const bool has_ended = *certificate.ends_at <= settling.now;
        const auto news = has_ended ? CertificateTold::ended : CertificateTold::ends_soon;
        if (certificate.told >= news) continue;
        TRY(tell_of(settling, has_ended ? "dispatch.certificate_ended" : "dispatch.certificate_ending", certificate));
        const auto alert = has_ended ? AlertKind::certificate_ended : AlertKind::certificate_ending;
        const auto id = certificate.id.to_string();
        TRY(store::raise(settling.transaction, {id, alert, id}, settling.now));
        TRY(store::set_certificate_told(settling.transaction, certificate.id, news));
    }
    return {};
}

} // namespace dispatch
