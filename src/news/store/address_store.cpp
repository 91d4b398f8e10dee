#include "news/store/address_store.hpp"

#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"

#include <fmt/format.h>

namespace news::store {

static std::string hash_of(std::string_view token) {
    return crypto::to_hex(crypto::sha256(token));
}

static Result<std::optional<MailAddress>> find_one(db::Reader& reader, std::string_view column,
                                                   std::string_view value) {
    const auto row = TRY(reader.find(fmt::format("SELECT person_id, sealed_address, language, asked_at, confirmed_at,"
                                                 " ended_at FROM news_mail_address WHERE {} = $1",
                                                 column),
                                     {value}));
    if (!row) return std::optional<MailAddress>{};
    return std::optional<MailAddress>{
        {row->text(0), row->bytes(1), row->text(2), row->instant(3), row->maybe_instant(4), row->maybe_instant(5)}};
}

Result<void> put_address(db::Transaction& transaction, const MailAddress& address, std::string_view token) {
    return transaction.enqueue(
        "INSERT INTO news_mail_address (person_id, sealed_address, language, token_hash, asked_at)"
        " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (person_id) DO UPDATE SET sealed_address = excluded.sealed_address,"
        " language = excluded.language, token_hash = excluded.token_hash, asked_at = excluded.asked_at, confirmed_at = "
        "NULL, ended_at = NULL",
        {address.person_id, address.sealed_address, address.language, hash_of(token), address.asked_at});
}

Result<std::optional<MailAddress>> find_address(db::Reader& reader, std::string_view person_id) {
    return find_one(reader, "person_id", person_id);
}

Result<std::optional<MailAddress>> find_address_by_token(db::Reader& reader, std::string_view token) {
    return find_one(reader, "token_hash", hash_of(token));
}

Result<void> confirm_address(db::Transaction& transaction, std::string_view person_id, Instant now) {
    return transaction.enqueue("UPDATE news_mail_address SET confirmed_at = $2 WHERE person_id = $1", {person_id, now});
}

Result<void> end_mail(db::Transaction& transaction, std::string_view person_id, Instant now) {
    return transaction.enqueue("UPDATE news_mail_address SET ended_at = $2 WHERE person_id = $1", {person_id, now});
}

Result<void> want_mail(db::Transaction& transaction, std::string_view person_id) {
    return transaction.enqueue("UPDATE news_mail_address SET ended_at = NULL WHERE person_id = $1", {person_id});
}

Result<void> remove_address(db::Transaction& transaction, std::string_view person_id) {
    return transaction.enqueue("DELETE FROM news_mail_address WHERE person_id = $1", {person_id});
}

} // namespace news::store
