#include "governance/store/case_treatments.hpp"

#include "governance/meeting_key.hpp"
#include "governance/store/meeting_record_store.hpp"
#include "governance/store/meeting_store.hpp"

namespace governance {

static void add_vote(CaseTreatment& treatment, const MeetingRecord& record, const ItemRecord& item) {
    const auto vote = std::ranges::find_if(
        item.votes, [&](const Vote& found) { return item.item.decided_by == std::optional{found.id}; });
    if (vote == item.votes.end()) return;
    treatment.vote = vote->counted.tally;
    for (const auto& ballot : vote->counted.ballots) {
        treatment.ballots.push_back(
            {record.name(ballot.voter.who), record.on_behalf_of(ballot.voter.seat), ballot.choice});
    }
}

static CaseTreatment treatment_of(const MeetingRecord& record, const ItemRecord& item, i18n::Language language) {
    const auto& meeting = record.meeting;
    CaseTreatment treatment;
    treatment.body = record.body.id;
    treatment.body_name = record.body.name(language);
    treatment.body_path = record.body.path();
    treatment.meeting = meeting.id;
    treatment.meeting_path = meeting_path(record.body.slug, meeting.year, meeting.number);
    treatment.meeting_state = meeting.state;
    treatment.day = meeting.day_held();
    treatment.item = item.item.id;
    treatment.item_number = item.item.number_text();
    treatment.outcome = item.item.outcome;
    treatment.decision = item.item.decision;
    for (const auto& dissent : item.dissents) {
        treatment.dissents.push_back({record.name(dissent.who), record.on_behalf_of(dissent.who), dissent.text});
    }
    add_vote(treatment, record, item);
    if (meeting.state == MeetingState::minutes_published) treatment.minutes_path = treatment.meeting_path + "/minutes";
    return treatment;
}

Result<std::vector<CaseTreatment>> treatments_of_case(db::Reader& reader, CaseId id, Date today,
                                                      i18n::Language language) {
    std::vector<std::pair<Instant, CaseTreatment>> found;
    for (const auto& item : TRY(items_of_case(reader, id))) {
        const auto meeting = TRY(load_meeting(reader, item.meeting_id));
        if (meeting.state == MeetingState::cancelled) continue;
        const auto record = TRY(read_meeting_record(reader, meeting, today, language));
        found.emplace_back(meeting.starts_at, treatment_of(record, *record.item(item.id), language));
    }
    std::ranges::stable_sort(found, {}, &std::pair<Instant, CaseTreatment>::first);
    std::vector<CaseTreatment> treatments;
    for (auto& [start, treatment] : found)
        treatments.push_back(std::move(treatment));
    return treatments;
}

} // namespace governance
