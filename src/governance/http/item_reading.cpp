#include "governance/http/meeting_reading.hpp"
#include "governance/meeting_key.hpp"
#include "governance/store/case_dissents.hpp"
#include "governance/store/meeting_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

namespace {

/// Fills the view of one item on the agenda.
class ItemViewMaker {
public:
    ItemViewMaker(const http::Query& query, const MeetingRecord& record)
        : query_{query}, record_{record}, sees_closed_{meeting_rights(query.principal, record.body.id).sees_closed} {}

    Result<ItemView> make(const ItemRecord& record, const MinutesItem& written) const {
        ItemView shown;
        shown.id = record.item.id;
        shown.number = written.number;
        shown.kind = written.kind;
        shown.title = written.title;
        if (record.item.case_id) shown.matter = NamedLink{record.case_number, record.case_path};
        if (record.item.approves_meeting) shown.approves = TRY(meeting_link(*record.item.approves_meeting));
        shown.text = written.text;
        shown.late_consent = record.item.late_consent;
        shown.is_closed = written.is_closed;
        shown.closed_basis = written.closed_basis;
        shown.shielded_by = written.shielded_by;
        for (const auto& paper : record.papers)
            shown.papers.push_back({paper.document, paper.title, paper.path, paper.added_at, paper.late_consent});
        for (std::size_t i = 0; i < record.proposals.size(); ++i)
            shown.proposals.push_back(proposal(record, record.proposals[i], written.proposals[i]));
        shown.votes = written.votes;
        shown.elections = written.elections;
        shown.dissents = written.dissents;
        TRY(fill_earlier_dissents(record, shown));
        for (const auto& raised : record.impartiality) {
            shown.impartiality.push_back({raised.id, record_.name(raised.who), record_.on_behalf_of(raised.who),
                                          raised.ground, raised.ruling, raised.record});
        }
        shown.answers = written.answers;
        if (written.answers) shown.own_answer = own_answer(record);
        shown.outcome = written.outcome;
        shown.decision = written.decision;
        shown.referred_to = written.referred_to;
        shown.decided_at = written.decided_at;
        shown.note = written.note;
        if (!sees_closed_ && record_.is_behind_doors(record.item)) leave_out_what_is_said(shown);
        return shown;
    }

private:
    static ProposalView proposal(const ItemRecord& record, const Proposal& source, const MinutesProposal& written) {
        ProposalView shown;
        shown.id = source.id;
        shown.number = source.position;
        shown.kind = source.kind;
        shown.proposed_by = written.proposed_by;
        shown.points = source.points;
        shown.reason = source.reason;
        shown.is_withdrawn = source.withdrawn_at.has_value();
        shown.is_voted_on = std::ranges::find(record.votes, source.id, &Vote::proposal_id) != record.votes.end();
        return shown;
    }

    /// What a minority said in the bodies before goes with the case; where the proposal is shielded it stays there.
    Result<void> fill_earlier_dissents(const ItemRecord& record, ItemView& shown) const {
        if (!record.item.case_id || !record.shielded_by.empty()) return {};
        const auto before = record_.meeting.opened_at.value_or(record_.meeting.starts_at);
        for (const auto& each : TRY(dissents_of_case(query_.reader, *record.item.case_id, query_.request.language))) {
            if (each.meeting == record_.meeting.id || each.dissent.at >= before) continue;
            if (each.is_for_insiders && !meeting_rights(query_.principal, each.body).sees_closed) continue;
            shown.earlier_dissents.push_back(
                {{each.body_name, "/bodies/" + each.body_slug},
                 {fmt::format("{}/{}", each.number, each.year), meeting_path(each.body_slug, each.year, each.number)},
                 each.name,
                 each.on_behalf_of,
                 each.dissent.text});
        }
        return {};
    }

    static void leave_out_what_is_said(ItemView& shown) {
        shown.text.clear();
        shown.papers.clear();
        shown.proposals.clear();
        shown.votes.clear();
        shown.elections.clear();
        shown.dissents.clear();
        shown.earlier_dissents.clear();
        shown.impartiality.clear();
        shown.decision.clear();
        shown.note.clear();
    }

    /// Nobody sees more of the answers than their own before all are counted.
    [[nodiscard]] std::optional<Choice> own_answer(const ItemRecord& record) const {
        std::optional<Choice> own;
        for (const auto& answer : record.written) {
            const auto* who = record_.appointment(answer.who);
            if (who != nullptr && who->person_id.to_string() == query_.principal.id) own = answer.choice;
        }
        return own;
    }

    Result<NamedLink> meeting_link(MeetingId id) const {
        const auto meeting = TRY(load_meeting(query_.reader, id));
        return NamedLink{meeting.number_text(), meeting_path(record_.body.slug, meeting.year, meeting.number)};
    }

    const http::Query& query_;
    const MeetingRecord& record_;
    bool sees_closed_;
};

} // namespace

Result<ItemView> read_item_view(const http::Query& query, const MeetingRecord& meeting, const ItemRecord& item,
                                const MinutesItem& written) {
    return ItemViewMaker{query, meeting}.make(item, written);
}

} // namespace governance
