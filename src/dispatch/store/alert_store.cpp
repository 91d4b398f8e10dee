#include "dispatch/store/alert_store.hpp"

#include "platform/i18n/translator.hpp"
#include "platform/json/described_members.hpp"

namespace dispatch::store {

Result<void> set_alert_mail(db::Transaction& transaction, AlertSide side, std::string_view system_id,
                            const std::optional<std::string>& mail, i18n::Language language) {
    if (mail) {
        // The same address again is no reason to try it again, nor to write to it in another language: it comes along
        // each time other terms are saved.
        return transaction.enqueue(
            "INSERT INTO dispatch_alert_mail (system_id, kind, mail, language) VALUES ($1, $2, $3, $4) "
            "ON CONFLICT (system_id) DO UPDATE SET refused_at = CASE WHEN "
            "dispatch_alert_mail.mail = excluded.mail THEN dispatch_alert_mail.refused_at END, "
            "tried_at = CASE WHEN dispatch_alert_mail.mail = excluded.mail THEN "
            "dispatch_alert_mail.tried_at ELSE 0 END, language = CASE WHEN dispatch_alert_mail.mail = excluded.mail "
            "THEN dispatch_alert_mail.language ELSE excluded.language END, mail = excluded.mail",
            {system_id, json::name_of(side), *mail, i18n::code(language)});
    }
    TRY(transaction.enqueue("DELETE FROM dispatch_alert_mail WHERE system_id = $1", {system_id}));
    return transaction.enqueue("DELETE FROM dispatch_alert WHERE system_id = $1", {system_id});
}

static AlertMail alert_mail_of(const db::Row& row) {
    return {row.text(0),          *json::enumerator_of<AlertSide>(row.text(1)),
            row.text(2),          row.maybe_instant(3),
            row.maybe_instant(4), i18n::language_of(row.text(5)).value_or(i18n::Language::nb)};
}

Result<std::optional<AlertMail>> alert_mail(db::Reader& reader, std::string_view system_id) {
    const auto row =
        TRY(reader.find("SELECT system_id, kind, mail, mailed_at, refused_at, language FROM dispatch_alert_mail "
                        "WHERE system_id = $1",
                        {system_id}));
    if (!row) return std::optional<AlertMail>{};
    return std::optional{alert_mail_of(*row)};
}

Result<void> move_alert_mail(db::Transaction& transaction, std::string_view from, std::string_view to) {
    TRY(transaction.enqueue("UPDATE dispatch_alert_mail SET system_id = $2 WHERE system_id = $1 AND NOT EXISTS "
                            "(SELECT 1 FROM dispatch_alert_mail own WHERE own.system_id = $2)",
                            {from, to}));
    TRY(transaction.enqueue("DELETE FROM dispatch_alert_mail WHERE system_id = $1", {from}));
    return transaction.enqueue("UPDATE dispatch_alert SET system_id = $2 WHERE system_id = $1", {from, to});
}

Result<void> raise(db::Transaction& transaction, const Alert& alert, Instant now) {
    return transaction.enqueue(
        "INSERT INTO dispatch_alert (system_id, kind, subject_id, raised_at, cause) "
        "SELECT m.system_id, $2, $3, CAST($4 AS BIGINT), $5 FROM dispatch_alert_mail m WHERE m.system_id = $1 "
        "ON CONFLICT DO NOTHING",
        {alert.system_id, json::name_of(alert.kind), alert.subject_id, now, alert.cause});
}

Result<void> raise_silence(db::Transaction& transaction, ReceiverId receiver, Instant lain_since, Instant told_since,
                           Instant now) {
    return transaction.enqueue(
        "INSERT INTO dispatch_alert (system_id, kind, subject_id, raised_at, cause) "
        "SELECT m.system_id, $2, $1, CAST($5 AS BIGINT), '' FROM dispatch_alert_mail m WHERE (m.system_id = $1 OR "
        "(m.kind = 'account' AND m.system_id IN (SELECT d.account_id FROM dispatch_dispatch d WHERE "
        "d.receiver_id = $1 AND d.status = 'ready_for_receiver' AND d.status_at < $3))) "
        "AND NOT EXISTS (SELECT 1 FROM dispatch_alert a WHERE a.system_id = m.system_id AND a.kind = $2 "
        "AND a.subject_id = $1 AND a.raised_at > $4) ON CONFLICT DO NOTHING",
        {receiver, json::name_of(AlertKind::receiver_silent), lain_since, told_since, now});
}

Result<std::vector<AlertMail>> to_be_written_to(db::Reader& reader, const AlertTurn& turn, int limit) {
    std::vector<AlertMail> found;
    for (const auto& row : TRY(reader.query(
             "SELECT m.system_id, m.kind, m.mail, m.mailed_at, m.refused_at, m.language FROM dispatch_alert_mail m "
             "WHERE (m.mailed_at IS NULL OR m.mailed_at <= $1) AND m.tried_at <= $2 "
             "AND (m.refused_at IS NULL OR m.refused_at <= $3) AND EXISTS "
             "(SELECT 1 FROM dispatch_alert a WHERE a.system_id = m.system_id AND a.mailed_at IS NULL) "
             "ORDER BY m.tried_at, m.system_id LIMIT $4",
             {turn.mailed_before, turn.tried_before, turn.refused_before, limit}))) {
        found.push_back(alert_mail_of(row));
    }
    return found;
}

Result<void> take_alerts(db::Transaction& transaction, std::string_view system_id, Instant at) {
    TRY(transaction.enqueue("UPDATE dispatch_alert_mail SET tried_at = $2 WHERE system_id = $1", {system_id, at}));
    return transaction.enqueue("UPDATE dispatch_alert SET taken_at = $2 WHERE system_id = $1 AND mailed_at IS NULL",
                               {system_id, at});
}

Result<std::vector<AlertGroup>> taken_groups(db::Reader& reader, std::string_view system_id, Instant at) {
    std::vector<AlertGroup> found;
    for (const auto& row : TRY(reader.query("SELECT kind, cause, COUNT(*) FROM dispatch_alert WHERE system_id = $1 "
                                            "AND mailed_at IS NULL AND taken_at = $2 GROUP BY kind, cause "
                                            "ORDER BY kind DESC, COUNT(*) DESC, cause",
                                            {system_id, at}))) {
        found.push_back({*json::enumerator_of<AlertKind>(row.text(0)), row.text(1), row.number(2)});
    }
    return found;
}

Result<std::vector<std::string>> subjects_of(db::Reader& reader, std::string_view system_id, Instant at,
                                             const AlertGroup& group, int limit) {
    std::vector<std::string> found;
    for (const auto& row :
         TRY(reader.query("SELECT subject_id FROM dispatch_alert WHERE system_id = $1 AND mailed_at IS NULL "
                          "AND taken_at = $2 AND kind = $3 AND cause = $4 "
                          "GROUP BY subject_id ORDER BY MAX(raised_at) DESC, subject_id LIMIT $5",
                          {system_id, at, json::name_of(group.kind), group.cause, limit}))) {
        found.push_back(row.text(0));
    }
    return found;
}

Result<std::int64_t> unread_of(db::Reader& reader, std::string_view system_id, Instant at) {
    const auto row = TRY(reader.find("SELECT COUNT(*) FROM dispatch_alert a JOIN dispatch_dispatch d "
                                     "ON d.id = a.subject_id WHERE a.system_id = $1 AND a.mailed_at IS NULL "
                                     "AND a.taken_at = $2 AND a.kind = $3 AND d.status = 'notified'",
                                     {system_id, at, json::name_of(AlertKind::letter_arrived)}));
    return row->number(0);
}

Result<void> settle_alerts(db::Transaction& transaction, std::string_view system_id, Instant taken_at, Instant now) {
    return transaction.enqueue("UPDATE dispatch_alert SET mailed_at = $3 WHERE system_id = $1 AND mailed_at IS NULL "
                               "AND taken_at = $2",
                               {system_id, taken_at, now});
}

Result<void> set_mailed(db::Transaction& transaction, std::string_view system_id, Instant now) {
    return transaction.enqueue("UPDATE dispatch_alert_mail SET mailed_at = $2, refused_at = NULL WHERE system_id = $1",
                               {system_id, now});
}

Result<void> set_refused(db::Transaction& transaction, const AlertMail& to, Instant now) {
    return transaction.enqueue("UPDATE dispatch_alert_mail SET refused_at = $3 WHERE system_id = $1 AND mail = $2",
                               {to.system_id, to.mail, now});
}

Result<void> forget_alerts(db::Transaction& transaction, Instant raised_before) {
    return transaction.enqueue("DELETE FROM dispatch_alert WHERE raised_at < $1", {raised_before});
}

Result<Unfetched> unfetched(db::Reader& reader, ReceiverId receiver, const std::optional<AccountId>& account) {
    const auto row = TRY(reader.find("SELECT COUNT(*), MIN(status_at) FROM dispatch_dispatch WHERE receiver_id = $1 "
                                     "AND status = 'ready_for_receiver' AND (account_id = $2 OR $2 = '')",
                                     {receiver, account ? account->to_string() : std::string{}}));
    return Unfetched{row->number(0), row->maybe_instant(1)};
}

} // namespace dispatch::store
