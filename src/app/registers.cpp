// How the program asks the national registers and tells people of letters.
#include "app/development_mailboxes.hpp"
#include "app/errors.hpp"
#include "app/program.hpp"
#include "platform/crypto/certificate.hpp"
#include "platform/crypto/key_file.hpp"

#include <fstream>
#include <iterator>

namespace app {

Result<json::Value> signing_key(const std::string& file, const std::string& key_id) {
    const auto pem = TRY(crypto::read_secret_file(file));
    if (!pem) return file_unreadable.error({{"file", file}});
    return crypto::private_jwk_of(*pem, key_id);
}

/// In the demonstration organisations are those of the directory, and have invented addresses.
static Result<std::optional<registers::RegisteredOrganisation>>
known_organisation(db::Reader& reader, std::string_view number, Date today) {
    const auto found = directory::find_organisation_by_key(reader, number);
    using Found = std::optional<registers::RegisteredOrganisation>;
    if (!found || found->organisation_number != number) return Found{};
    registers::RegisteredAddress address{{"Postboks 1 (oppdiktet)"}, "0010", "OSLO", {}};
    return Found{registers::RegisteredOrganisation{found->name, found->is_ended(today), std::move(address)}};
}

void Program::set_up_development_registers() {
    registers::Development::Sources sources;
    sources.verify = [this](std::string_view token) { return identity_outside_->development->verify(token); };
    sources.organisation = [this](db::Reader& reader, std::string_view number) {
        return known_organisation(reader, number, norwegian_date(clock_->now()));
    };
    sources.gateway_secret = random_->token(16);
    office_->gateway.secret = sources.gateway_secret;
    office_->notice_hours = {std::chrono::hours{0}, std::chrono::hours{24}}; // Whoever tries it at night is awake.
    development_registers_ = std::make_unique<registers::Development>(std::move(sources));
}

Result<void> Program::connect_development_registers() {
    using identity::DevelopmentClient;
    const std::string client{DevelopmentClient::demo_id};
    auto key = TRY(signing_key(folder_ + "/" + std::string{DevelopmentClient::key_file}, client));
    registers::TokenGrant grant{identity_outside_->development->issuer(), client, std::move(key),
                                std::string{registers::ContactRegister::scopes}, identity_outside_->machine.audience};
    office_->contacts = std::make_shared<registers::ContactRegister>(
        public_url_ + std::string{registers::development_contacts},
        std::make_shared<registers::TokenClient>(grant, *clock_, *random_), *clock_);
    grant.scope = registers::PersonRegister::scope;
    office_->people = std::make_shared<registers::PersonRegister>(
        public_url_ + std::string{registers::development_people},
        std::make_shared<registers::TokenClient>(std::move(grant), *clock_, *random_), *clock_);
    office_->organisations = std::make_shared<registers::OrganisationRegister>(
        public_url_ + std::string{registers::development_organisations}, *clock_);
    office_->gateway.url = public_url_ + std::string{registers::development_text_messages};
    TRY(set_up_development_altinn());
    return set_up_development_mailboxes();
}

Result<void> Program::set_up_development_altinn() {
    const std::string resource{"samband-post"}, confidential{"samband-taushetsbelagt-post"};
    registers::DevelopmentAltinn::Sources sources{
        [this](std::string_view token) { return identity_outside_->development->verify(token); },
        {resource, confidential},
        *random_,
        std::chrono::minutes{2}};
    development_altinn_ = std::make_unique<registers::DevelopmentAltinn>(std::move(sources));
    using identity::DevelopmentClient;
    const std::string id{DevelopmentClient::demo_id};
    auto key = TRY(signing_key(folder_ + "/" + std::string{DevelopmentClient::key_file}, id));
    registers::TokenGrant grant{identity_outside_->development->issuer(), id, std::move(key),
                                std::string{registers::AltinnMessages::scopes}, identity_outside_->machine.audience};
    registers::AltinnMessages::Client client{
        public_url_ + std::string{registers::development_altinn}, resource, confidential, {}, std::move(grant)};
    office_->altinn = std::make_shared<registers::AltinnMessages>(std::move(client), *clock_, *random_);
    return {};
}

/// The text of a file that anybody may read.
static std::string text_of_file(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

Result<void> Program::set_up_digital_mailboxes(const registers::TokenGrant& asker) {
    const auto& address = config_.text("digital_mailboxes.url");
    if (address.empty()) return {};
    std::string faulty;
    const auto blame = [&](std::string_view setting) { faulty.append(faulty.empty() ? "" : ", ").append(setting); };
    // Without the contact register nobody is known to have a mailbox.
    for (const auto* needed : {"registers.contacts_url", "registers.token_issuer"}) {
        if (config_.text(needed).empty()) blame(needed);
    }
    const auto pem = crypto::read_secret_file(config_.text("digital_mailboxes.key_file"));
    if (!pem || !*pem) blame("digital_mailboxes.key_file");
    auto key = crypto::BusinessKey::from_pem(pem && *pem ? **pem : std::string{},
                                             text_of_file(config_.text("digital_mailboxes.certificate")));
    if (!key) blame("digital_mailboxes.certificate");
    auto trusted = crypto::TrustedCertificates::from_pem(text_of_file(config_.text("digital_mailboxes.trusted")));
    if (!trusted) blame("digital_mailboxes.trusted");
    if (!faulty.empty()) return digital_mailboxes_incomplete.error({{"settings", faulty}});
    auto grant = asker;
    grant.scope = registers::DigitalMailboxes::scope;
    registers::DigitalMailboxes::Client client{address, *std::move(key), *std::move(trusted), std::move(grant)};
    office_->digital_mailboxes = std::make_shared<registers::DigitalMailboxes>(std::move(client), *clock_, *random_);
    return {};
}

Result<registers::TokenGrant> Program::register_grant(std::string_view scopes) const {
    const auto& client = config_.text("registers.client_id");
    const auto& key_id = config_.text("registers.key_id");
    auto key = TRY(signing_key(config_.text("registers.key_file"), key_id.empty() ? client : key_id));
    return registers::TokenGrant{
        config_.text("registers.token_issuer"), client, std::move(key), std::string{scopes}, {}};
}

Result<void> Program::set_up_altinn() {
    const auto& address = config_.text("altinn.url");
    if (address.empty()) return {};
    std::string faulty;
    const auto blame = [&](std::string_view setting) { faulty.append(faulty.empty() ? "" : ", ").append(setting); };
    for (const auto* needed : {"altinn.resource", "registers.token_issuer", "registers.client_id"}) {
        if (config_.text(needed).empty()) blame(needed);
    }
    // Whoever may read the one must not read the other.
    if (!config_.text("altinn.resource").empty() &&
        config_.text("altinn.confidential_resource") == config_.text("altinn.resource")) {
        blame("altinn.confidential_resource");
    }
    auto grant = register_grant(registers::AltinnMessages::scopes);
    if (!grant) blame("registers.key_file");
    if (!faulty.empty()) return altinn_incomplete.error({{"settings", faulty}});
    registers::AltinnMessages::Client client{address, config_.text("altinn.resource"),
                                             config_.text("altinn.confidential_resource"),
                                             config_.text("altinn.subscription_key"), *std::move(grant)};
    office_->altinn = std::make_shared<registers::AltinnMessages>(std::move(client), *clock_, *random_);
    return {};
}

Result<void> Program::check_register_client(std::string_view address) const {
    for (const auto* needed : {"registers.token_issuer", "registers.client_id", "registers.key_file"}) {
        if (!config_.text(needed).empty()) continue;
        return register_client_incomplete.error({{"address", std::string{address}}, {"setting", std::string{needed}}});
    }
    return {};
}

Result<void> Program::set_up_person_register() {
    const auto& address = config_.text("registers.people_url");
    if (address.empty()) return {};
    TRY(check_register_client("registers.people_url"));
    auto grant = TRY(register_grant(registers::PersonRegister::scope));
    office_->people = std::make_shared<registers::PersonRegister>(
        address, std::make_shared<registers::TokenClient>(std::move(grant), *clock_, *random_), *clock_);
    return {};
}

Result<void> Program::set_up_registers() {
    office_->send_mail = news_outside_.send;
    office_->gateway = {config_.text("sms.gateway_url"), config_.text("sms.gateway_secret"),
                        config_.text("sms.sender")};
    office_->notice_hours = {std::chrono::hours{config_.number("dispatch.notices_from")},
                             std::chrono::hours{config_.number("dispatch.notices_until")}};
    if (const auto& address = config_.text("registers.organisations_url"); !address.empty()) {
        office_->organisations = std::make_shared<registers::OrganisationRegister>(address, *clock_);
    }
    if (purpose_ == Purpose::demonstration) {
        set_up_development_registers();
        return {};
    }
    TRY(set_up_altinn());
    TRY(set_up_person_register());
    const auto& address = config_.text("registers.contacts_url");
    if (address.empty()) return set_up_digital_mailboxes({});
    // Post must not go to people who have said no to it because a line of the set-up was forgotten.
    TRY(check_register_client("registers.contacts_url"));
    auto grant = TRY(register_grant(registers::ContactRegister::scopes));
    TRY(set_up_digital_mailboxes(grant));
    office_->contacts = std::make_shared<registers::ContactRegister>(
        address, std::make_shared<registers::TokenClient>(std::move(grant), *clock_, *random_), *clock_);
    return {};
}

} // namespace app
