#include "hearings/actions/assess.hpp"

#include "governance/case_holds.hpp"
#include "governance/case_standing.hpp"
#include "governance/lookups.hpp"
#include "hearings/domain/errors.hpp"
#include "hearings/store/assessment_store.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hearings {

static Error faulty(std::vector<Fault> faults) {
    auto error = platform::request_faulty.error();
    error.faults = std::move(faults);
    return error;
}

static Result<void> tell_assessment(const Acting& acting, std::string_view type, const Assessment& assessment,
                                    const governance::CaseStanding& standing) {
    const auto assessor = TRY(governance::body_card(acting.transaction, assessment.assessor, i18n::Language::nb));
    const auto before = TRY(governance::body_card(acting.transaction, assessment.before, i18n::Language::nb));
    journal::Event event;
    event.type = type;
    event.subjects = {{"case", assessment.case_id.to_string()},
                      {"body", assessment.assessor.to_string()},
                      {"body", assessment.before.to_string()}};
    event.body.text("number", standing.number).text("assessor", assessor.name).text("before", before.name);
    TRY(acting.services.journal.append(acting.transaction, acting.principal, event, acting.now));
    return {};
}

static Result<governance::CaseStanding> case_to_require_for(const Acting& acting, governance::CaseId id) {
    auto standing = TRY(governance::case_standing(acting.transaction, id, acting.today()));
    if (!standing.allows(acting.principal, right::require_assessment)) {
        TRY(acting.principal.require(right::require_assessment));
    }
    return standing;
}

static bool is_expert(governance::BodyKind kind) {
    return kind == governance::BodyKind::expert_council || kind == governance::BodyKind::expert_group;
}

Result<AssessmentId> require_assessment(const Acting& acting, governance::CaseId id, const NewRequirement& sent) {
    const auto standing = TRY(case_to_require_for(acting, id));
    if (!standing.is_under_way()) return case_is_over.error({{"number", standing.number}});
    const auto assessor = governance::body_card(acting.transaction, sent.assessor, i18n::Language::nb);
    std::vector<Fault> faults;
    if (!assessor || !is_expert(assessor->kind) || sent.assessor == sent.before)
        faults.push_back(assessor_faulty.at("#/assessor"));
    if (std::ranges::find(standing.bodies, sent.before) == standing.bodies.end())
        faults.push_back(body_not_on_path.at("#/before"));
    if (!faults.empty()) return faulty(std::move(faults));
    for (const auto& known : TRY(assessments_of(acting.transaction, id))) {
        const bool is_same = known.assessor == sent.assessor && known.before == sent.before;
        if (is_same && known.state == AssessmentState::required) {
            return assessment_required_already.error({{"assessor", assessor->name}});
        }
    }
    Assessment fresh;
    fresh.id = AssessmentId::make(acting.now, acting.services.random);
    fresh.case_id = id;
    fresh.assessor = sent.assessor;
    fresh.before = sent.before;
    fresh.required_at = acting.now;
    TRY(insert_assessment(acting.transaction, fresh));
    TRY(governance::hold_case(acting.transaction,
                              {id, sent.before, fresh.hold_name(), "vurdering fra " + assessor->name}, acting.now));
    TRY(tell_assessment(acting, "hearings.assessment_required", fresh, standing));
    return fresh.id;
}

Result<Assessment> load_assessment(db::Reader& reader, std::string_view id) {
    const auto parsed = AssessmentId::parse(id);
    auto found = parsed ? TRY(find_assessment(reader, *parsed)) : std::optional<Assessment>{};
    if (!found) return assessment_not_found.error();
    return *std::move(found);
}

static Result<Assessment> required_one(const Acting& acting, AssessmentId id) {
    auto found = TRY(load_assessment(acting.transaction, id.to_string()));
    if (found.state != AssessmentState::required) {
        return assessment_settled.error({{"state", std::string{json::name_of(found.state)}}});
    }
    return found;
}

static std::vector<Fault> faults_in(const NewAssessment& sent, const std::vector<AssessedLayer>& layers) {
    std::vector<Fault> faults;
    if (sent.conclusion.empty()) faults.push_back(platform::field_missing.at("#/conclusion"));
    if (!missing_layers(layers).empty()) faults.push_back(layers_missing.at("#/layers"));
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (!needs_words(layers[i].verdict) || !layers[i].text.empty()) continue;
        faults.push_back(reservation_unexplained.at(fmt::format("#/layers/{}/text", i)));
    }
    return faults;
}

Result<void> deliver_assessment(const Acting& acting, AssessmentId id, const NewAssessment& sent) {
    auto assessment = TRY(load_assessment(acting.transaction, id.to_string()));
    TRY(acting.principal.require(right::assess, assessment.assessor.to_string()));
    assessment = TRY(required_one(acting, id));
    for (const auto& line : sent.layers)
        assessment.layers.push_back({line.layer, line.verdict, line.text});
    auto faults = faults_in(sent, assessment.layers);
    if (!faults.empty()) return faulty(std::move(faults));
    assessment.state = AssessmentState::delivered;
    assessment.settled_at = acting.now;
    assessment.conclusion = sent.conclusion;
    TRY(settle_assessment(acting.transaction, assessment));
    TRY(governance::release_case(acting.transaction, assessment.case_id, assessment.hold_name()));
    const auto standing = TRY(governance::case_standing(acting.transaction, assessment.case_id, acting.today()));
    return tell_assessment(acting, "hearings.assessment_delivered", assessment, standing);
}

Result<void> withdraw_requirement(const Acting& acting, AssessmentId id, const Withdrawal& sent) {
    auto assessment = TRY(load_assessment(acting.transaction, id.to_string()));
    const auto standing = TRY(case_to_require_for(acting, assessment.case_id));
    assessment = TRY(required_one(acting, id));
    assessment.state = AssessmentState::withdrawn;
    assessment.settled_at = acting.now;
    assessment.conclusion = sent.reason;
    TRY(settle_assessment(acting.transaction, assessment));
    TRY(governance::release_case(acting.transaction, assessment.case_id, assessment.hold_name()));
    return tell_assessment(acting, "hearings.assessment_withdrawn", assessment, standing);
}

} // namespace hearings
