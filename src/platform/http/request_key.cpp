#include "platform/http/request_key.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/errors.hpp"
#include "platform/http/call.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace http {

static constexpr std::size_t key_length_max = 200;

/// Each text after its length, so that no two different requests can look the same.
static void add(crypto::Sha256& sum, std::string_view text) {
    sum.update_number(text.size()).update(text);
}

std::string fingerprint_of(const Request& request) {
    crypto::Sha256 sum;
    add(sum, name_of(request.method));
    add(sum, request.path);
    add(sum, request.body);
    for (const auto& [name, value] : request.form.fields()) {
        if (name == "csrfToken" || name == "requestKey") continue;
        add(sum, name);
        add(sum, value);
    }
    for (const auto& file : request.files) {
        add(sum, file.field);
        add(sum, file.name);
        add(sum, crypto::to_hex(file.sha256));
    }
    return crypto::to_hex(crypto::view(sum.finish()));
}

static bool is_well_formed(std::string_view key) {
    return key.size() <= key_length_max &&
           std::ranges::all_of(key, [](char letter) { return letter > ' ' && letter < 0x7f; });
}

static std::string owner_of(const Principal& principal) {
    return fmt::format("{}:{}", static_cast<int>(principal.kind), principal.id);
}

Result<std::string> run_once(db::Transaction& transaction, const Request& request, const Principal& principal,
                             Instant now, const std::function<Result<std::string>(db::Transaction&)>& action) {
    const auto key = request.request_key();
    if (!key) return action(transaction);
    if (!is_well_formed(*key)) return platform::request_key_malformed.error();
    const auto owner = owner_of(principal);
    const auto fingerprint = fingerprint_of(request);
    // The row comes first: a second request that runs at the same time waits here until this one is committed.
    const auto added = TRY(transaction.execute(
        "INSERT INTO platform_request_key (principal, request_key, fingerprint, path, at) VALUES ($1, $2, $3, '', $4) "
        "ON CONFLICT DO NOTHING",
        {owner, *key, fingerprint, now}));
    if (added == 0) {
        const auto before = TRY(transaction.find(
            "SELECT fingerprint, path FROM platform_request_key WHERE principal = $1 AND request_key = $2",
            {owner, *key}));
        if (!before || before->text(0) != fingerprint) return platform::request_key_reused.error();
        return before->text(1);
    }
    auto path = TRY(action(transaction));
    TRY(transaction.execute("UPDATE platform_request_key SET path = $1 WHERE principal = $2 AND request_key = $3",
                            {path, owner, *key}));
    return path;
}

Result<std::optional<std::string>> path_of_key(db::Reader& reader, const Principal& principal, std::string_view key) {
    if (!is_well_formed(key)) return platform::request_key_malformed.error();
    const auto row = TRY(reader.find("SELECT path FROM platform_request_key WHERE principal = $1 AND request_key = $2",
                                     {owner_of(principal), key}));
    return row ? std::optional{row->text(0)} : std::nullopt;
}

Result<std::int64_t> forget_old_request_keys(db::Transaction& transaction, Instant now) {
    return transaction.execute("DELETE FROM platform_request_key WHERE at < $1", {now - request_key_age_max});
}

Result<std::string> Command::once(const std::function<Result<std::string>(db::Transaction&)>& action) const {
    return services.database.write(
        [&](db::Transaction& transaction) { return run_once(transaction, request, principal, now, action); });
}

} // namespace http
