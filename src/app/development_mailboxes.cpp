#include "app/development_mailboxes.hpp"

#include "app/program.hpp"
#include "dispatch/demonstration.hpp"
#include "platform/crypto/key_file.hpp"

namespace app {

static constexpr int years = 10;

static MailboxKeys new_keys() {
    const std::string provider{registers::Development::mailbox_provider};
    return {crypto::make_business_key("Oppdiktet postkasse", provider, years),
            crypto::make_business_key("Samband", std::string{dispatch::demonstration::consumer_number}, years),
            crypto::make_cms_key("Oppdiktet postkasse", years)};
}

static json::Value written(const MailboxKeys& keys) {
    const auto business = [](const crypto::BusinessKeyFiles& files) {
        return json::Object{{"privateKey", files.private_key_pem},
                            {"certificates", files.certificates_pem},
                            {"authority", files.authority_pem}};
    };
    return json::Object{{"provider", business(keys.provider)},
                        {"sender", business(keys.sender)},
                        {"mailbox", json::Object{{"privateKey", keys.mailbox.private_key_pem},
                                                 {"certificate", keys.mailbox.certificate_pem}}}};
}

static MailboxKeys read_keys(const json::Value& value) {
    const auto text = [&](std::string_view owner, std::string_view member) {
        const auto* files = value.find(owner);
        return files == nullptr ? std::string{} : std::string{files->text_of(member)};
    };
    const auto business = [&](std::string_view owner) {
        return crypto::BusinessKeyFiles{text(owner, "privateKey"), text(owner, "certificates"),
                                        text(owner, "authority")};
    };
    return {business("provider"),
            business("sender"),
            {.certificate_pem = text("mailbox", "certificate"), .private_key_pem = text("mailbox", "privateKey")}};
}

Result<MailboxKeys> mailbox_keys(const std::string& folder) {
    const auto path = folder + "/demo-postkasse.json";
    if (const auto kept = TRY(crypto::read_secret_file(path))) return read_keys(TRY(json::parse(*kept)));
    auto keys = new_keys();
    TRY(crypto::create_secret_file(path, json::to_string(written(keys))));
    return keys;
}

Result<void> Program::set_up_development_mailboxes() {
    const auto keys = TRY(mailbox_keys(folder_));
    auto provider_key =
        TRY(crypto::BusinessKey::from_pem(keys.provider.private_key_pem, keys.provider.certificates_pem));
    auto own_key = TRY(crypto::BusinessKey::from_pem(keys.sender.private_key_pem, keys.sender.certificates_pem));
    auto own_trust = TRY(crypto::TrustedCertificates::from_pem(keys.sender.authority_pem));
    auto provider_trust = TRY(crypto::TrustedCertificates::from_pem(keys.provider.authority_pem));
    development_registers_->set_mailbox_certificate(keys.mailbox.certificate_pem);
    registers::DevelopmentMailboxes::Sources sources{
        [this](std::string_view token) { return identity_outside_->development->verify(token); },
        std::move(provider_key),
        std::move(own_trust),
        keys.mailbox,
        *random_,
        std::chrono::minutes{2}};
    development_mailboxes_ = std::make_unique<registers::DevelopmentMailboxes>(std::move(sources));
    using identity::DevelopmentClient;
    const std::string client{DevelopmentClient::demo_id};
    auto key = TRY(signing_key(folder_ + "/" + std::string{DevelopmentClient::key_file}, client));
    registers::TokenGrant grant{identity_outside_->development->issuer(), client, std::move(key),
                                std::string{registers::DigitalMailboxes::scope}, identity_outside_->machine.audience};
    registers::DigitalMailboxes::Client access{public_url_ + std::string{registers::development_mailboxes},
                                               std::move(own_key), std::move(provider_trust), std::move(grant)};
    office_->digital_mailboxes = std::make_shared<registers::DigitalMailboxes>(std::move(access), *clock_, *random_);
    return {};
}

} // namespace app
