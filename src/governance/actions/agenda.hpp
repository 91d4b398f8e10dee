#pragma once
// Puts items on an agenda, orders them and adds papers. All need governance.hold_meeting for the body.
#include "governance/actions/meetings.hpp"

namespace governance {

struct NewItem {
    ItemKind kind = ItemKind::case_;
    std::optional<CaseId> case_id;             ///< For a case.
    std::optional<MeetingId> approves_meeting; ///< For the approval of minutes.
    Prose<300> title;                          ///< Of items that are no case; of a shielded case, what may be shown.
    Prose<4000> text;
    std::vector<DocumentId> papers;       ///< Documents of the case.
    Prose<500> consent;                   ///< To an item after the notice: who agreed, and why.
    std::optional<bool> chair_objects;    ///< To such an item: whoever leads the meeting.
    std::optional<int> members_objecting; ///< And so many of the members.
};
BOOST_DESCRIBE_STRUCT(NewItem, (),
                      (kind, case_id, approves_meeting, title, text, papers, consent, chair_objects, members_objecting))

/// Last on the agenda. Fails with governance.meeting_step_refused, item_faulty, case_already_on_agenda, item_too_late,
/// item_objected, paper_faulty, and with what case_put_on_agenda fails with. Appends governance.item_added.
Result<AgendaItemId> add_item(const Acting&, MeetingId, const NewItem&, ExpectedVersion);

/// Before the notice only: what has been announced is treated, postponed if need be. Fails with
/// governance.meeting_step_refused, item_not_found. Appends governance.item_removed.
Result<void> remove_item(const Acting&, MeetingId, AgendaItemId, ExpectedVersion);

struct AgendaOrder {
    std::vector<AgendaItemId> items; ///< All of the agenda, in the new order.
};
BOOST_DESCRIBE_STRUCT(AgendaOrder, (), (items))

/// Numbers once given stay with their items. Fails with governance.meeting_step_refused, agenda_order_faulty.
/// Appends governance.agenda_ordered.
Result<void> order_agenda(const Acting&, MeetingId, const AgendaOrder&, ExpectedVersion);

struct NewPaper {
    DocumentId document;
    Prose<500> consent; ///< To a late paper: who agreed, and why.
};
BOOST_DESCRIBE_STRUCT(NewPaper, (), (document, consent))

/// Fails with governance.meeting_step_refused, item_not_found, paper_faulty (no document of the item's case),
/// paper_already_added, paper_too_late. Appends governance.paper_added.
Result<void> add_paper(const Acting&, MeetingId, AgendaItemId, const NewPaper&, ExpectedVersion);

struct ItemDescription {
    Prose<300> title;
    Prose<4000> note; ///< What the minutes are to say besides.
    bool is_closed = false;
    Prose<300> closed_basis; ///< The law that the doors are closed under.
};
BOOST_DESCRIBE_STRUCT(ItemDescription, (), (title, note, is_closed, closed_basis))

/// From the notice until the minutes are approved. Fails with governance.item_not_found, meeting_step_refused.
/// Appends governance.item_described.
Result<void> describe_item(const Acting&, MeetingId, AgendaItemId, const ItemDescription&);

} // namespace governance
