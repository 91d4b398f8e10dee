#include "app/program.hpp"

#include "app/errors.hpp"
#include "app/master_key.hpp"
#include "app/print_server.hpp"
#include "app/texts.hpp"
#include "archive/archive.hpp"
#include "directory/texts.hpp"
#include "dispatch/demonstration.hpp"
#include "governance/governance.hpp"
#include "governance/lookups.hpp"
#include "hearings/hearings.hpp"
#include "identity/texts.hpp"
#include "live/texts.hpp"
#include "news/texts.hpp"
#include "oparl/texts.hpp"
#include "platform/crypto/sealing.hpp"
#include "platform/journal/sealed_journal.hpp"
#include "platform/log/log.hpp"
#include "platform/texts.hpp"
#include "registers/texts.hpp"
#include "representation/texts.hpp"
#include "voice/lookups.hpp"
#include "voice/texts.hpp"
#include "voice/voice.hpp"

#include <algorithm>
#include <filesystem>

namespace app {

std::vector<const i18n::Catalogue*> all_catalogues() {
    return {&platform::text::catalogue, &directory::text::catalogue,
            &identity::text::catalogue, &governance::catalogue(),
            &hearings::catalogue(),     &representation::text::catalogue,
            &voice::text::catalogue,    &archive::catalogue(),
            &live::text::catalogue,     &registers::text::catalogue,
            &dispatch::catalogue(),     &news::text::catalogue,
            &oparl::text::catalogue,    &text::catalogue};
}

std::string database_url(const Config& config) {
    const auto& url = config.text("database.url");
    return url.empty() ? "sqlite:" + config.text("data.folder") + "/samband.db" : url;
}

Result<std::unique_ptr<Program>> Program::open(const Config& config, Purpose purpose) {
    std::unique_ptr<Program> program{new Program{config, purpose}};
    TRY(program->open_stores());
    TRY(program->set_up_identity());
    TRY(program->set_up_post());
    program->set_up_news();
    TRY(program->set_up_registers());
    program->set_up_representation();
    program->add_all_routes();
    return program;
}

Result<void> Program::open_stores() {
    folder_ = config_.text("data.folder");
    std::error_code failure;
    std::filesystem::create_directories(folder_, failure);
    if (failure) return folder_unavailable.error({{"folder", folder_}, {"why", failure.message()}});
    clock_ = make_system_clock();
    random_ = make_system_random();
    master_ = TRY(master_key_of(config_, *random_));
    texts_ = i18n::Library{all_catalogues()};
    db::Options options;
    options.url = database_url(config_);
    options.readers_max = static_cast<std::size_t>(config_.number("database.readers_max"));
    options.wait_max = std::chrono::milliseconds{config_.number("database.wait_ms_max")};
    // Verifying, exporting and backing up go on beside a program that serves.
    if (purpose_ != Purpose::maintenance) sole_use_ = TRY(db::SoleUse::of(options));
    database_ = TRY(db::open(options));
    TRY(db::migrate(*database_));
    journal_ = journal::make(*database_, *master_, *random_);
    const auto use = database_->dialect() == db::Dialect::sqlite ? blobs::Use::alone : blobs::Use::shared;
    blobs_ = purpose_ == Purpose::maintenance ? blobs::unopened() : TRY(blobs::open(folder_ + "/blobs", use));
    database_->commit_after([this] { return blobs_->sync(); });
    public_url_ = config_.text("server.public_url");
    services_ =
        std::unique_ptr<Services>{new Services{*database_, *journal_, *blobs_, *clock_, *random_, texts_, public_url_}};
    return {};
}

void Program::set_public_url(std::string url) {
    public_url_ = std::move(url);
    services_->public_url = public_url_;
    if (config_.text("machine.audience").empty()) identity_outside_->machine.audience = public_url_;
    if (!development_registers_) return;
    if (const auto connected = connect_development_registers(); !connected) {
        logging::warning("program.registers_not_connected", connected.error());
    }
}

Result<void> Program::set_up_identity() {
    identity_options_.session_age_max = std::chrono::hours{config_.number("login.session_hours")};
    identity_options_.session_idle_max = std::chrono::minutes{config_.number("login.idle_minutes")};
    identity_options_.has_demonstration_login = purpose_ == Purpose::demonstration;
    identity_options_.has_provider = !config_.text("login.issuer").empty();
    identity_options_.is_secure =
        config_.text("server.public_url").starts_with("https://") || !config_.text("server.tls_certificate").empty();
    directory::PersonKey person_key;
    const auto derived = master_->derive("samband identity numbers");
    std::ranges::copy(derived.bytes(), person_key.bytes.begin());
    const auto& audience = config_.text("machine.audience");
    identity_outside_ = std::unique_ptr<identity::Outside>{new identity::Outside{
        {config_.text("login.issuer"), config_.text("login.client_id"), config_.text("login.client_secret"),
         config_.text("login.assurance_min"), config_.text("login.altinn_services"),
         config_.text("login.altinn_post_services")},
        {config_.text("machine.issuer"), config_.text("machine.jwks_url"), audience.empty() ? public_url_ : audience},
        person_key,
        master_->derive("samband log-in cookie"),
        std::make_unique<identity::IssuerKeys>("", *clock_),
        std::make_unique<identity::IssuerKeys>(config_.text("machine.jwks_url"), *clock_)}};
    if (!identity::asks_for_one_kind(identity_outside_->provider)) return login_services_mixed.error();
    people_ = std::make_unique<identity::Authenticator>(*services_, identity_options_, *identity_outside_);
    if (purpose_ != Purpose::demonstration) return {};
    auto client =
        TRY(identity::DevelopmentClient::in_folder(folder_, std::string{dispatch::demonstration::consumer_number}));
    identity_outside_->development = std::make_unique<identity::DevelopmentIssuer>(*services_, std::move(client));
    return {};
}

Result<void> Program::set_up_post() {
    auto vault = TRY(dispatch::open_vault(folder_, *master_, *random_));
    auto receipt_keys = TRY(dispatch::open_receipt_keys(folder_, *random_));
    dispatch::Terms terms;
    const auto price = [&](std::string_view setting) -> std::optional<std::int64_t> {
        const auto oere = config_.number(setting);
        return oere > 0 ? std::optional<std::int64_t>{oere} : std::nullopt;
    };
    terms.paper_prices = {price("dispatch.paper_letter_oere"), price("dispatch.paper_letter_europe_oere"),
                          price("dispatch.paper_letter_world_oere")};
    office_ = std::unique_ptr<dispatch::Office>{new dispatch::Office{
        *services_, std::move(vault), identity_outside_->person_key, std::move(receipt_keys), terms}};
    office_->letter_keys = TRY(dispatch::open_letter_keys(folder_));
    office_->clamd = config_.text("antivirus.clamd");
    office_->print_folder = config_.text("dispatch.print_folder");
    office_->print_server = TRY(print_server(config_));
    const bool is_printed = office_->print_server || !office_->print_folder.empty();
    if (!is_printed && purpose_ == Purpose::demonstration) office_->print_folder = folder_ + "/print";
    office_->token_consumer = [this](std::string_view token) {
        return identity::post_token_consumer(*services_, *identity_outside_, token);
    };
    door_ = std::make_unique<dispatch::Door>(*office_, *identity_outside_);
    if (purpose_ == Purpose::demonstration) {
        visitors_ = std::make_unique<registers::DevelopmentVisitors>(*people_);
    }
    authenticator_ = std::make_unique<dispatch::Authenticator>(*door_, visitors_ ? *visitors_ : *people_);
    return {};
}

/// What can be followed, by the kinds of the journal's subjects.
static Result<std::optional<news::Followable>> followable(db::Reader& reader, std::string_view kind,
                                                          std::string_view id, i18n::Language language, Date today) {
    if (kind == "case") {
        const auto number = TRY(governance::CaseId::parse(id));
        const auto card = governance::case_card(reader, number, today, language);
        if (!card) return std::optional<news::Followable>{};
        return std::optional<news::Followable>{
            {"case", std::string{id}, card->title.empty() ? card->number : card->title, card->path}};
    }
    if (kind == "organisation") {
        const auto found = directory::find_organisation(reader, TRY(directory::OrganisationId::parse(id)), language);
        if (!found) return std::optional<news::Followable>{};
        return std::optional<news::Followable>{{"organisation", std::string{id}, found->name, found->url}};
    }
    if (kind == "body") {
        const auto card = governance::body_card(reader, TRY(governance::BodyId::parse(id)), language);
        if (!card) return std::optional<news::Followable>{};
        return std::optional<news::Followable>{{"body", std::string{id}, card->name, card->path}};
    }
    return std::optional<news::Followable>{};
}

void Program::set_up_news() {
    news_outside_.resolver = [this](db::Reader& reader, std::string_view kind, std::string_view id,
                                    i18n::Language language) {
        return followable(reader, kind, id, language, norwegian_date(clock_->now()));
    };
    mail_key_ = master_->derive("samband mail addresses");
    news_outside_.seal = [this](std::string_view plain, std::string_view person) {
        const auto sealed = crypto::seal(*mail_key_, plain, person, *random_);
        return db::Bytes{sealed.begin(), sealed.end()};
    };
    news_outside_.open = [this](const db::Bytes& sealed, std::string_view person) {
        return crypto::open(*mail_key_, {reinterpret_cast<const char*>(sealed.data()), sealed.size()}, person);
    };
    const auto& smtp = config_.text("mail.smtp_url");
    if (smtp.empty()) return;
    news_outside_.send = [this, smtp](const mail::Message& message) {
        const auto& sender = config_.text("mail.sender");
        const auto at = sender.find('@');
        const auto host = at == std::string::npos ? "localhost" : sender.substr(at + 1);
        const auto now = clock_->now();
        return mail::send(smtp, message, {sender, Uuid::make(now, *random_).to_string() + "@" + host, now});
    };
}

void Program::set_up_representation() {
    told_key_ = master_->derive("samband what people told of themselves");
    representation_outside_.seal = [this](std::string_view plain, std::string_view owner) {
        const auto sealed = crypto::seal(*told_key_, plain, owner, *random_);
        return db::Bytes{sealed.begin(), sealed.end()};
    };
    representation_outside_.position_title = voice::position_title;
    representation_outside_.open = [this](const db::Bytes& sealed, std::string_view owner) {
        return crypto::open(*told_key_, {reinterpret_cast<const char*>(sealed.data()), sealed.size()}, owner);
    };
}

} // namespace app
