#include "governance/domain/meeting_errors.hpp"
#include "governance/store/meeting_store.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

static constexpr std::string_view item_columns =
    "id, meeting_id, body_id, position, kind, case_id, approves_meeting_id, title, text, year, number, late_consent, "
    "closed_basis, outcome, decided_at, referred_to, decided_by_vote, note";

static AgendaItem item_of(const db::Row& row) {
    AgendaItem item;
    item.id = row.id<AgendaItemId>(0);
    item.meeting_id = row.id<MeetingId>(1);
    item.body_id = row.id<BodyId>(2);
    item.position = static_cast<int>(row.number(3));
    item.kind = *json::enumerator_of<ItemKind>(row.text(4));
    if (!row.is_null(5)) item.case_id = row.id<CaseId>(5);
    if (!row.is_null(6)) item.approves_meeting = row.id<MeetingId>(6);
    item.title = row.text(7);
    item.text = row.text(8);
    if (!row.is_null(9)) item.year = static_cast<int>(row.number(9));
    if (!row.is_null(10)) item.number = static_cast<int>(row.number(10));
    item.late_consent = row.maybe_text(11);
    item.closed_basis = row.maybe_text(12);
    if (!row.is_null(13)) item.outcome = json::enumerator_of<Outcome>(row.text(13));
    item.decided_at = row.maybe_instant(14);
    if (!row.is_null(15)) item.referred_to = row.id<BodyId>(15);
    if (!row.is_null(16)) item.decided_by = row.id<VoteId>(16);
    item.note = row.text(17);
    return item;
}

static Result<std::vector<AgendaItem>> select(db::Reader& reader, std::string_view condition, std::string_view order,
                                              db::Argument value) {
    const auto rows = TRY(reader.query(
        fmt::format("SELECT {} FROM governance_agenda_item WHERE {} = $1 ORDER BY {}", item_columns, condition, order),
        {value}));
    std::vector<AgendaItem> items;
    for (const auto& row : rows)
        items.push_back(item_of(row));
    const auto points = TRY(
        reader.query(fmt::format("SELECT item_id, text FROM governance_decision_point WHERE item_id IN (SELECT id FROM "
                                 "governance_agenda_item WHERE {} = $1) ORDER BY item_id, number",
                                 condition),
                     {value}));
    for (const auto& point : points) {
        const auto item = std::ranges::find(items, point.id<AgendaItemId>(0), &AgendaItem::id);
        if (item != items.end()) item->decision.push_back(point.text(1));
    }
    return items;
}

Result<std::vector<AgendaItem>> agenda_of(db::Reader& reader, MeetingId meeting) {
    return select(reader, "meeting_id", "position, id", meeting);
}

Result<AgendaItem> load_item(db::Reader& reader, MeetingId meeting, AgendaItemId id) {
    auto items = TRY(select(reader, "id", "id", id));
    if (items.empty() || items.front().meeting_id != meeting) return item_not_found.error();
    return std::move(items.front());
}

Result<std::vector<AgendaItem>> items_of_case(db::Reader& reader, CaseId id) {
    return select(reader, "case_id", "created_at, id", id);
}

Result<bool> is_on_open_agenda(db::Reader& reader, CaseId id) {
    const auto row = TRY(reader.find("SELECT 1 FROM governance_agenda_item i JOIN governance_meeting m ON m.id = "
                                     "i.meeting_id WHERE i.case_id = $1 AND i.outcome IS NULL AND m.state <> "
                                     "'cancelled' LIMIT 1",
                                     {id}));
    return row.has_value();
}

Result<void> insert_item(db::Transaction& transaction, const AgendaItem& item, Instant now) {
    return transaction.enqueue(
        "INSERT INTO governance_agenda_item (id, meeting_id, body_id, position, kind, case_id, approves_meeting_id, "
        "title, text, year, number, late_consent, closed_basis, note, created_at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        {item.id, item.meeting_id, item.body_id, item.position, json::name_of(item.kind), item.case_id,
         item.approves_meeting, item.title, item.text, item.year, item.number, item.late_consent, item.closed_basis,
         item.note, now});
}

Result<void> remove_item(db::Transaction& transaction, AgendaItemId id) {
    TRY(transaction.enqueue("DELETE FROM governance_paper WHERE item_id = $1", {id}));
    return transaction.enqueue("DELETE FROM governance_agenda_item WHERE id = $1", {id});
}

Result<void> set_item_position(db::Transaction& transaction, AgendaItemId id, int position) {
    return transaction.enqueue("UPDATE governance_agenda_item SET position = $1 WHERE id = $2", {position, id});
}

Result<void> set_item_number(db::Transaction& transaction, AgendaItemId id, int year, int number) {
    return transaction.enqueue("UPDATE governance_agenda_item SET year = $1, number = $2 WHERE id = $3",
                               {year, number, id});
}

Result<void> set_item_words(db::Transaction& transaction, AgendaItemId id, std::string_view title,
                            std::string_view note, const std::optional<std::string>& closed_basis) {
    return transaction.enqueue(
        "UPDATE governance_agenda_item SET title = $1, note = $2, closed_basis = $3 WHERE id = $4",
        {title, note, closed_basis, id});
}

Result<void> settle_item(db::Transaction& transaction, AgendaItemId id, const Decision& decision, Instant now) {
    TRY(transaction.enqueue("UPDATE governance_agenda_item SET outcome = $1, decided_at = $2, referred_to = $3, "
                            "decided_by_vote = $4 WHERE id = $5",
                            {json::name_of(decision.outcome), now, decision.referred_to, decision.decided_by, id}));
    int number = 0;
    for (const auto& point : decision.points) {
        TRY(transaction.enqueue("INSERT INTO governance_decision_point (item_id, number, text) VALUES ($1, $2, $3)",
                                {id, ++number, point}));
    }
    return {};
}

Result<std::vector<PaperRow>> papers_of(db::Reader& reader, MeetingId meeting) {
    const auto rows = TRY(reader.query(
        "SELECT p.item_id, p.document_id, p.added_at, p.late_consent FROM governance_paper p JOIN "
        "governance_agenda_item i ON i.id = p.item_id WHERE i.meeting_id = $1 ORDER BY p.added_at, p.document_id",
        {meeting}));
    std::vector<PaperRow> papers;
    for (const auto& row : rows) {
        papers.push_back({row.id<AgendaItemId>(0), row.id<DocumentId>(1), row.instant(2), row.maybe_text(3)});
    }
    return papers;
}

Result<void> insert_paper(db::Transaction& transaction, const PaperRow& paper) {
    return transaction.enqueue(
        "INSERT INTO governance_paper (item_id, document_id, added_at, late_consent) VALUES ($1, $2, $3, $4)",
        {paper.item, paper.document, paper.added_at, paper.late_consent});
}

} // namespace governance
