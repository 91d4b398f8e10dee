#include "dispatch/actions/trial.hpp"

#include "dispatch/domain/errors.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/key.hpp"
#include "platform/crypto/password.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <mutex>
#include <optional>
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

std::string name_at(const Trial::Attempt& attempt) {
    return attempt.name + "\n" + attempt.address;
}

} // namespace

struct Trial::State {
    explicit State(Random& random) : key{crypto::Key::make(random)} {}

    crypto::Key key; ///< Of this process: what is remembered tells nothing outside it.
    std::mutex mutex;
    Failures failures;
    std::unordered_map<std::string, std::string> proved; ///< Keyed hash of name and secret to the stored hash.
    std::counting_semaphore<trials_max> trials{trials_max};

    Result<void> compare(const Attempt&, const std::vector<std::string>& stored);
    bool is_proved(const std::string& remembered, const std::vector<std::string>& stored);
};

/// The hash among those stored that the secret has; nothing when it has none of them.
static std::optional<std::string> hash_of_secret(const std::string& secret, const std::vector<std::string>& stored) {
    if (stored.empty()) (void)crypto::is_password(secret, nobodys_hash);
    const auto right =
        std::ranges::find_if(stored, [&](const std::string& hash) { return crypto::is_password(secret, hash); });
    return right == stored.end() ? std::nullopt : std::optional{*right};
}

bool Trial::State::is_proved(const std::string& remembered, const std::vector<std::string>& stored) {
    const std::lock_guard lock{mutex};
    const auto found = proved.find(remembered);
    return found != proved.end() && std::ranges::find(stored, found->second) != stored.end();
}

/// Gives a trial back however it ends.
class Turn {
public:
    explicit Turn(std::counting_semaphore<trials_max>& trials)
        : trials_{trials}, is_mine_{trials.try_acquire_for(trial_wait_max)} {}
    ~Turn() {
        if (is_mine_) trials_.release();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    [[nodiscard]] bool is_mine() const { return is_mine_; }

private:
    std::counting_semaphore<trials_max>& trials_;
    const bool is_mine_;
};

/// Fails with dispatch.credentials_wrong when the secret is none of those that were hashed.
Result<void> Trial::State::compare(const Attempt& attempt, const std::vector<std::string>& stored) {
    const auto digest = crypto::hmac_sha256(key.bytes(), attempt.name + '\0' + attempt.secret);
    const std::string remembered{crypto::view(digest)};
    if (is_proved(remembered, stored)) return {};
    const Turn turn{trials};
    if (!turn.is_mine()) return platform::server_busy.error();
    // A system comes on many connections at the same time; what the first of them proved holds for those that waited.
    if (is_proved(remembered, stored)) return {};
    auto right = hash_of_secret(attempt.secret, stored);
    if (!right) return credentials_wrong.error();
    const std::lock_guard lock{mutex};
    if (proved.size() >= remembered_max) proved.clear();
    proved[remembered] = *std::move(right);
    return {};
}

Trial::Trial(Random& random) : state_{std::make_unique<State>(random)} {}
Trial::~Trial() = default;

Result<void> Trial::may_try(const Attempt& attempt, Instant now) {
    const std::lock_guard lock{state_->mutex};
    const auto wait =
        std::max(state_->failures.wait_for(name_at(attempt), now), state_->failures.wait_for(attempt.address, now));
    if (wait.count() == 0) return {};
    auto error = too_many_attempts.error({{"seconds", std::int64_t{wait.count()}}});
    error.retry_after_s = static_cast<int>(wait.count());
    return error;
}

Result<void> Trial::prove(const Attempt& attempt, const std::vector<std::string>& stored, Instant now) {
    const auto compared = state_->compare(attempt, stored);
    const std::lock_guard lock{state_->mutex};
    if (compared) {
        state_->failures.forget(name_at(attempt));
    } else if (compared.error().code == credentials_wrong.name) {
        state_->failures.note(name_at(attempt), attempts_per_name, now);
        state_->failures.note(attempt.address, attempts_per_address, now);
    }
    return compared;
}

} // namespace dispatch
