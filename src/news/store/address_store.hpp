#pragma once
#include "platform/db/database.hpp"

#include <optional>

namespace news::store {

struct MailAddress {
    std::string person_id;
    db::Bytes sealed_address;
    std::string language;
    Instant asked_at;
    std::optional<Instant> confirmed_at;
};

/// Puts in, or replaces: a new address is unconfirmed until its link has been used.
Result<void> put_address(db::Transaction&, const MailAddress&, std::string_view token);
Result<std::optional<MailAddress>> find_address(db::Reader&, std::string_view person_id);
Result<std::optional<MailAddress>> find_address_by_token(db::Reader&, std::string_view token);
Result<void> confirm_address(db::Transaction&, std::string_view person_id, Instant now);
Result<void> remove_address(db::Transaction&, std::string_view person_id);

} // namespace news::store
