#include "governance/actions/agenda.hpp"
#include "governance/actions/agenda_cases.hpp"
#include "governance/actions/case_transitions.hpp"
#include "governance/actions/paper_checks.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/appointment_store.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "platform/errors.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>

namespace governance {

/// The case, the meeting whose minutes are approved, or the title: each kind needs its own.
static Result<void> check_kind(const Acting& acting, const Meeting& meeting, const NewItem& wanted) {
    auto error = item_faulty.error();
    const auto need = [&](bool is_there, bool is_wanted, std::string_view pointer) {
        if (is_wanted && !is_there) error.faults.push_back(platform::field_missing.at(std::string{pointer}));
        if (!is_wanted && is_there) error.faults.push_back(item_faulty.at(std::string{pointer}));
    };
    need(wanted.case_id.has_value(), wanted.kind == ItemKind::case_, "#/caseId");
    need(wanted.approves_meeting.has_value(), wanted.kind == ItemKind::approval_of_minutes, "#/approvesMeeting");
    const bool is_named_by_title = wanted.kind == ItemKind::orientation || wanted.kind == ItemKind::other_business;
    if (is_named_by_title && wanted.title.empty()) {
        error.faults.push_back(platform::field_missing.at("#/title"));
    }
    if (wanted.approves_meeting && error.faults.empty()) {
        const auto approved = load_meeting(acting.transaction, *wanted.approves_meeting);
        if (!approved || approved->body_id != meeting.body_id || approved->starts_at >= meeting.starts_at) {
            error.faults.push_back(item_faulty.at("#/approvesMeeting"));
        }
    }
    if (error.faults.empty()) return {};
    return error;
}

/// An item after the notice: with a consent in words, where the rules let it in at all and nobody who may has stopped
/// it.
static Result<void> check_late(const Acting& acting, const Meeting& meeting, const NewItem& wanted) {
    const auto rules = TRY(rules_in_force(acting.transaction, meeting.body_id, meeting.day())).rules;
    const auto& late = rules.late_items;
    if (wanted.consent.empty() || late.when == LateItems::never) return item_too_late.error();
    if (late.when == LateItems::consent) return {};
    const Roll members{TRY(appointments_of_body(acting.transaction, meeting.body_id)), meeting.day()};
    const auto enough = least_of(late.objection, false, members.seats());
    const bool is_stopped_by_chair = late.chair_may_object && wanted.chair_objects.value_or(false);
    if (is_stopped_by_chair || wanted.members_objecting.value_or(0) >= enough) {
        return item_objected.error({{"needed", enough}});
    }
    return {};
}

static Result<AgendaItem> place_item(const Acting& acting, const Meeting& meeting, const NewItem& wanted) {
    AgendaItem item;
    item.id = acting.make_id<AgendaItemId>();
    item.meeting_id = meeting.id;
    item.body_id = meeting.body_id;
    item.kind = wanted.kind;
    item.case_id = wanted.case_id;
    item.approves_meeting = wanted.approves_meeting;
    item.title = wanted.title;
    item.text = wanted.text;
    for (const auto& other : TRY(agenda_of(acting.transaction, meeting.id))) {
        item.position = std::max(item.position, other.position);
    }
    ++item.position;
    if (!meeting.noticed_at) return item;
    TRY(check_late(acting, meeting, wanted));
    item.late_consent = wanted.consent;
    if (item.kind != ItemKind::other_business) {
        item.year = meeting.year;
        item.number = TRY(next_item_number(acting.transaction, meeting.body_id, meeting.year));
    }
    return item;
}

Result<AgendaItemId> add_item(const Acting& acting, MeetingId id, const NewItem& wanted, ExpectedVersion version) {
    const auto [body, meeting] = TRY(open_for_change(acting, id, version));
    TRY(require_allowed(meeting.state, MeetingRequest::change_agenda));
    // In writing everybody has the whole window for every item.
    const bool is_set = meeting.mode == VoteMode::written && meeting.state != MeetingState::planned;
    if (is_set) {
        return meeting_step_refused.error({{"state", std::string{json::name_of(meeting.state)}},
                                           {"asked", std::string{json::name_of(MeetingRequest::change_agenda)}}});
    }
    TRY(check_kind(acting, meeting, wanted));
    const auto item = TRY(place_item(acting, meeting, wanted));
    std::vector<journal::Subject> subjects;
    journal::Body facts;
    facts.text("kind", json::name_of(item.kind)).text("number", item.number_text());
    if (item.case_id) {
        if (TRY(is_on_open_agenda(acting.transaction, *item.case_id))) return case_already_on_agenda.error();
        TRY(case_put_on_agenda(acting.transaction, acting.services, acting.principal, *item.case_id,
                               {body.id, id, item.id, meeting.day()}, acting.now));
        subjects.push_back({"case", item.case_id->to_string()});
    }
    if (item.late_consent) facts.text("consent", *item.late_consent);
    TRY(insert_item(acting.transaction, item, acting.now));
    for (const auto& document : wanted.papers) {
        TRY(check_paper(acting.transaction, item, document));
        TRY(insert_paper(acting.transaction, {item.id, document, acting.now, item.late_consent}));
    }
    if (meeting.state == MeetingState::under_way) TRY(put_recommendation(acting, item));
    TRY(touch_meeting(acting.transaction, id, acting.now));
    TRY(acting.tell("governance.item_added", body, meeting, std::move(facts), std::move(subjects)));
    TRY(index_meeting(acting, body, meeting));
    return item.id;
}

} // namespace governance
