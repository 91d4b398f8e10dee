#include "platform/journal/person_keys.hpp"

#include "platform/crypto/encoding.hpp"
#include "platform/crypto/sealing.hpp"
#include "platform/journal/columns.hpp"
#include "platform/json/value.hpp"

namespace journal {

static std::string wrapped_for(std::string_view person_id) {
    return "samband person key " + std::string{person_id};
}

Result<crypto::Key> PersonKeys::unwrap(const std::string& person_id, const db::Bytes& wrapped) const {
    const std::string_view bytes{reinterpret_cast<const char*>(wrapped.data()), wrapped.size()};
    return crypto::Key::from_bytes(TRY(crypto::open(wrapping_, bytes, wrapped_for(person_id))));
}

Result<std::optional<crypto::Key>> PersonKeys::find_or_make(db::Transaction& transaction,
                                                            const std::string& person_id) {
    auto known = TRY(of(transaction, {person_id}));
    if (!known.empty()) return std::move(known.begin()->second);
    auto key = crypto::Key::make(random_);
    const auto wrapped = crypto::seal(wrapping_, key.bytes(), wrapped_for(person_id), random_);
    TRY(transaction.enqueue("INSERT INTO platform_subject_key (person_id, wrapped_key) VALUES ($1, $2)",
                            {person_id, db::Bytes{wrapped.begin(), wrapped.end()}}));
    return std::optional{std::move(key)};
}

Result<std::string> PersonKeys::seal(db::Transaction& transaction, std::string_view person_id, std::string_view json,
                                     const std::string& place) {
    const std::string person{person_id};
    const auto key = TRY(find_or_make(transaction, person));
    if (!key) return std::string{"null"};
    const auto sealed = crypto::to_base64url(crypto::seal(*key, json, place, random_));
    return json::to_string(json::Object{{"person", person}, {"sealed", sealed}});
}

Result<PersonKeys::Keys> PersonKeys::of(db::Reader& reader, const std::vector<std::string>& person_ids) const {
    Keys keys;
    if (person_ids.empty()) return keys;
    db::Arguments list{person_ids.begin(), person_ids.end()};
    const auto condition = in_list(list);
    const auto rows = TRY(
        reader.query("SELECT person_id, wrapped_key FROM platform_subject_key WHERE person_id IN " + condition, list));
    for (const auto& row : rows) {
        std::optional<crypto::Key> key;
        if (!row.is_null(1)) key = TRY(unwrap(row.text(0), row.bytes(1)));
        keys.emplace(row.text(0), std::move(key));
    }
    return keys;
}

Result<bool> PersonKeys::forget(db::Transaction& transaction, std::string_view person_id, Instant now) {
    const auto changed = TRY(transaction.execute(
        "INSERT INTO platform_subject_key (person_id, wrapped_key, forgotten_at) VALUES ($1, NULL, $2) "
        "ON CONFLICT (person_id) DO UPDATE SET wrapped_key = NULL, forgotten_at = $2 "
        "WHERE platform_subject_key.forgotten_at IS NULL",
        {person_id, now}));
    return changed > 0;
}

} // namespace journal
