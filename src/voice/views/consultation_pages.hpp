#pragma once
#include "governance/seats.hpp"
#include "platform/http/call.hpp"
#include "platform/ui/components.hpp"
#include "voice/views/consultation_models.hpp"

namespace voice {

Html consultations_page(const http::Call&, const ConsultationListView&, bool may_speak);
Html consultation_page(const http::Call&, const ConsultationView&, bool may_speak);
Html cost_methods_page(const http::Call&, const CostMethodListView&);

/// One item's count of the cost: both sides beside each other, and each worked out step by step.
Html cost_section(const http::Call&, const ConsultationItemView&);
/// "1. konsultasjonsmøte 2026", and with whom.
std::string consultation_title(const http::Call&, const ConsultationRow&);
/// The year as a line with the meetings and deadlines on it.
Html year_picture(const http::Call&, const ConsultationListView&);
Html follow_up_table(const http::Call&, const std::vector<FollowUpView>&, bool with_item);

Html new_consultation_page(const http::Call&, const ui::FormState&, const std::vector<governance::SeatCard>& speakers);
Html consultation_move_page(const http::Call&, const ui::FormState&, const ConsultationView&);
Html new_item_page(const http::Call&, const ui::FormState&, const ConsultationView&);
/// The methods that may be chosen, and the fields of the one that is.
struct CalculationForm {
    int place = 1;
    CostSide side = CostSide::sector;
    const CostMethod* method = nullptr;
    std::vector<const CostMethod*> methods;
    int price_level_year = 0;
};
Html calculation_page(const http::Call&, const ui::FormState&, const ConsultationView&, const CalculationForm&);
Html outcome_page(const http::Call&, const ui::FormState&, const ConsultationView&, int place);
Html follow_up_page(const http::Call&, const ui::FormState&, const ConsultationView&, int place);
Html follow_up_done_page(const http::Call&, const ui::FormState&, const ConsultationView&, const FollowUpView&);

} // namespace voice
