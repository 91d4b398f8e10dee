#pragma once
// Pages of bodies and the forms that change them.
#include "governance/views/body_models.hpp"
#include "platform/ui/components.hpp"

namespace governance {

/// What the one who looks may do with the body.
struct BodyRights {
    bool may_maintain = false;
    bool may_appoint = false;
    bool may_hold = false;
};

Html body_list_page(const http::Call&, const BodyListView&, bool may_maintain);
/// follow: the way to follow the body; may be empty.
Html body_page(const http::Call&, const BodyView&, const BodyRights&, const Html& follow, const Html& panels);
Html mandate_page(const http::Call&, const MandatePageView&);

/// The members of a body as a table.
Html member_table(const http::Call&, const BodyView&, const std::vector<MemberView>&, const std::string& caption,
                  bool may_end);
/// Cards of meetings, or a sentence where there are none.
Html meeting_cards(const http::Call&, const std::vector<MeetingRow>&, const std::string& none, bool with_body);

/// What the selections of the forms offer.
struct BodyChoices {
    std::vector<ui::Choice> bodies;        ///< By id.
    std::vector<ui::Choice> organisations; ///< By id: the owners that bodies have now, and whom the asker acts for.
    std::vector<ui::Choice> people;        ///< By id: those with a role in the organisation asked about.
    std::vector<ui::Choice> members;       ///< By appointment: those who hold a seat.
    std::vector<ui::Choice> regions;       ///< By id: networks and counties.
    std::vector<ui::Choice> profiles;      ///< Of rules, by their identifiers.
    std::string organisation;              ///< As typed when people were asked for.
    std::string organisation_id;
};
Html new_body_page(const http::Call&, const ui::FormState&, const BodyChoices&);
Html change_body_page(const http::Call&, const ui::FormState&, const BodyView&, const BodyChoices&);
Html new_mandate_page(const http::Call&, const ui::FormState&, const BodyView&);
Html new_rules_page(const http::Call&, const ui::FormState&, const BodyView&, const BodyChoices&);
Html appointment_page(const http::Call&, const ui::FormState&, const BodyView&, const BodyChoices&);
Html ending_page(const http::Call&, const ui::FormState&, const BodyView&, const MemberView&);

} // namespace governance
