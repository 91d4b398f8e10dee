#pragma once
// Meetings, their agenda and papers, as rows.
#include "governance/domain/meeting_record.hpp"
#include "platform/db/database.hpp"

namespace governance {

/// Fails with governance.meeting_not_found.
Result<Meeting> load_meeting(db::Reader&, MeetingId);
/// By id, by body, year and number ("hovedstyret-2026-3", which never changes), or by body and day
/// ("hovedstyret-2026-03-04": the first of that day). Fails with governance.meeting_not_found.
Result<Meeting> find_meeting(db::Reader&, std::string_view key);

struct MeetingFilter {
    std::optional<BodyId> body;
    std::optional<Instant> from, to;   ///< Of the start; to is not included.
    std::optional<Instant> unended_at; ///< Those that end then or later, whenever they began.
    std::optional<MeetingState> state;
    bool newest_first = false;
    int limit = 50;
    int offset = 0;
};
Result<std::vector<Meeting>> list_meetings(db::Reader&, const MeetingFilter&);
Result<std::int64_t> count_meetings(db::Reader&, const MeetingFilter&);
/// 1 for the first meeting of a body in a year.
Result<int> next_meeting_number(db::Reader&, BodyId, int year);

Result<void> insert_meeting(db::Transaction&, const Meeting&, Instant now);
/// Everything that changes with the meeting's state. Fails with governance.stale_version when the meeting is no longer
/// the one read.
Result<void> update_meeting(db::Transaction&, const Meeting&, std::int64_t version_read, Instant now);
/// Marks that something below the meeting changed.
Result<void> touch_meeting(db::Transaction&, MeetingId, Instant now);

/// In the order of the agenda, with their decisions.
Result<std::vector<AgendaItem>> agenda_of(db::Reader&, MeetingId);
/// Fails with governance.item_not_found, also when the item belongs to another meeting.
Result<AgendaItem> load_item(db::Reader&, MeetingId, AgendaItemId);
/// Items that treat or treated the case, oldest meeting first.
Result<std::vector<AgendaItem>> items_of_case(db::Reader&, CaseId);
/// An item of an untreated kind for the case in a meeting that is not cancelled.
Result<bool> is_on_open_agenda(db::Reader&, CaseId);
Result<int> next_item_number(db::Reader&, BodyId, int year);

Result<void> insert_item(db::Transaction&, const AgendaItem&, Instant now);
Result<void> remove_item(db::Transaction&, AgendaItemId);
Result<void> set_item_position(db::Transaction&, AgendaItemId, int position);
Result<void> set_item_number(db::Transaction&, AgendaItemId, int year, int number);
/// No basis opens the doors again.
Result<void> set_item_words(db::Transaction&, AgendaItemId, std::string_view title, std::string_view note,
                            const std::optional<std::string>& closed_basis);
/// Keeps outcome, decision and what they rest on.
Result<void> settle_item(db::Transaction&, AgendaItemId, const Decision&, Instant now);

struct PaperRow {
    AgendaItemId item;
    DocumentId document;
    Instant added_at;
    std::optional<std::string> late_consent;
};
Result<std::vector<PaperRow>> papers_of(db::Reader&, MeetingId);
Result<void> insert_paper(db::Transaction&, const PaperRow&);

} // namespace governance
