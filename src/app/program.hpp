#pragma once
// The program, opened: database, journal, files, texts, routes. The only place that knows all modules.
#include "app/config.hpp"
#include "dispatch/dispatch.hpp"
#include "identity/identity.hpp"
#include "news/news.hpp"
#include "platform/crypto/key.hpp"
#include "platform/db/sole_use.hpp"
#include "platform/http/event_stream.hpp"
#include "platform/http/router.hpp"
#include "platform/services.hpp"
#include "platform/ui/page.hpp"
#include "registers/development.hpp"
#include "representation/representation.hpp"

#include <memory>

namespace app {

enum class Purpose : std::uint8_t { serving, demonstration, maintenance };

/// Opens in order, closes in the opposite order.
class Program {
public:
    /// Opens what the configuration names; makes the data folder and the master key when they are missing, and brings
    /// the database up to date. Fails with platform.database_unavailable, the key file errors,
    /// platform.migration_changed, app.folder_unavailable.
    static Result<std::unique_ptr<Program>> open(const Config&, Purpose);

    [[nodiscard]] const Services& services() const { return *services_; }
    [[nodiscard]] const Config& config() const { return config_; }
    [[nodiscard]] const http::Router& router() const { return router_; }
    [[nodiscard]] const ui::Site& site() const { return site_; }
    [[nodiscard]] http::EventHub& events() { return events_; }
    [[nodiscard]] http::Authenticator& authenticator() { return *authenticator_; }
    [[nodiscard]] const dispatch::Office& office() const { return *office_; }
    [[nodiscard]] const news::Outside& news_outside() const { return news_outside_; }
    [[nodiscard]] const representation::Outside& representation_outside() const { return representation_outside_; }
    [[nodiscard]] const identity::Options& identity_options() const { return identity_options_; }
    [[nodiscard]] const directory::PersonKey& person_key() const { return identity_outside_->person_key; }
    [[nodiscard]] const std::string& data_folder() const { return folder_; }
    /// True when no other process works on the database while this one lives.
    [[nodiscard]] bool is_alone() const { return sole_use_.is_sole(); }

    /// The address people use; the port is known once the server listens.
    void set_public_url(std::string url);

private:
    Program(const Config& config, Purpose purpose) : config_{config}, purpose_{purpose} {}
    Result<void> open_stores();
    Result<void> set_up_identity();
    Result<void> set_up_post();
    Result<void> set_up_registers();
    Result<void> set_up_digital_mailboxes(const registers::TokenGrant&);
    Result<registers::TokenGrant> register_grant(std::string_view scopes) const;
    Result<void> set_up_altinn();
    Result<void> check_register_client(std::string_view address) const;
    Result<void> set_up_person_register();
    Result<void> set_up_development_mailboxes();
    Result<void> set_up_development_altinn();
    void set_up_development_registers();
    Result<void> connect_development_registers();
    void set_up_news();
    void set_up_representation();
    void add_all_routes();

    Config config_;
    Purpose purpose_;
    std::string folder_, public_url_;
    std::unique_ptr<Clock> clock_;
    std::unique_ptr<Random> random_;
    std::optional<crypto::Key> master_, mail_key_, told_key_;
    i18n::Library texts_{std::vector<const i18n::Catalogue*>{}};
    db::SoleUse sole_use_;
    std::unique_ptr<blobs::Store> blobs_; ///< Outlives the database, whose commits sync it.
    std::unique_ptr<db::Database> database_;
    std::unique_ptr<journal::Journal> journal_;
    std::unique_ptr<Services> services_;
    identity::Options identity_options_;
    std::unique_ptr<identity::Outside> identity_outside_;
    news::Outside news_outside_;
    representation::Outside representation_outside_;
    std::unique_ptr<dispatch::Office> office_;
    std::unique_ptr<dispatch::Door> door_;
    std::unique_ptr<registers::Development> development_registers_;
    std::unique_ptr<registers::DevelopmentMailboxes> development_mailboxes_;
    std::unique_ptr<registers::DevelopmentAltinn> development_altinn_;
    std::unique_ptr<http::Authenticator> people_, visitors_, authenticator_;
    http::EventHub events_;
    http::Router router_;
    ui::Site site_;
};

/// The catalogues of all modules, in the order of the table.
std::vector<const i18n::Catalogue*> all_catalogues();
/// Where the database is: the setting, or the embedded one in the data folder.
std::string database_url(const Config&);

} // namespace app
