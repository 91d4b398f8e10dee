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
    std::optional<Instant> ended_at{}; ///< Mail was ended with the link in one, and not asked for since.
};

/// Puts in, or replaces: a new address is unconfirmed until its link has been used.
Result<void> put_address(db::Transaction&, const MailAddress&, std::string_view token);
Result<std::optional<MailAddress>> find_address(db::Reader&, std::string_view person_id);
Result<std::optional<MailAddress>> find_address_by_token(db::Reader&, std::string_view token);
Result<void> confirm_address(db::Transaction&, std::string_view person_id, Instant now);
/// Nothing goes to it that was not asked for anew.
Result<void> end_mail(db::Transaction&, std::string_view person_id, Instant now);
/// The person asks for mail again.
Result<void> want_mail(db::Transaction&, std::string_view person_id);
Result<void> remove_address(db::Transaction&, std::string_view person_id);

} // namespace news::store
