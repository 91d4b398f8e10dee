#pragma once
// Whom to write to when post needs somebody, and what about.
#include "dispatch/domain/alert.hpp"
#include "dispatch/ids.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/message.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dispatch {

/// Where the people of an account or a receiver are written to.
struct AlertMail {
    std::string system_id;
    AlertSide side = AlertSide::account;
    std::string mail;
    std::optional<Instant> mailed_at{}, refused_at{};
    i18n::Language language = i18n::Language::nb; ///< What is written in: bokmål or nynorsk.
};

/// Alerts of one kind and cause that stand in one mail.
struct AlertGroup {
    AlertKind kind = AlertKind::dispatch_failed;
    std::string cause;
    std::int64_t count = 0;
};

/// What lies unfetched at a receiver.
struct Unfetched {
    std::int64_t count = 0;
    std::optional<Instant> oldest_at{};
};

namespace store {

/// Nothing: nobody is written to any more, and what was to be told is forgotten.
Result<void> set_alert_mail(db::Transaction&, AlertSide, std::string_view system_id,
                            const std::optional<std::string>& mail, i18n::Language = i18n::Language::nb);
Result<std::optional<AlertMail>> alert_mail(db::Reader&, std::string_view system_id);

/// Of an organisation that has become part of another, which keeps its own address if it has one.
Result<void> move_alert_mail(db::Transaction&, std::string_view from, std::string_view to);

/// Keeps it when the system has an address; else does nothing.
Result<void> raise(db::Transaction&, const Alert&, Instant now);
/// For the receiver and all accounts whose post has lain there since before a time; those that were told after another
/// time are left alone.
Result<void> raise_silence(db::Transaction&, ReceiverId, Instant lain_since, Instant told_since, Instant now);

/// Who may be written to again: that was last written to, tried and refused for good before these.
struct AlertTurn {
    Instant mailed_before, tried_before, refused_before;
};
/// Systems with something untold, who was tried longest ago first.
Result<std::vector<AlertMail>> to_be_written_to(db::Reader&, const AlertTurn&, int limit);
/// Marks all that is untold as standing in the mail of this time.
Result<void> take_alerts(db::Transaction&, std::string_view system_id, Instant at);
/// What was taken then; the most frequent first within a kind.
Result<std::vector<AlertGroup>> taken_groups(db::Reader&, std::string_view system_id, Instant at);
/// What a group is about, the newest first.
Result<std::vector<std::string>> subjects_of(db::Reader&, std::string_view system_id, Instant at, const AlertGroup&,
                                             int limit);
/// Of the letters in a group, those that nobody has opened or moved meanwhile.
Result<std::int64_t> unread_of(db::Reader&, std::string_view system_id, Instant at);
/// What was taken then is told, or needs no telling any more.
Result<void> settle_alerts(db::Transaction&, std::string_view system_id, Instant taken_at, Instant now);
Result<void> set_mailed(db::Transaction&, std::string_view system_id, Instant now);
/// Unless another address has been set meanwhile.
Result<void> set_refused(db::Transaction&, const AlertMail&, Instant now);
Result<void> forget_alerts(db::Transaction&, Instant raised_before);

/// Of all accounts, or of one.
Result<Unfetched> unfetched(db::Reader&, ReceiverId, const std::optional<AccountId>&);

} // namespace store
} // namespace dispatch
