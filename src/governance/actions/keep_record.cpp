#include "governance/actions/keep_record.hpp"

#include "governance/store/decision_record_store.hpp"
#include "governance/store/meeting_store.hpp"

namespace governance {

/// What was late, and the consents that let it be treated all the same.
static Result<std::vector<Override>> overrides_of(const Acting& acting, const Meeting& meeting,
                                                  const AgendaItem& item) {
    std::vector<Override> overrides;
    if (!meeting.consent.empty()) overrides.push_back({OverrideKind::late_notice, meeting.consent});
    if (item.late_consent) overrides.push_back({OverrideKind::late_item, *item.late_consent});
    for (const auto& paper : TRY(papers_of(acting.transaction, meeting.id))) {
        if (paper.item == item.id && paper.late_consent && paper.late_consent != item.late_consent) {
            overrides.push_back({OverrideKind::late_paper, *paper.late_consent});
        }
    }
    return overrides;
}

Result<std::string> keep_record(const Acting& acting, const Sitting& sitting, const AgendaItem& item,
                                const Voted& voted, const DecidedVote& decided) {
    DecisionRecord record;
    record.vote = voted.vote;
    record.body = sitting.body.id;
    record.meeting = sitting.meeting.id;
    record.item = item.id;
    record.matter = item.case_id;
    record.proposal = voted.proposal;
    record.impartiality_of = voted.impartiality_of;
    record.at = acting.now;
    record.rules.profile = sitting.rules.profile;
    record.rules.profile_version = sitting.rules.profile_number;
    record.rules.body_rules = sitting.rules.number;
    record.rules.rules = sitting.rules.rules;
    record.rules.sha256 = digest_of(to_json(sitting.rules.rules));
    record.inputs = decided.inputs;
    record.overrides = TRY(overrides_of(acting, sitting.meeting, item));
    record.working = decided.working;

    KeptRecord kept{voted.vote, to_json(record), {}};
    kept.sha256 = digest_of(kept.document);
    TRY(insert_record(acting.transaction, record, kept));
    return kept.sha256;
}

} // namespace governance
