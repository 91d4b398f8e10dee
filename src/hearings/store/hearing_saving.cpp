// How a hearing is written, what is changed in it afterwards, and when the silent were reminded.
#include "hearings/store/columns.hpp"
#include "hearings/store/hearing_store.hpp"
#include "platform/i18n/translator.hpp"

namespace hearings {

Result<int> next_serial(db::Reader& reader, int year) {
    const auto row = TRY(reader.find("SELECT COALESCE(MAX(serial), 0) FROM hearings_hearing WHERE year = $1", {year}));
    return static_cast<int>(row->number(0)) + 1;
}

static Result<void> insert_questions(db::Transaction& transaction, const Hearing& hearing) {
    int number = 0;
    for (const auto& question : hearing.questions) {
        ++number;
        TRY(transaction.enqueue("INSERT INTO hearings_question (hearing_id, number, text) VALUES ($1, $2, $3)",
                                {hearing.id, number, question.text}));
        int option = 0;
        for (const auto& text : question.options) {
            TRY(transaction.enqueue(
                "INSERT INTO hearings_option (hearing_id, question, number, text) VALUES ($1, $2, $3, $4)",
                {hearing.id, number, ++option, text}));
        }
    }
    return {};
}

static Result<void> insert_audience(db::Transaction& transaction, const Hearing& hearing) {
    int position = 0;
    for (const auto& part : hearing.audience) {
        TRY(transaction.enqueue("INSERT INTO hearings_audience (hearing_id, position, kind, organisation_id, size)"
                                " VALUES ($1, $2, $3, $4, $5)",
                                {hearing.id, ++position, word(part.kind), part.organisation, word(part.size)}));
    }
    return {};
}

static Result<void> insert_documents_from(db::Transaction& transaction, HearingId hearing, std::size_t position,
                                          const std::vector<governance::DocumentId>& documents) {
    for (const auto document : documents) {
        TRY(transaction.enqueue("INSERT INTO hearings_document (hearing_id, position, document_id) VALUES ($1, $2, $3)",
                                {hearing, static_cast<std::int64_t>(++position), document}));
    }
    return {};
}

Result<void> insert_documents(db::Transaction& transaction, const Hearing& hearing,
                              const std::vector<governance::DocumentId>& more) {
    return insert_documents_from(transaction, hearing.id, hearing.documents.size(), more);
}

Result<void> insert_hearing(db::Transaction& transaction, const Hearing& hearing, const std::vector<Addressee>& all) {
    TRY(transaction.enqueue(
        "INSERT INTO hearings_hearing (id, year, serial, case_id, body_id, language, title, text, opens_on, closes_on,"
        " days_min, remind_days, planned_at, planned_sequence, is_invented)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        {hearing.id, hearing.year, hearing.serial, hearing.case_id, hearing.body, i18n::code(hearing.language),
         hearing.title, hearing.text, hearing.opens_on, hearing.closes_on, hearing.days_min, hearing.remind_days,
         hearing.planned_at, hearing.planned_sequence, hearing.is_invented}));
    TRY(insert_questions(transaction, hearing));
    TRY(insert_audience(transaction, hearing));
    TRY(insert_documents_from(transaction, hearing.id, 0, hearing.documents));
    for (const auto& one : all) {
        TRY(transaction.enqueue("INSERT INTO hearings_addressee (hearing_id, organisation_id, is_municipality, number,"
                                " county_number, inhabitants, reached_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                                {hearing.id, one.organisation, one.is_municipality, one.number, one.county_number,
                                 one.inhabitants, one.reached_at}));
    }
    return {};
}

Result<void> insert_extension(db::Transaction& transaction, const Hearing& hearing) {
    const auto& newest = hearing.extensions.back();
    TRY(transaction.enqueue("INSERT INTO hearings_extension (hearing_id, number, closed_on, closes_on, reason,"
                            " extended_at) VALUES ($1, $2, $3, $4, $5, $6)",
                            {hearing.id, static_cast<std::int64_t>(hearing.extensions.size()), newest.from, newest.to,
                             newest.reason, newest.extended_at}));
    return transaction.enqueue("UPDATE hearings_hearing SET closes_on = $2 WHERE id = $1", {hearing.id, newest.to});
}

Result<void> save_withdrawal(db::Transaction& transaction, const Hearing& hearing) {
    return transaction.enqueue("UPDATE hearings_hearing SET withdrawn_at = $2, withdrawn_reason = $3 WHERE id = $1",
                               {hearing.id, hearing.withdrawn->at, hearing.withdrawn->reason});
}

Result<std::vector<Reminder>> reminders_of(db::Reader& reader, HearingId hearing) {
    std::vector<Reminder> found;
    for (const auto& row : TRY(reader.query("SELECT reminded_at, organisations FROM hearings_reminder"
                                            " WHERE hearing_id = $1 ORDER BY reminded_at",
                                            {hearing}))) {
        found.push_back({row.instant(0), row.number(1)});
    }
    return found;
}

Result<void> insert_reminder(db::Transaction& transaction, HearingId hearing, const Reminder& reminder) {
    return transaction.enqueue(
        "INSERT INTO hearings_reminder (hearing_id, reminded_at, organisations) VALUES ($1, $2, $3)",
        {hearing, reminder.at, reminder.organisations});
}

} // namespace hearings
