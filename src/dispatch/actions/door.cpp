#include "dispatch/door.hpp"

#include "dispatch/actions/known_systems.hpp"
#include "dispatch/actions/trial.hpp"
#include "dispatch/domain/allowance.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/account_store.hpp"
#include "dispatch/store/integration_store.hpp"
#include "platform/crypto/encoding.hpp"

#include <algorithm>

namespace dispatch {

namespace {

using Attempt = Trial::Attempt;

constexpr std::size_t integration_id_length_max = 36;

/// What stands after "Basic" in Authorization; nothing when it is missing or says otherwise.
std::optional<std::string_view> basic_credentials(const http::Request& request) {
    const auto header = request.header("authorization");
    static constexpr std::string_view scheme = "basic ";
    if (!header || header->size() <= scheme.size()) return {};
    const bool is_basic = std::equal(scheme.begin(), scheme.end(), header->begin(), [](char wanted, char given) {
        return wanted == (given >= 'A' && given <= 'Z' ? given + 0x20 : given);
    });
    if (!is_basic) return {};
    return header->substr(scheme.size());
}

Result<Attempt> read_credentials(std::string_view encoded, const std::string& address) {
    const auto decoded = crypto::from_base64(encoded);
    const auto colon = decoded ? decoded->find(':') : std::string::npos;
    if (colon == std::string::npos || decoded->size() > 1000) return credentials_wrong.error();
    return Attempt{decoded->substr(0, colon), decoded->substr(colon + 1), address};
}

Result<void> speak_for(Principal& principal, db::Reader& reader, directory::OrganisationId organisation) {
    const auto behind = TRY(directory::find_organisation(reader, organisation));
    principal.organisation_id = behind.id.to_string();
    principal.organisation_name = behind.name;
    return {};
}

/// Whom the credential speaks for, when that is still open.
Result<std::shared_ptr<const KnownSystem>> system_behind(db::Reader& reader, const Credential& credential) {
    auto known = std::make_shared<KnownSystem>();
    known->credential = credential;
    auto& principal = known->principal;
    principal.kind = PrincipalKind::client;
    principal.authority = credential.name;
    directory::OrganisationId organisation;
    if (credential.account_id) {
        auto account = TRY(store::account(reader, *credential.account_id));
        if (!account || account->closed_at) return credentials_wrong.error();
        organisation = account->organisation_id;
        known->requests_per_minute = account->requests_per_minute;
        principal.id = account->id.to_string();
        principal.name = account->name;
        principal.grants = {{std::string{right::send.name}, principal.id}};
        known->account = std::move(account);
    } else {
        const auto receiver = TRY(store::receiver(reader, *credential.receiver_id));
        if (!receiver || receiver->closed_at) return credentials_wrong.error();
        organisation = receiver->organisation_id;
        principal.id = receiver->id.to_string();
        principal.name = receiver->name;
        principal.grants = {{std::string{right::receive.name}, principal.id}};
    }
    TRY(speak_for(principal, reader, organisation));
    return std::shared_ptr<const KnownSystem>{std::move(known)};
}

Result<Principal> principal_of(db::Reader& reader, const Integration& integration) {
    Principal principal;
    principal.kind = PrincipalKind::client;
    principal.id = integration.id.to_string();
    principal.name = principal.authority = integration.name;
    for (const auto& account : integration.accounts) {
        principal.grants.push_back({std::string{right::send_for.name}, account.to_string()});
    }
    TRY(speak_for(principal, reader, integration.organisation_id));
    return principal;
}

/// None of nobody.
template <class Known>
std::vector<std::string> secrets_of(const std::optional<Known>& known, Instant now) {
    if (!known) return {};
    return secrets_that_count(known->secret_hash, known->previous, now);
}

} // namespace

struct Door::State {
    State(const Office& opened, const identity::Outside& vouching)
        : office{opened}, outside{vouching}, trial{opened.services.random} {}

    const Office& office;
    const identity::Outside& outside;
    Trial trial;
    Allowances allowances;

    Result<void> expect_allowance(const Principal&, std::int64_t per_minute, Instant now);
    Result<Principal> known_by_name(const Attempt&);
    Result<Principal> admitted(const Attempt&, const KnownSystem&, Instant now);
    Result<Principal> known_as_integration(std::string_view token, const Attempt&);
};

Door::Door(const Office& office, const identity::Outside& outside) : state_{std::make_unique<State>(office, outside)} {}
Door::~Door() = default;

Result<void> Door::State::expect_allowance(const Principal& principal, std::int64_t per_minute, Instant now) {
    const auto wait = allowances.spend(principal.id, per_minute, now);
    if (!wait) return {};
    auto error = rate_exceeded.error({{"seconds", std::int64_t{wait->count()}}, {"max", per_minute}});
    error.retry_after_s = static_cast<int>(wait->count());
    return error;
}

Result<Principal> Door::State::known_by_name(const Attempt& attempt) {
    const auto now = office.services.clock.now();
    TRY(trial.may_try(attempt, now));
    if (const auto known = office.systems->by_name(attempt.name)) return admitted(attempt, *known, now);
    auto reader = TRY(office.services.database.reader());
    const auto credential = TRY(store::credential(*reader, attempt.name));
    using Found = Result<std::shared_ptr<const KnownSystem>>;
    const auto system = credential ? system_behind(*reader, *credential) : Found{credentials_wrong.error()};
    reader.reset(); // Trying a secret takes long; others need the connection.
    if (!system) {  // The secret is tried all the same: how long it takes must not tell who is known.
        TRY(trial.prove(attempt, secrets_of(credential, now), now));
        return system.error();
    }
    auto principal = TRY(admitted(attempt, **system, now));
    office.systems->remember(*system);
    return principal;
}

Result<Principal> Door::State::admitted(const Attempt& attempt, const KnownSystem& system, Instant now) {
    const auto& credential = system.credential;
    TRY(trial.prove(attempt, secrets_that_count(credential.secret_hash, credential.previous, now), now));
    TRY(expect_allowance(system.principal, system.requests_per_minute, now));
    return system.principal;
}

/// Which of id, password and the token's organisation is wrong is never told.
Result<Principal> Door::State::known_as_integration(std::string_view token, const Attempt& attempt) {
    const auto now = office.services.clock.now();
    const auto wrong = integration_wrong.error({{"id", attempt.name}});
    TRY(trial.may_try(attempt, now));
    const auto consumer = TRY(identity::post_token_consumer(office.services, outside, token));
    auto reader = TRY(office.services.database.reader());
    std::optional<Integration> known;
    if (const auto id = IntegrationId::parse(attempt.name)) known = TRY(store::integration(*reader, *id));
    if (known && (known->consumer_number != consumer || known->closed_at)) known.reset();
    auto principal = known ? principal_of(*reader, *known) : Result<Principal>{wrong};
    reader.reset();
    const auto proved = trial.prove(attempt, secrets_of(known, now), now);
    if (!proved && proved.error().code == credentials_wrong.name) return wrong;
    TRY(proved);
    if (principal) TRY(expect_allowance(*principal, known->requests_per_minute, now));
    return principal;
}

Result<std::optional<Principal>> Door::authenticate(const http::Request& request) {
    if (const auto encoded = basic_credentials(request)) {
        const auto attempt = TRY(read_credentials(*encoded, request.remote_address));
        return std::optional{TRY(state_->known_by_name(attempt))};
    }
    const auto integration = request.header("integrasjonid");
    const auto token = request.bearer_token();
    if (!integration || !token) return std::optional<Principal>{};
    const Attempt attempt{std::string{integration->substr(0, integration_id_length_max)},
                          std::string{request.header("integrasjonpassord").value_or("")}, request.remote_address};
    return std::optional{TRY(state_->known_as_integration(*token, attempt))};
}

} // namespace dispatch
