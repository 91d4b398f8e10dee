#include "dispatch/door.hpp"

#include "dispatch/domain/errors.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/account_store.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/crypto/password.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <mutex>
#include <semaphore>
#include <unordered_map>

namespace dispatch {

namespace {

constexpr int attempts_per_name = 5;
constexpr int attempts_per_address = 50;
constexpr auto pause_min = std::chrono::seconds{1};
constexpr auto pause_max = std::chrono::minutes{15};
constexpr std::size_t remembered_max = 10'000;
/// So many secrets are tried at the same time, each with its memory.
constexpr int trials_max = 2;
constexpr auto trial_wait_max = std::chrono::seconds{5};
/// A name that is unknown costs as much time as one that is not.
constexpr const char* nobodys_hash = "$argon2id$v=19$m=19456,t=2,p=1$c2FtYmFuZC1zYW1iYW5kLXNhbHQ$"
                                     "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

struct NameAndSecret {
    std::string name, secret;
};

Result<std::string> from_base64(std::string text) {
    while (!text.empty() && text.back() == '=') {
        text.pop_back();
    }
    std::ranges::replace(text, '+', '-');
    std::ranges::replace(text, '/', '_');
    return crypto::from_base64url(text);
}

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

Result<NameAndSecret> read_credentials(std::string_view encoded) {
    const auto decoded = from_base64(std::string{encoded});
    const auto colon = decoded ? decoded->find(':') : std::string::npos;
    if (colon == std::string::npos || decoded->size() > 1000) return credentials_wrong.error();
    return NameAndSecret{decoded->substr(0, colon), decoded->substr(colon + 1)};
}

/// Counts failures, and tells how long the door stays shut.
class Failures {
public:
    std::chrono::seconds wait_for(const std::string& key, Instant now) {
        const auto found = entries_.find(key);
        if (found == entries_.end() || found->second.shut_until <= now) return std::chrono::seconds{0};
        return std::chrono::ceil<std::chrono::seconds>(found->second.shut_until - now);
    }
    void note(const std::string& key, int free_attempts, Instant now) {
        if (entries_.size() >= remembered_max) forget_old(now);
        auto& entry = entries_[key];
        if (now - entry.last > pause_max) entry.count = 0;
        entry.last = now;
        ++entry.count;
        const auto beyond = std::min(entry.count - free_attempts, 20);
        if (beyond < 0) return;
        entry.shut_until = now + std::min<std::chrono::microseconds>(pause_min * (1 << beyond), pause_max);
    }
    void forget(const std::string& key) { entries_.erase(key); }

private:
    struct Entry {
        int count = 0;
        Instant last{}, shut_until{};
    };
    void forget_old(Instant now) {
        std::erase_if(entries_, [&](const auto& entry) { return now - entry.second.last > pause_max; });
        if (entries_.size() >= remembered_max) entries_.clear();
    }
    std::unordered_map<std::string, Entry> entries_;
};

} // namespace

struct Door::State {
    explicit State(const Office& opened) : office{opened}, key{crypto::Key::make(opened.services.random)} {}

    const Office& office;
    crypto::Key key; ///< Of this process: what is remembered tells nothing outside it.
    std::mutex mutex;
    Failures failures;
    std::unordered_map<std::string, std::string> proved; ///< Keyed hash of name and secret to the stored hash.
    std::counting_semaphore<trials_max> trials{trials_max};

    Result<void> prove(const NameAndSecret&, const std::optional<Credential>&);
    Result<Principal> principal_of(db::Reader&, const Credential&) const;
};

/// Fails with dispatch.credentials_wrong when the secret is not the credential's.
Result<void> Door::State::prove(const NameAndSecret& given, const std::optional<Credential>& known) {
    const auto digest = crypto::hmac_sha256(key.bytes(), given.name + '\0' + given.secret);
    const std::string remembered{crypto::view(digest)};
    const auto& stored = known ? known->secret_hash : std::string{nobodys_hash};
    if (known) {
        const std::lock_guard lock{mutex};
        const auto found = proved.find(remembered);
        if (found != proved.end() && found->second == stored) return {};
    }
    if (!trials.try_acquire_for(trial_wait_max)) return platform::server_busy.error();
    const bool is_right = crypto::is_password(given.secret, stored);
    trials.release();
    if (!known || !is_right) return credentials_wrong.error();
    const std::lock_guard lock{mutex};
    if (proved.size() >= remembered_max) proved.clear();
    proved[remembered] = stored;
    return {};
}

Result<Principal> Door::State::principal_of(db::Reader& reader, const Credential& credential) const {
    Principal principal;
    principal.kind = PrincipalKind::client;
    principal.authority = credential.name;
    directory::OrganisationId organisation;
    if (credential.account_id) {
        const auto account = TRY(store::account(reader, *credential.account_id));
        if (!account) return credentials_wrong.error();
        organisation = account->organisation_id;
        principal.id = account->id.to_string();
        principal.name = account->name;
        principal.grants = {{std::string{right::send.name}, principal.id}};
    } else {
        const auto receiver = TRY(store::receiver(reader, *credential.receiver_id));
        if (!receiver) return credentials_wrong.error();
        organisation = receiver->organisation_id;
        principal.id = receiver->id.to_string();
        principal.name = receiver->name;
        principal.grants = {{std::string{right::receive.name}, principal.id}};
    }
    const auto behind = TRY(directory::find_organisation(reader, organisation));
    principal.organisation_id = behind.id.to_string();
    principal.organisation_name = behind.name;
    return principal;
}

Door::Door(const Office& office) : state_{std::make_unique<State>(office)} {}
Door::~Door() = default;

Result<std::optional<Principal>> Door::authenticate(const http::Request& request) {
    const auto encoded = basic_credentials(request);
    if (!encoded) return std::optional<Principal>{};
    const auto now = state_->office.services.clock.now();
    const auto given = TRY(read_credentials(*encoded));
    const auto by_name = given.name + "\n" + request.remote_address;
    {
        const std::lock_guard lock{state_->mutex};
        const auto wait =
            std::max(state_->failures.wait_for(by_name, now), state_->failures.wait_for(request.remote_address, now));
        if (wait.count() > 0) {
            auto error = too_many_attempts.error({{"seconds", std::int64_t{wait.count()}}});
            error.retry_after_s = static_cast<int>(wait.count());
            return error;
        }
    }
    auto reader = TRY(state_->office.services.database.reader());
    const auto known = TRY(store::credential(*reader, given.name));
    auto principal = known ? state_->principal_of(*reader, *known) : Result<Principal>{credentials_wrong.error()};
    reader.reset(); // Trying a secret takes long; others need the connection.
    if (const auto proved = state_->prove(given, known); !proved) {
        if (proved.error().code == credentials_wrong.name) {
            const std::lock_guard lock{state_->mutex};
            state_->failures.note(by_name, attempts_per_name, now);
            state_->failures.note(request.remote_address, attempts_per_address, now);
        }
        return proved.error();
    }
    {
        const std::lock_guard lock{state_->mutex};
        state_->failures.forget(by_name);
    }
    return std::optional{TRY(std::move(principal))};
}

} // namespace dispatch
