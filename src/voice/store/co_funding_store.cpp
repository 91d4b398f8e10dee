#include "voice/store/co_funding_store.hpp"

#include "platform/db/columns.hpp"
#include "voice/domain/errors.hpp"

#include <fmt/format.h>

namespace voice::store {

static CommentRule comment_rule_of(const db::Row& row) {
    return {row.date(0), static_cast<int>(row.number(1)), row.text(2)};
}

Result<std::vector<CommentRule>> comment_rules(db::Reader& reader) {
    std::vector<CommentRule> rules;
    for (const auto& row :
         TRY(reader.query("SELECT valid_from, days_min, basis FROM voice_comment_rule ORDER BY valid_from DESC", {}))) {
        rules.push_back(comment_rule_of(row));
    }
    ensure(!rules.empty()); // The first came with the table.
    return rules;
}

Result<CommentRule> comment_rule_on(db::Reader& reader, Date day) {
    const auto rules = TRY(comment_rules(reader));
    for (const auto& rule : rules) {
        if (rule.valid_from <= day) return rule;
    }
    return rules.back();
}

Result<void> insert(db::Transaction& transaction, const CommentRule& fresh, Instant now) {
    return transaction.enqueue(
        "INSERT INTO voice_comment_rule (valid_from, days_min, basis, added_at) VALUES ($1, $2, $3, $4)",
        {fresh.valid_from, fresh.days_min, fresh.basis, now});
}

static constexpr std::string_view statement_columns =
    "id, number, language, project, summary, applicant_id, recipient_id, received_on, apply_by, days_min, rule_from, "
    "exemption_reason, exempted_by, comment, advice, authority, speaker_id, case_id, given_on, document, "
    "document_sha256, is_invented, asked_at, changed_at, version";

static CoFundingStatement statement_of(const db::Row& row) {
    CoFundingStatement found;
    found.id = row.id<CoFundingStatementId>(0);
    found.number = row.text(1);
    found.language = db::language_at(row, 2);
    found.project = row.text(3);
    found.summary = row.text(4);
    found.applicant = row.id<directory::OrganisationId>(5);
    found.recipient = row.id<directory::OrganisationId>(6);
    found.received_on = row.date(7);
    found.apply_by = row.date(8);
    found.days_min = static_cast<int>(row.number(9));
    found.rule_from = row.date(10);
    found.exemption_reason = row.text(11);
    found.exempted_by = row.text(12);
    found.comment = row.text(13);
    found.advice = db::maybe_word_at<CoFundingAdvice>(row, 14);
    found.authority = row.text(15);
    found.speaker = db::maybe_id_at<governance::AppointmentId>(row, 16);
    found.case_id = db::maybe_id_at<governance::CaseId>(row, 17);
    found.given_on = row.maybe_date(18);
    found.document = row.text(19);
    found.document_sha256 = row.text(20);
    found.is_invented = row.flag(21);
    found.asked_at = row.instant(22);
    found.changed_at = row.instant(23);
    found.version = row.number(24);
    return found;
}

Result<CoFundingStatement> co_funding_statement(db::Reader& reader, std::string_view number) {
    const auto row = TRY(reader.find(
        fmt::format("SELECT {} FROM voice_co_funding_statement WHERE number = $1", statement_columns), {number}));
    if (!row) return co_funding_statement_not_found.error();
    return statement_of(*row);
}

Result<std::vector<CoFundingStatement>> co_funding_statements(db::Reader& reader, std::optional<CoFundingState> state,
                                                              Date today) {
    std::vector<CoFundingStatement> found;
    for (const auto& row : TRY(reader.query(fmt::format(
             "SELECT {} FROM voice_co_funding_statement ORDER BY apply_by DESC, number DESC", statement_columns)))) {
        auto statement = statement_of(row);
        if (!state || statement.state_on(today) == *state) found.push_back(std::move(statement));
    }
    return found;
}

Result<void> insert(db::Transaction& transaction, const CoFundingStatement& fresh) {
    return transaction.enqueue(
        "INSERT INTO voice_co_funding_statement (id, number, language, project, summary, applicant_id, recipient_id, "
        "received_on, apply_by, days_min, rule_from, exemption_reason, exempted_by, comment, authority, document, "
        "document_sha256, is_invented, asked_at, changed_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
        "$11, $12, $13, '', '', '', '', $14, $15, $15, 1)",
        {fresh.id, fresh.number, i18n::code(fresh.language), fresh.project, fresh.summary, fresh.applicant,
         fresh.recipient, fresh.received_on, fresh.apply_by, fresh.days_min, fresh.rule_from, fresh.exemption_reason,
         fresh.exempted_by, fresh.is_invented, fresh.asked_at});
}

Result<void> save(db::Transaction& transaction, CoFundingStatement& changed, Instant now) {
    changed.changed_at = std::max(now, changed.changed_at);
    const auto rows = TRY(transaction.execute(
        "UPDATE voice_co_funding_statement SET comment = $1, advice = $2, authority = $3, speaker_id = $4, case_id = "
        "$5, given_on = $6, document = $7, document_sha256 = $8, changed_at = $9, version = version + 1 "
        "WHERE id = $10 AND version = $11",
        {changed.comment, db::word(changed.advice), changed.authority, changed.speaker, changed.case_id,
         changed.given_on, changed.document, changed.document_sha256, changed.changed_at, changed.id,
         changed.version}));
    if (rows == 0) return stale_version.error({{"number", changed.number}});
    ++changed.version;
    return {};
}

} // namespace voice::store
