#pragma once
// The pages of assessments.
#include "hearings/views/assessment_models.hpp"
#include "platform/ui/components.hpp"

namespace hearings {

Html assessment_page(const http::Call&, const ui::FormState&, const AssessmentView&, const AssessmentRights&);
Html delivery_page(const http::Call&, const ui::FormState&, const AssessmentView&);
struct RequirementChoices {
    NamedLink matter;
    std::string case_number;
    std::vector<ui::Choice> assessors, bodies;
};
Html requirement_page(const http::Call&, const ui::FormState&, const RequirementChoices&);
Html assessment_card(const http::Call&, const AssessmentView&);

} // namespace hearings
