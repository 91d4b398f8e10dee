#include "voice/store/state_hearing_store.hpp"

#include "platform/db/columns.hpp"
#include "voice/domain/errors.hpp"

#include <fmt/format.h>

namespace voice::store {

static constexpr std::string_view state_hearing_columns =
    "id, number, language, title, summary, sender_id, reference, address, sent_on, deadline, case_id, answered_on, "
    "position_id, document_id, authority, speaker_id, declined_on, decline_reason, result, result_words, "
    "result_source, result_on, is_invented, registered_at, changed_at, version";

static StateHearing state_hearing_of(const db::Row& row) {
    StateHearing found;
    found.id = row.id<StateHearingId>(0);
    found.number = row.text(1);
    found.language = db::language_at(row, 2);
    found.title = row.text(3);
    found.summary = row.text(4);
    found.sender = row.id<directory::OrganisationId>(5);
    found.reference = row.text(6);
    found.address = row.text(7);
    found.sent_on = row.date(8);
    found.deadline = row.date(9);
    found.case_id = db::maybe_id_at<governance::CaseId>(row, 10);
    found.answered_on = row.maybe_date(11);
    found.position = db::maybe_id_at<PositionId>(row, 12);
    found.document = db::maybe_id_at<governance::DocumentId>(row, 13);
    found.authority = row.text(14);
    found.speaker = db::maybe_id_at<governance::AppointmentId>(row, 15);
    found.declined_on = row.maybe_date(16);
    found.decline_reason = row.text(17);
    found.result = db::maybe_word_at<HearingResult>(row, 18);
    found.result_words = row.text(19);
    found.result_source = row.text(20);
    found.result_on = row.maybe_date(21);
    found.is_invented = row.flag(22);
    found.registered_at = row.instant(23);
    found.changed_at = row.instant(24);
    found.version = row.number(25);
    return found;
}

Result<StateHearing> state_hearing(db::Reader& reader, std::string_view number) {
    const auto row = TRY(reader.find(
        fmt::format("SELECT {} FROM voice_state_hearing WHERE number = $1", state_hearing_columns), {number}));
    if (!row) return state_hearing_not_found.error();
    return state_hearing_of(*row);
}

Result<std::vector<StateHearing>> state_hearings(db::Reader& reader, const StateHearingFilter& filter, Date today) {
    std::vector<StateHearing> found;
    for (const auto& row : TRY(reader.query(fmt::format(
             "SELECT {} FROM voice_state_hearing ORDER BY deadline DESC, number DESC", state_hearing_columns)))) {
        auto hearing = state_hearing_of(row);
        const bool fits = (!filter.state || hearing.state_on(today) == *filter.state) &&
                          (!filter.sender || hearing.sender == *filter.sender);
        if (fits) found.push_back(std::move(hearing));
    }
    return found;
}

Result<void> insert(db::Transaction& transaction, const StateHearing& fresh) {
    return transaction.enqueue(
        "INSERT INTO voice_state_hearing (id, number, language, title, summary, sender_id, reference, address, "
        "sent_on, deadline, case_id, authority, decline_reason, result_words, result_source, is_invented, "
        "registered_at, changed_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', '', '', '', "
        "$12, $13, $13, 1)",
        {fresh.id, fresh.number, i18n::code(fresh.language), fresh.title, fresh.summary, fresh.sender, fresh.reference,
         fresh.address, fresh.sent_on, fresh.deadline, fresh.case_id, fresh.is_invented, fresh.registered_at});
}

Result<void> save(db::Transaction& transaction, StateHearing& changed, Instant now) {
    changed.changed_at = std::max(now, changed.changed_at);
    const auto rows = TRY(transaction.execute(
        "UPDATE voice_state_hearing SET deadline = $1, case_id = $2, answered_on = $3, position_id = $4, document_id = "
        "$5, authority = $6, speaker_id = $7, declined_on = $8, decline_reason = $9, result = $10, result_words = $11, "
        "result_source = $12, result_on = $13, changed_at = $14, version = version + 1 WHERE id = $15 AND version = "
        "$16",
        {changed.deadline, changed.case_id, changed.answered_on, changed.position, changed.document, changed.authority,
         changed.speaker, changed.declined_on, changed.decline_reason, db::word(changed.result), changed.result_words,
         changed.result_source, changed.result_on, changed.changed_at, changed.id, changed.version}));
    if (rows == 0) return stale_version.error({{"number", changed.number}});
    ++changed.version;
    return {};
}

} // namespace voice::store
