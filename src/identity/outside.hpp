#pragma once
// The parties outside that vouch for people and systems: an OpenID provider (ID-porten, Ansattporten), and an issuer of
// tokens for machines (Maskinporten).
#include "directory/directory.hpp"
#include "identity/development_issuer.hpp"
#include "platform/crypto/key.hpp"
#include "platform/json/value.hpp"
#include "platform/services.hpp"

#include <memory>
#include <mutex>
#include <string>

namespace identity {

/// An issuer's public keys, kept in memory. They are fetched when first needed, again when a token names a key that is
/// not among them, and again after an hour, so that a key the issuer has withdrawn is not believed for ever. It is
/// asked again at most once a minute: nobody can make us hammer the issuer by inventing key ids.
class IssuerKeys {
public:
    IssuerKeys(std::string jwks_url, const Clock& clock) : jwks_url_{std::move(jwks_url)}, clock_{clock} {}

    /// Verifies a token against the keys; see crypto::verify_token. Fails also with platform.outside_unreachable.
    Result<json::Value> verify(std::string_view token);
    /// Another address has other keys; what was fetched from the old one is forgotten.
    void set_url(std::string jwks_url);
    /// Keys that are known beforehand, and never fetched.
    void set_keys(json::Value jwks);

private:
    Result<json::Value> keys(bool again);
    Result<void> fetch(Instant now);

    std::mutex mutex_;
    std::string jwks_url_;
    const Clock& clock_;
    json::Value keys_;
    Instant fetched_at_{};
    Instant asked_again_at_{};
};

struct ProviderOptions {
    std::string issuer; ///< Empty: there is none.
    std::string client_id, client_secret;
    std::string assurance_min = "idporten-loa-substantial";
    /// Services in Altinn that Ansattporten asks whom the person may act for, blanks between; empty: it is not asked.
    std::string altinn_services;
    /// The same, of those that let somebody tend an organisation's post and nothing else.
    std::string altinn_post_services;
};

struct MachineOptions {
    std::string issuer; ///< Empty: no tokens are taken.
    std::string jwks_url;
    std::string audience; ///< What aud must hold; empty: tokens without audience are taken.
};

/// Whether all services are asked for in the same way: Ansattporten takes services of Altinn 2 or resources of Altinn 3
/// in one log-in, not both. Source: Ansattporten, RAR-typer.
bool asks_for_one_kind(const ProviderOptions&);

/// Everything outside that identity talks to; one for the program.
struct Outside {
    ProviderOptions provider;
    MachineOptions machine;
    directory::PersonKey person_key;
    crypto::Key cookie_key; ///< Seals what the browser carries between leaving for the provider and coming back.
    std::unique_ptr<IssuerKeys> provider_keys, machine_keys;
    std::unique_ptr<DevelopmentIssuer> development{}; ///< Only in the demonstration.
};

/// What an assurance level is worth: 0 unknown, 1 low, 2 substantial, 3 high. Knows ID-porten's names before and after
/// 2023 ("Level3", "idporten-loa-substantial") and Ansattporten's ("substantial"). Source: ID-porten, id_token, claim
/// acr; Ansattporten, id_token.
int assurance_level(std::string_view acr);
inline constexpr int assurance_substantial = 2, assurance_high = 3;
/// What the highest level is called where this level has its name from. Source: as above.
std::string_view high_of_family(std::string_view acr);
/// "low", "substantial", "high"; "" for 0.
std::string_view assurance_name(int level);

} // namespace identity
