#include "dispatch/actions/keep_systems.hpp"

#include "dispatch/actions/keep_certificates.hpp"
#include "dispatch/actions/known_systems.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/store/alert_store.hpp"
#include "platform/json/described_members.hpp"

#include <fmt/format.h>

namespace dispatch {

static constexpr std::size_t secret_bytes = 24;

FreshSecret fresh_secret(const Office& office, crypto::PasswordCost cost) {
    auto secret = office.services.random.token(secret_bytes);
    auto hash = crypto::hash_password(secret, office.services.random, cost);
    return {std::move(secret), std::move(hash)};
}

Result<PostSystem> Keeping::open_system(SystemKind kind, std::string_view id) const {
    auto found = TRY(store::system(transaction, organisation, kind, id));
    if (!found) return system_not_found.error();
    if (found->closed_at) return system_closed.error({{"name", found->name}});
    return *std::move(found);
}

Result<void> Keeping::may_open_another() const {
    if (TRY(store::count_for_organisation(transaction, organisation)) < systems_max) return {};
    return too_many_systems.error({{"max", systems_max}});
}

Result<void> Keeping::set_alert_mail(AlertSide side, std::string_view id, const std::optional<Line<254>>& mail) const {
    const auto written_in =
        language == i18n::Language::nn ? i18n::Language::nn : i18n::Language::nb; // alerts have no others
    return store::set_alert_mail(transaction, side, id, mail ? std::optional{std::string{*mail}} : std::nullopt,
                                 written_in);
}

Result<void> Keeping::tell(std::string_view type, const PostSystem& system, journal::Body body) const {
    body.text("name", system.name).text("kind", json::name_of(system.kind));
    journal::Event event{.type = type};
    event.subjects = {{json::name_of(system.kind), system.id}, {"organisation", system.organisation_id.to_string()}};
    event.body = std::move(body);
    event.visibility = journal::Visibility::internal;
    TRY(office.services.journal.append(transaction, principal, event, now));
    office.systems->forget();
    return {};
}

Result<void> change_terms(const Keeping& keeping, AccountId id, const AccountTerms& terms) {
    if (auto faults = faults_of(terms); !faults.empty()) return request_faults(std::move(faults));
    auto account = TRY(keeping.open_system(SystemKind::account, id.to_string()));
    TRY(store::set_terms(keeping.transaction, id, terms));
    if (!terms.keeps_alert_mail) TRY(keeping.set_alert_mail(AlertSide::account, id.to_string(), terms.alert_mail));
    account.name = terms.name;
    journal::Body body;
    body.number("readDeadlineHours", terms.read_deadline_hours)
        .number("retentionDays", terms.retention_days)
        .number("duplicateWindowHours", terms.duplicate_window_hours);
    if (terms.uses_digital_mailboxes) body.number("usesDigitalMailboxes", *terms.uses_digital_mailboxes ? 1 : 0);
    if (terms.uses_altinn) body.number("usesAltinn", *terms.uses_altinn ? 1 : 0);
    return keeping.tell("dispatch.account_changed", account, std::move(body));
}

Result<void> change_receiver(const Keeping& keeping, ReceiverId id, const ReceiverTerms& terms) {
    if (auto faults = faults_of(terms); !faults.empty()) return request_faults(std::move(faults));
    const auto receiver = TRY(keeping.open_system(SystemKind::receiver, id.to_string()));
    const auto before = TRY(store::alert_mail(keeping.transaction, id.to_string()));
    TRY(keeping.set_alert_mail(AlertSide::receiver, id.to_string(), terms.alert_mail));
    if (!before && terms.alert_mail) {
        // What was told while nobody was there to be written to.
        if (const auto known = TRY(store::receiver(keeping.transaction, id)))
            TRY(alert_of_certificate(keeping, *known));
    }
    return keeping.tell("dispatch.receiver_changed", receiver);
}

Result<void> change_mailbox(const Keeping& keeping, const MailboxTerms& terms) {
    if (auto faults = faults_of(terms); !faults.empty()) return request_faults(std::move(faults));
    const auto id = keeping.organisation.to_string();
    TRY(keeping.set_alert_mail(AlertSide::mailbox, id, terms.alert_mail));
    journal::Event event{.type = "dispatch.mailbox_changed"};
    event.subjects = {{"organisation", id}};
    event.visibility = journal::Visibility::internal;
    TRY(keeping.office.services.journal.append(keeping.transaction, keeping.principal, event, keeping.now));
    return {};
}

Result<void> change_secret(const Keeping& keeping, SystemKind kind, std::string_view id, const SecretChange& wanted,
                           const FreshSecret& fresh) {
    if (auto faults = faults_of(wanted); !faults.empty()) return request_faults(std::move(faults));
    const auto system = TRY(keeping.open_system(kind, id));
    std::optional<Instant> until;
    if (wanted.overlap_hours > 0) until = keeping.now + std::chrono::hours{wanted.overlap_hours};
    TRY(store::set_secret(keeping.transaction, system, fresh.hash, until));
    journal::Body body;
    body.number("hours", wanted.overlap_hours);
    return keeping.tell("dispatch.secret_changed", system, std::move(body));
}

Result<void> close_system(const Keeping& keeping, SystemKind kind, std::string_view id) {
    const auto system = TRY(keeping.open_system(kind, id));
    TRY(store::close(keeping.transaction, system, keeping.now));
    return keeping.tell("dispatch.system_ended", system);
}

} // namespace dispatch
