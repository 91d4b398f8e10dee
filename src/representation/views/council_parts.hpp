#pragma once
// What the pages of councils, seats and reports have in common.
#include "platform/ui/components.hpp"
#include "representation/views/council_models.hpp"

namespace representation {

/// Who sits in each seat; the council's address makes seats links.
Html holder_rows(const http::Call&, const std::vector<SeatView>&, const std::string& council, bool may_keep);
Html duty_table(const http::Call&, const std::vector<DutyView>&);
Html report_cards(const http::Call&, const std::vector<ReportView>&);

} // namespace representation
