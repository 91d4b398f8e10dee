// How a case is written: its number, its head, and the lists below it.
#include "governance/domain/errors.hpp"
#include "governance/store/case_store.hpp"
#include "governance/store/columns.hpp"

#include <algorithm>

namespace governance {

Result<CaseNumber> next_case_number(db::Transaction& transaction, int year) {
    TRY(transaction.execute("INSERT INTO governance_case_series (year, last_serial) VALUES ($1, 1) "
                            "ON CONFLICT (year) DO UPDATE SET last_serial = governance_case_series.last_serial + 1",
                            {year}));
    const auto row = TRY(transaction.find("SELECT last_serial FROM governance_case_series WHERE year = $1", {year}));
    ensure(row.has_value());
    return CaseNumber{.year = year, .serial = static_cast<int>(row->number(0))};
}

Result<void> reserve_case_number(db::Transaction& transaction, CaseNumber number) {
    const auto taken = TRY(transaction.find("SELECT 1 FROM governance_case WHERE year = $1 AND serial = $2",
                                            {number.year, number.serial}));
    if (taken) return case_number_taken.error({{"number", number.to_string()}});
    TRY(transaction.execute("INSERT INTO governance_case_series (year, last_serial) VALUES ($1, $2) ON CONFLICT (year) "
                            "DO UPDATE SET last_serial = excluded.last_serial "
                            "WHERE governance_case_series.last_serial < excluded.last_serial",
                            {number.year, number.serial}));
    return {};
}

/// What lists show of a path: the body it is at or was last treated by, how that ended, and the day it is planned for.
struct Standing {
    BodyId body;
    std::optional<Outcome> outcome;
    std::optional<Date> next_day;
};

static Standing standing_of(const CasePath& path) {
    const auto* current = path.current();
    const auto* treated = path.latest_treated();
    const bool is_with_treated = treated != nullptr && (current == nullptr || path.state == CaseState::treated);
    ensure(!path.steps.empty());
    return {.body = is_with_treated ? treated->body : (current != nullptr ? *current : path.steps.front()).body,
            .outcome = treated == nullptr ? std::nullopt : treated->outcome,
            .next_day = current == nullptr ? std::nullopt : current->planned_day};
}

Result<void> insert_case(db::Transaction& transaction, const Case& fresh) {
    const auto standing = standing_of(fresh.path);
    TRY(transaction.execute(
        "INSERT INTO governance_case (id, year, serial, language, title, summary, background, handler_id, owner_id, "
        "owner_body_id, is_strategic, is_invented, state, has_political_record, body_id, outcome, next_day, "
        "planned_at, "
        "noticed_day, input_until, first_treated_on, closing_note, changed_at, version) VALUES ($1, $2, $3, $4, $5, "
        "$6, "
        "$7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)",
        {fresh.id,
         fresh.number.year,
         fresh.number.serial,
         i18n::code(fresh.language),
         fresh.title,
         fresh.summary,
         fresh.background,
         fresh.handler,
         fresh.owner,
         fresh.owner_body,
         fresh.path.is_strategic,
         fresh.is_invented,
         word(fresh.path.state),
         fresh.path.has_political_record,
         standing.body,
         word(standing.outcome),
         standing.next_day,
         fresh.planned_at,
         fresh.path.noticed_day,
         fresh.input_until,
         fresh.first_treated_on,
         fresh.closing_note,
         fresh.changed_at,
         fresh.version}));
    TRY(save_themes(transaction, fresh));
    TRY(save_points(transaction, fresh));
    TRY(save_concerns(transaction, fresh));
    return save_steps(transaction, fresh);
}

Result<void> save_case(db::Transaction& transaction, Case& changed, Instant now) {
    const auto standing = standing_of(changed.path);
    // Clocks of several processes may differ; a case never changes before it was planned.
    changed.changed_at = std::max(now, changed.planned_at);
    const auto rows = TRY(transaction.execute(
        "UPDATE governance_case SET language = $1, title = $2, summary = $3, background = $4, handler_id = $5, "
        "is_strategic = $6, state = $7, has_political_record = $8, body_id = $9, outcome = $10, next_day = $11, "
        "noticed_day = $12, input_until = $13, first_treated_on = $14, closing_note = $15, changed_at = $16, "
        "version = version + 1 WHERE id = $17 AND version = $18",
        {i18n::code(changed.language), changed.title, changed.summary, changed.background, changed.handler,
         changed.path.is_strategic, word(changed.path.state), changed.path.has_political_record, standing.body,
         word(standing.outcome), standing.next_day, changed.path.noticed_day, changed.input_until,
         changed.first_treated_on, changed.closing_note, changed.changed_at, changed.id, changed.version}));
    if (rows == 0) return case_stale.error({{"version", changed.version}});
    ++changed.version;
    return {};
}

Result<void> save_themes(db::Transaction& transaction, const Case& changed) {
    TRY(transaction.enqueue("DELETE FROM governance_case_theme WHERE case_id = $1", {changed.id}));
    for (const auto& theme : changed.themes) {
        TRY(transaction.enqueue("INSERT INTO governance_case_theme (case_id, theme) VALUES ($1, $2)",
                                {changed.id, theme}));
    }
    return {};
}

Result<void> save_points(db::Transaction& transaction, const Case& changed) {
    TRY(transaction.enqueue("DELETE FROM governance_case_point WHERE case_id = $1", {changed.id}));
    std::int64_t position = 0;
    for (const auto& point : changed.points) {
        TRY(transaction.enqueue(
            "INSERT INTO governance_case_point (id, case_id, position, text) VALUES ($1, $2, $3, $4)",
            {point.id, changed.id, ++position, point.text}));
    }
    return {};
}

Result<void> save_concerns(db::Transaction& transaction, const Case& changed) {
    TRY(transaction.enqueue("DELETE FROM governance_concern WHERE case_id = $1", {changed.id}));
    std::int64_t position = 0;
    for (const auto& concern : changed.concerns) {
        TRY(transaction.enqueue(
            "INSERT INTO governance_concern (id, case_id, position, scope, organisation_id, reason) "
            "VALUES ($1, $2, $3, $4, $5, $6)",
            {concern.id, changed.id, ++position, word(concern.scope), concern.organisation, concern.reason}));
    }
    return {};
}

static Result<void> save_decided(db::Transaction& transaction, const StepRecord& record) {
    std::int64_t position = 0;
    for (const auto& text : record.points) {
        TRY(transaction.enqueue(
            "INSERT INTO governance_case_decided_point (step_id, position, text) VALUES ($1, $2, $3) "
            "ON CONFLICT (step_id, position) DO NOTHING",
            {record.step, ++position, text}));
    }
    return {};
}

Result<void> save_steps(db::Transaction& transaction, const Case& changed) {
    TRY(transaction.enqueue("DELETE FROM governance_case_step WHERE case_id = $1 AND outcome IS NULL", {changed.id}));
    std::int64_t position = 0;
    for (const auto& step : changed.path.steps) {
        const auto& record = changed.record_of(step.id);
        TRY(transaction.enqueue(
            "INSERT INTO governance_case_step (id, case_id, position, body_id, planned_day, outcome, has_lapsed, "
            "meeting_id, agenda_item_id, vote_summary, authority, treated_at) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (id) DO NOTHING",
            {step.id, changed.id, ++position, step.body, step.planned_day, word(step.outcome), step.has_lapsed,
             record.meeting, record.agenda_item, record.vote_summary, record.authority, record.treated_at}));
        TRY(save_decided(transaction, record));
    }
    return {};
}

Result<std::int64_t> count_concerns_of(db::Reader& reader, directory::OrganisationId organisation) {
    const auto row =
        TRY(reader.find("SELECT COUNT(*) FROM governance_concern WHERE organisation_id = $1", {organisation}));
    ensure(row.has_value());
    return row->number(0);
}

Result<std::int64_t> move_concerns(db::Transaction& transaction, directory::OrganisationId from,
                                   directory::OrganisationId to) {
    return transaction.execute("UPDATE governance_concern SET organisation_id = $1 WHERE organisation_id = $2",
                               {to, from});
}

} // namespace governance
