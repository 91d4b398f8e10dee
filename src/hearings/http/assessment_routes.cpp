// The addresses of assessments.
#include "hearings/actions/assess.hpp"
#include "hearings/http/handlers.hpp"
#include "hearings/views/assessment_models.hpp"

namespace hearings {

void add_assessment_routes(http::Router& router) {
    const std::vector<http::Format> page{http::Format::html};
    router.get("/cases/{number}/assessments/new", right::require_assessment, show_requirement_form,
               {.operation = "showRequirementForm",
                .summary = "The form for requiring an assessment before a body takes up the case.",
                .formats = page});
    router.post("/cases/{number}/assessments", right::require_assessment, require_assessment_sent,
                {.operation = "requireAssessment",
                 .summary = "Holds the case from a body until an expert body has assessed it.",
                 .body = json::type_of<NewRequirement>(),
                 .status = 201});
    router.get("/assessments/{assessment}", ::right::everybody, show_assessment,
               {.operation = "showAssessment",
                .summary = "One assessment with its checklist, or that it is awaited.",
                .answer = json::type_of<AssessmentView>(),
                .is_cached = true});
    router.get("/assessments/{assessment}/delivery", right::assess, show_delivery_form,
               {.operation = "showDeliveryForm", .summary = "The checklist to fill in.", .formats = page});
    router.post("/assessments/{assessment}/delivery", right::assess, deliver_assessment_sent,
                {.operation = "deliverAssessment",
                 .summary = "Delivers the checklist and releases the case.",
                 .body = json::type_of<NewAssessment>(),
                 .status = 204});
    router.post("/assessments/{assessment}/withdrawal", right::require_assessment, withdraw_requirement_sent,
                {.operation = "withdrawRequirement",
                 .summary = "Withdraws the requirement, with the reason, and releases the case.",
                 .body = json::type_of<Withdrawal>(),
                 .status = 204});
}

} // namespace hearings
