#pragma once
#include "representation/views/council_models.hpp"
#include "representation/views/parts.hpp"

namespace representation {

Html councils_page(const http::Call&, const CouncilListView&, bool may_keep);
struct CouncilRights {
    bool may_keep = false;   ///< Keep the register.
    bool may_report = false; ///< Holds a seat there, or held one.
};
Html council_page(const http::Call&, const CouncilView&, CouncilRights);
Html seat_page(const http::Call&, const SeatPageView&);
Html reports_page(const http::Call&, const ReportListView&);
Html report_page(const http::Call&, const ReportView&);
Html representative_page(const http::Call&, const RepresentativeView&);
/// Seats as a table: where, as what, who or for whom.
Html held_table(const http::Call&, const std::vector<HeldSeat>&, const std::string& caption, bool with_person);

Html new_council_page(const http::Call&, const ui::FormState&);
struct HolderChoices {
    std::string workplace;          ///< As typed when people were asked for.
    std::vector<ui::Choice> people; ///< By id: those who sit somewhere for it.
    std::string seat;
};
Html new_holder_page(const http::Call&, const ui::FormState&, const CouncilView&, const HolderChoices&);
Html ending_page(const http::Call&, const ui::FormState&, const CouncilView&, const HolderView&);
Html new_meeting_page(const http::Call&, const ui::FormState&, const CouncilView&);
/// meetings: those one may report from.
Html new_report_page(const http::Call&, const ui::FormState&, const CouncilView&,
                     const std::vector<ui::Choice>& meetings);

} // namespace representation
