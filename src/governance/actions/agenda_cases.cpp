#include "governance/actions/agenda_cases.hpp"

#include "governance/store/case_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/treatment_store.hpp"

namespace governance {

Result<void> put_recommendation(const Acting& acting, const AgendaItem& item) {
    if (!item.case_id) return {};
    const auto matter = TRY(find_case(acting.transaction, *item.case_id));
    if (!matter || matter->points.empty()) return {};
    Proposal proposal;
    proposal.id = acting.make_id<ProposalId>();
    proposal.item_id = item.id;
    proposal.position = 1;
    proposal.kind = ProposalKind::recommendation;
    for (const auto& point : matter->points)
        proposal.points.push_back(point.text);
    proposal.at = acting.now;
    return insert_proposal(acting.transaction, proposal);
}

Result<std::vector<AgendaItem>> items_with_case(const Acting& acting, MeetingId meeting) {
    std::vector<AgendaItem> found;
    for (auto& item : TRY(agenda_of(acting.transaction, meeting))) {
        if (!item.case_id) continue;
        const auto matter = TRY(find_case(acting.transaction, *item.case_id));
        if (matter && matter->path.state == CaseState::on_agenda) found.push_back(std::move(item));
    }
    return found;
}

} // namespace governance
