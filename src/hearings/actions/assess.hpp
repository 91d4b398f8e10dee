#pragma once
// Requiring, delivering and withdrawing assessments. While one is required, the case waits.
#include "hearings/actions/acting.hpp"
#include "hearings/domain/assessment.hpp"

namespace hearings {

struct NewRequirement {
    governance::BodyId assessor; ///< A fagråd or a faggruppe.
    governance::BodyId before;   ///< The body on the case's path that waits for it.
};
BOOST_DESCRIBE_STRUCT(NewRequirement, (), (assessor, before))

/// Holds the case from that body until the assessment comes. Appends hearings.assessment_required.
///
/// Needs hearings.require_assessment for the case. Fails with platform.right_missing, hearings.case_is_over,
/// hearings.assessment_required_already and platform.request_faulty: hearings.assessor_faulty, body_not_on_path.
Result<AssessmentId> require_assessment(const Acting&, governance::CaseId, const NewRequirement&);

struct NewLayer {
    Layer layer = Layer::legal;
    Verdict verdict = Verdict::in_order;
    Prose<10000> text; ///< Needed with a reservation, and when something is not in order.
};
BOOST_DESCRIBE_STRUCT(NewLayer, (), (layer, verdict, text))

struct NewAssessment {
    Prose<20000> conclusion;
    std::vector<NewLayer> layers; ///< Each layer once.
};
BOOST_DESCRIBE_STRUCT(NewAssessment, (), (conclusion, layers))

/// Releases the case. Appends hearings.assessment_delivered.
///
/// Needs hearings.assess for the assessor. Fails with platform.right_missing, hearings.assessment_not_found,
/// hearings.assessment_settled and platform.request_faulty: hearings.layers_missing, reservation_unexplained.
Result<void> deliver_assessment(const Acting&, AssessmentId, const NewAssessment&);

struct Withdrawal {
    Line<500> reason;
};
BOOST_DESCRIBE_STRUCT(Withdrawal, (), (reason))
/// The case no longer waits for it, and everybody sees why. Appends hearings.assessment_withdrawn. Needs
/// hearings.require_assessment for the case. Fails with platform.right_missing, hearings.assessment_not_found,
/// hearings.assessment_settled.
Result<void> withdraw_requirement(const Acting&, AssessmentId, const Withdrawal&);

/// Fails with hearings.assessment_not_found.
Result<Assessment> load_assessment(db::Reader&, std::string_view id);

} // namespace hearings
