// SvarUt's way out of the interfaces that end: the account's name and secret together with a token of Maskinporten give
// an integration for REST v2 and v3. Source: developers.fiks.ks.no, integrasjon-migrering-api-v1.json.
#include "dispatch/actions/migrate_account.hpp"
#include "dispatch/domain/checks.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/fiks.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/rights.hpp"
#include "platform/errors.hpp"

namespace dispatch::svarut_migrering_v1 {

struct Migrering {
    std::optional<std::string> maskinporten_token;
};
BOOST_DESCRIBE_STRUCT(Migrering, (), (maskinporten_token))

struct Integrasjon {
    std::string id, passord, konto_id;
};
BOOST_DESCRIBE_STRUCT(Integrasjon, (), (id, passord, konto_id))

static Result<std::string> consumer_of(const Office& office, const Migrering& sent) {
    if (!sent.maskinporten_token) {
        std::vector<Fault> faults;
        faults.push_back(platform::field_missing.at("#/maskinportenToken"));
        return all_at_once(std::move(faults));
    }
    if (!office.token_consumer) return credentials_wrong.error();
    return office.token_consumer(*sent.maskinporten_token);
}

static Result<http::Response> migrate(const Office& office, const http::Command& command) {
    const auto account = TRY(sending_account(office, command.principal));
    const auto consumer = TRY(consumer_of(office, TRY(json::read_foreign<Migrering>(command.request.body))));
    const auto fresh = fresh_secret(office);
    const auto migrated = TRY(command.write([&](db::Transaction& transaction) {
        return migrate_account({transaction, office, command.principal, account.organisation_id, command.now}, account,
                               consumer, fresh);
    }));
    auto answer =
        http::json_text(json::write(Integrasjon{migrated.id.to_string(), migrated.secret, account.id.to_string()}));
    answer.with("cache-control", "no-store");
    return answer;
}

static http::Response refusal(const http::Call& call, const Error& error) {
    return fiks::refusal_by_name(call, error, {});
}
static constexpr http::Protocol protocol_for_migrating{refusal};

} // namespace dispatch::svarut_migrering_v1

namespace dispatch {

void add_svarut_migrering_v1_routes(http::Router& router, const Office& office) {
    using namespace svarut_migrering_v1;
    http::About said{.operation = "svarutMigrateIntegration",
                     .summary = "Gives an account that sends with a name and a secret an integration for v2 and v3.",
                     .formats = {http::Format::json}};
    said.answer = json::type_of<Integrasjon>();
    said.protocol = &protocol_for_migrating;
    router.post(
        "/svarut-konfigurasjon/api/v1/migrering/integrasjoner", right::send,
        [&office](const http::Command& command) { return migrate(office, command); }, said);
}

} // namespace dispatch
