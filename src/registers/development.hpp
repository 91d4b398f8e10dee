#pragma once
// Registers and a text message gateway for development, in the real ones' protocols: for `samband demo` alone.
// Everybody in them is invented.
#include "platform/http/authenticator.hpp"
#include "platform/http/router.hpp"
#include "platform/json/described.hpp"
#include "registers/development_altinn.hpp"
#include "registers/development_mailboxes.hpp"
#include "registers/organisation_register.hpp"

#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace registers {

/// Where each answers, behind the program's own address.
inline constexpr std::string_view development_contacts = "/development/contact-register";
inline constexpr std::string_view development_organisations = "/development/organisation-register";
inline constexpr std::string_view development_people = "/development/person-register";
inline constexpr std::string_view development_text_messages = "/development/text-messages";

struct TakenTextMessage {
    std::string id, from, to, text;
    Instant taken_at;
};
BOOST_DESCRIBE_STRUCT(TakenTextMessage, (), (id, from, to, text, taken_at))

class Development {
public:
    struct Sources {
        /// The claims of a token of the issuer that is trusted here.
        std::function<Result<json::Value>(std::string_view token)> verify;
        /// An organisation that there is; nothing for an unknown number.
        std::function<Result<std::optional<RegisteredOrganisation>>(db::Reader&, std::string_view number)> organisation;
        std::string gateway_secret;
    };
    explicit Development(Sources);

    /// What the contact register answers. Fails with registers.token_refused, registers.question_faulty.
    Result<json::Value> contacts(std::string_view authorization, std::string_view body) const;
    /// What the register of persons answers about one, the parts asked for. Fails with registers.token_refused,
    /// registers.person_missing.
    Result<json::Value> person(std::string_view authorization, std::string_view number,
                               const std::vector<std::string_view>& parts) const;
    /// What the register of organisations answers. Fails with registers.organisation_missing.
    Result<json::Value> organisation(db::Reader&, std::string_view number) const;

    /// The provider whose mailbox some of the people have, and the certificate that letters to it are sealed to.
    static constexpr std::string_view mailbox_provider = "310000008";
    void set_mailbox_certificate(std::string pem);

    /// Takes a text message as the gateway does: one with a known id is taken and not kept again. Fails with
    /// registers.token_refused, registers.question_faulty.
    Result<void> take_text_message(std::string_view secret, std::string_view body, Instant now);
    /// The newest first.
    [[nodiscard]] std::vector<TakenTextMessage> text_messages() const;

private:
    const Sources sources_;
    const json::Value people_;
    const json::Value guarded_;       ///< As the register of persons has them.
    std::string mailbox_certificate_; ///< Guarded by the mutex, as what follows it.
    mutable std::mutex mutex_;
    std::deque<TakenTextMessage> text_messages_;
};

/// It must outlive the router.
void add_development_routes(http::Router&, Development&);

/// Those that carry letters to digital mailboxes. The mailboxes come and go with the address that the program listens
/// at.
void add_development_mailbox_routes(http::Router&, const std::unique_ptr<DevelopmentMailboxes>&);

/// Those of Altinn, which comes and goes likewise.
void add_development_altinn_routes(http::Router&, const std::unique_ptr<DevelopmentAltinn>&);

/// Lets those who come to these registers through: the registers look at their tokens themselves, whose scopes are
/// nothing to the program that they stand in.
class DevelopmentVisitors : public http::Authenticator {
public:
    explicit DevelopmentVisitors(http::Authenticator& others) : others_{others} {}
    Result<Principal> authenticate(const http::Request&) override;

private:
    http::Authenticator& others_;
};

} // namespace registers
