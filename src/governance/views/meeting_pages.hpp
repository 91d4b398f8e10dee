#pragma once
// Pages of meetings: what everybody sees, and what the secretary works with.
#include "governance/views/meeting_models.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

namespace governance {

/// What the one who looks may do with the meeting.
struct MeetingTools {
    bool may_hold = false;
    bool may_approve = false;
    bool may_answer = false; ///< In writing: with a seat of their own, or for others.
};

/// bodies: what the filter offers, by slug.
Html meeting_list_page(const http::Call&, const MeetingListView&, const std::vector<ui::Choice>& bodies, bool may_plan);
/// follow: what other modules put beside it, the way to follow the body among it; may be empty. state: what stood in
/// the way of a step taken on the page.
Html meeting_page(const http::Call&, const MeetingView&, const MeetingTools&, const Html& follow,
                  const ui::FormState& state = {});
Html minutes_page(const http::Call&, const MinutesView&, const MeetingTools&, const ui::FormState& state = {});
/// The minutes as plain text, for mail and archives.
std::string minutes_as_text(const http::Call&, const MinutesContent&);
/// Of what was treated in writing: the window, why, and who asked for a meeting; nothing for a meeting in a room.
std::vector<std::string> written_in_words(const http::Call&, const MinutesContent&);

/// Time, place, quorum and those who were there.
Html attendance(const http::Call&, const MeetingView&);
/// One item of the agenda with its papers, proposals, votes, dissents and decision. tools: what stands at its end.
Html agenda_item(const http::Call&, const ItemView&, const Html& tools);
/// The same under an id of its own; without the days on which papers were added.
Html agenda_item_at(const http::Call&, const ItemView&, const std::string& anchor, const Html& tools, bool with_dates);
/// The page for answering in writing: for oneself with a seat of one's own, else for somebody among the others.
Html ballot_page(const http::Call&, const ui::FormState&, const MeetingView&, const ItemView&);
std::string title_of(const http::Call&, const ItemView&);
/// "Hovedstyret, møte 3/2026"
std::string title_of(const http::Call&, const MeetingView&);
std::vector<ui::Crumb> crumbs_of(const http::Call&, const MeetingView&);

/// --- The secretary's pages. Each holds the forms for one part of the work. ---

struct MeetingChoices {
    std::vector<ui::Choice> bodies;       ///< By id: those that the asker calls meetings of.
    std::vector<ui::Choice> cases;        ///< By id: those that the body may take up now.
    std::vector<ui::Choice> meetings;     ///< By id: earlier meetings whose minutes may be approved.
    std::vector<ui::Choice> documents;    ///< By id: papers of the item's case that are not added yet.
    std::vector<ui::Choice> other_bodies; ///< By id: where a case can be referred to.
};
Html plan_meeting_page(const http::Call&, const ui::FormState&, const MeetingChoices&, std::string_view body_id);
Html move_meeting_page(const http::Call&, const ui::FormState&, const MeetingView&);
Html notice_page(const http::Call&, const ui::FormState&, const MeetingView&);
Html cancellation_page(const http::Call&, const ui::FormState&, const MeetingView&);
Html opening_page(const http::Call&, const ui::FormState&, const MeetingView&);
Html adjournment_page(const http::Call&, const ui::FormState&, const MeetingView&);
Html agenda_page(const http::Call&, const ui::FormState&, const MeetingView&, const MeetingChoices&);
Html presence_page(const http::Call&, const ui::FormState&, const MeetingView&);
Html paper_page(const http::Call&, const ui::FormState&, const MeetingView&, const ItemView&, const MeetingChoices&);
Html description_page(const http::Call&, const ui::FormState&, const MeetingView&, const ItemView&);
Html treatment_page(const http::Call&, const ui::FormState&, const MeetingView&, const ItemView&,
                    const MeetingChoices&);
Html vote_page(const http::Call&, const ui::FormState&, const MeetingView&, const ItemView&, const ProposalView&);
/// One row for each who may vote now: for, against, blank or nothing; a fault stands in its row.
Html ballot_table(const http::Call&, const ui::FormState&, const MeetingView&);
Html correction_page(const http::Call&, const ui::FormState&, const MinutesView&);

} // namespace governance
