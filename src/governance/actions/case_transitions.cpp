#include "governance/actions/case_transitions.hpp"
#include "governance/actions/case_change.hpp"
#include "governance/case_holds.hpp"
#include "governance/domain/errors.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/case_store.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>

namespace governance {

static StepRecord& current_record(Case& matter) {
    const auto* step = matter.path.current();
    ensure(step != nullptr);
    return *std::ranges::find(matter.records, step->id, &StepRecord::step);
}

/// Fails with governance.case_held, naming everything that the body still has to wait for.
static Result<void> require_not_held(db::Reader& reader, CaseId id, BodyId body) {
    std::string missing;
    for (const auto& hold : TRY(holds_of(reader, id))) {
        if (hold.body == body) missing += (missing.empty() ? "" : ", ") + hold.missing;
    }
    if (missing.empty()) return {};
    return case_held.error({{"body", TRY(load_body(reader, body)).name_nb}, {"missing", std::move(missing)}});
}

Result<void> case_put_on_agenda(db::Transaction& transaction, const Services& services, const Principal& principal,
                                CaseId id, const AgendaPlace& place, Instant now) {
    const CaseChange change{transaction, services, principal, now};
    auto matter = TRY(change.read(id));
    TRY(require_not_held(transaction, id, place.body));
    const auto rules = TRY(rules_in_force(transaction, place.body, change.today())).rules;
    matter.path = TRY(put_on_agenda(std::move(matter.path), place.body, rules, place.meeting_day));
    auto& record = current_record(matter);
    record.meeting = place.meeting;
    record.agenda_item = place.item;
    TRY(save_steps(transaction, matter));
    auto facts = facts_of(matter);
    facts.text("body", TRY(load_body(transaction, place.body)).name_nb);
    facts.text("meetingDay", to_string(place.meeting_day));
    return change.close(matter, "governance.case_put_on_agenda", std::move(facts));
}

Result<void> case_taken_off_agenda(db::Transaction& transaction, const Services& services, const Principal& principal,
                                   CaseId id, AgendaItemId item, Instant now) {
    const CaseChange change{transaction, services, principal, now};
    auto matter = TRY(change.read(id));
    matter.path = TRY(take_off_agenda(std::move(matter.path)));
    auto& record = current_record(matter);
    if (record.agenda_item != item) {
        return case_at_other_body.error(
            {{"asked", item.to_string()}, {"current", matter.path.current()->body.to_string()}});
    }
    record.meeting.reset();
    record.agenda_item.reset();
    TRY(save_steps(transaction, matter));
    auto facts = facts_of(matter);
    facts.text("body", TRY(load_body(transaction, matter.path.current()->body)).name_nb);
    return change.close(matter, "governance.case_taken_off_agenda", std::move(facts));
}

/// SHA-256 over the points, each with its number and a line end: what was decided can be held against the journal,
/// while the text itself can still be shielded.
static std::string digest_of(const std::vector<std::string>& points) {
    crypto::Sha256 digest;
    std::uint64_t number = 0;
    for (const auto& point : points) {
        digest.update_number(++number).update(point).update("\n");
    }
    return crypto::to_hex(digest.finish());
}

static void keep_treatment(Case& matter, const Treatment& treatment, StepId step, const CaseChange& change) {
    const auto& treated = *std::ranges::find(matter.path.steps, step, &Step::id);
    if (!matter.first_treated_on) matter.first_treated_on = treated.planned_day;
    auto& record = *std::ranges::find(matter.records, step, &StepRecord::step);
    record.meeting = treatment.meeting;
    record.agenda_item = treatment.item;
    record.vote_summary = treatment.vote_summary;
    record.authority = treatment.authority;
    record.points = treatment.points;
    record.treated_at = change.now;
    add_missing_records(matter);
}

static journal::Body facts_of_treatment(const Case& matter, const Treatment& treatment, const std::string& body_name) {
    auto facts = facts_of(matter);
    facts.text("body", body_name);
    facts.text("outcome", json::name_of(treatment.outcome));
    facts.number("leadTimeDays", *matter.lead_time_days());
    if (!treatment.vote_summary.empty()) facts.text("votes", treatment.vote_summary);
    if (!treatment.authority.empty()) facts.text("bodyAuthority", treatment.authority);
    if (!treatment.points.empty()) facts.text("pointsDigest", digest_of(treatment.points));
    return facts;
}

Result<void> case_treated(db::Transaction& transaction, const Services& services, const Principal& principal, CaseId id,
                          const Treatment& treatment, Instant now) {
    const CaseChange change{transaction, services, principal, now};
    auto matter = TRY(change.read(id));
    TRY(require_not_held(transaction, id, treatment.body));
    const auto rules = TRY(rules_in_force(transaction, treatment.body, change.today())).rules;
    const auto* current = matter.path.current();
    const auto step = current == nullptr ? StepId{} : current->id;
    const Ruling ruling{.body = treatment.body,
                        .outcome = treatment.outcome,
                        .referred_to = treatment.referred_to,
                        .first_new_step = change.make_id<StepId>(),
                        .second_new_step = change.make_id<StepId>()};
    if (treatment.referred_to) TRY(load_body(transaction, *treatment.referred_to));
    matter.path = TRY(treat(std::move(matter.path), ruling, rules));
    keep_treatment(matter, treatment, step, change);
    TRY(save_steps(transaction, matter));
    const auto body = TRY(load_body(transaction, treatment.body));
    return change.close(matter, "governance.case_treated", facts_of_treatment(matter, treatment, body.name_nb));
}

} // namespace governance
