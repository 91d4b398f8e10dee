#include "governance/http/case_votes.hpp"
#include "governance/http/meeting_reading.hpp"
#include "governance/store/meeting_record_store.hpp"
#include "governance/store/meeting_store.hpp"

#include <fmt/format.h>

namespace governance {

static VoteView vote_view(const MeetingRecord& record, const Vote& vote) {
    const auto& counted = vote.counted;
    VoteView view{.in_favour = counted.tally.in_favour,
                  .against = counted.tally.against,
                  .blank = counted.tally.blank,
                  .ballots = {}};
    for (const auto& ballot : counted.ballots) {
        view.ballots.push_back({.name = record.name(ballot.voter.who),
                                .on_behalf_of = record.on_behalf_of(ballot.voter.who),
                                .choice = ballot.choice});
    }
    return view;
}

static void fill_from(const MeetingRecord& record, const ItemRecord& item, bool is_inside, bool with_dissents,
                      StepView& step) {
    step.item_number = item.item.number_text();
    step.meeting_url = fmt::format("/meetings/{}-{}-{}", record.body.slug, record.meeting.year, record.meeting.number);
    if (!is_inside && (!record.body.is_open || record.is_behind_doors(item.item))) {
        step.points.clear();
        return;
    }
    for (const auto& vote : item.votes) {
        if (item.item.decided_by == vote.id) step.vote = vote_view(record, vote);
    }
    if (!with_dissents) return;
    for (const auto& dissent : item.dissents) {
        step.dissents.push_back({.id = dissent.id,
                                 .at = dissent.at,
                                 .name = record.name(dissent.who),
                                 .on_behalf_of = record.on_behalf_of(dissent.who),
                                 .text = dissent.text});
    }
}

Result<void> fill_votes(const http::Query& query, std::vector<StepView>& steps, bool with_dissents) {
    for (auto& step : steps) {
        if (!step.outcome || !step.meeting_id || !step.agenda_item_id) continue;
        const auto meeting = load_meeting(query.reader, *step.meeting_id);
        if (!meeting && meeting.error().kind == ErrorKind::not_found) continue; // Treated in another system.
        if (!meeting) return meeting.error();
        const auto record = TRY(read_meeting_record(query.reader, *meeting, query.today(), query.request.language));
        const auto* item = record.item(*step.agenda_item_id);
        const bool is_inside = meeting_rights(query.principal, meeting->body_id).sees_closed;
        if (item != nullptr) fill_from(record, *item, is_inside, with_dissents, step);
    }
    return {};
}

} // namespace governance
