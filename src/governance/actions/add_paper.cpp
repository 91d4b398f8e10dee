#include "governance/actions/agenda.hpp"
#include "governance/actions/paper_checks.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/document_store.hpp"
#include "governance/store/meeting_store.hpp"

#include <algorithm>

namespace governance {

Result<void> check_paper(db::Reader& reader, const AgendaItem& item, DocumentId id) {
    const auto document = TRY(find_document(reader, id));
    if (!item.case_id || !document || document->case_id != *item.case_id || document->state == DocumentState::removed) {
        return paper_faulty.error();
    }
    const auto papers = TRY(papers_of(reader, item.meeting_id));
    const auto is_same = [&](const PaperRow& paper) { return paper.item == item.id && paper.document == id; };
    if (std::ranges::any_of(papers, is_same)) return paper_already_added.error();
    return {};
}

Result<void> add_paper(const Acting& acting, MeetingId id, AgendaItemId item_id, const NewPaper& wanted,
                       ExpectedVersion version) {
    const auto [body, meeting] = TRY(open_for_change(acting, id, version));
    TRY(require_allowed(meeting.state, MeetingRequest::change_agenda));
    const auto item = TRY(load_item(acting.transaction, id, item_id));
    TRY(check_paper(acting.transaction, item, wanted.document));
    const auto rules = TRY(rules_in_force(acting.transaction, body.id, meeting.day()));
    const auto days_left = days_between(acting.now, meeting.starts_at);
    const bool is_late = meeting.noticed_at && days_left < rules.rules.paper_days_min;
    if (is_late && wanted.consent.empty()) {
        return paper_too_late.error({{"days", days_left}, {"daysMin", rules.rules.paper_days_min}});
    }
    const PaperRow paper{item.id, wanted.document, acting.now,
                         is_late ? std::optional<std::string>{wanted.consent} : std::nullopt};
    TRY(insert_paper(acting.transaction, paper));
    TRY(touch_meeting(acting.transaction, id, acting.now));
    journal::Body facts;
    facts.text("number", item.number_text()).text("document", wanted.document.to_string()).flag("late", is_late);
    if (is_late) facts.text("consent", wanted.consent);
    return acting.tell("governance.paper_added", body, meeting, std::move(facts),
                       {{"case", item.case_id->to_string()}});
}

} // namespace governance
