#include "governance/actions/agenda_cases.hpp"

#include "governance/actions/case_transitions.hpp"
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

Result<void> put_back(const Acting& acting, const AgendaItem& item, std::string_view reason) {
    if (item.case_id) {
        const auto matter = TRY(find_case(acting.transaction, *item.case_id));
        if (matter && matter->path.state == CaseState::on_agenda) {
            TRY(case_taken_off_agenda(acting.transaction, acting.services, acting.principal, *item.case_id, item.id,
                                      acting.now));
        }
    }
    Decision none;
    none.outcome = Outcome::postponed;
    TRY(settle_item(acting.transaction, item.id, none, acting.now));
    if (reason.empty()) return {};
    auto note = item.note;
    if (!note.empty()) note += "\n\n";
    note += reason;
    return set_item_words(acting.transaction, item.id, item.title, note, item.closed_basis);
}

Result<void> end_without_deciding(const Acting& acting, const Body& body, const Meeting& before,
                                  const std::string& reason) {
    std::vector<journal::Subject> subjects;
    std::int64_t left = 0;
    for (const auto& item : TRY(agenda_of(acting.transaction, before.id))) {
        if (item.outcome) continue;
        TRY(put_back(acting, item, reason));
        ++left;
        if (item.case_id) subjects.push_back({"case", item.case_id->to_string()});
    }
    const auto meeting = TRY(close_meeting(before, {}, acting.now));
    TRY(update_meeting(acting.transaction, meeting, before.version, acting.now));
    journal::Body facts;
    facts.number("items", left).text("reason", reason);
    return acting.tell("governance.meeting_adjourned", body, meeting, std::move(facts), std::move(subjects));
}

} // namespace governance
