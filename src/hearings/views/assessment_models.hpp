#pragma once
// What pages and JSON say of assessments.
#include "hearings/domain/assessment.hpp"
#include "platform/ui/named_link.hpp"

namespace hearings {

using ui::NamedLink;

struct LayerView {
    Layer layer = Layer::legal;
    Verdict verdict = Verdict::in_order;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(LayerView, (), (layer, verdict, text))

struct AssessmentView {
    AssessmentId id;
    std::string url;
    NamedLink matter;
    std::string case_number;
    NamedLink assessor, before;
    AssessmentState state = AssessmentState::required;
    Instant required_at;
    std::optional<Instant> settled_at;
    std::string conclusion; ///< Of a withdrawn one the reason.
    std::vector<LayerView> layers;
};
BOOST_DESCRIBE_STRUCT(AssessmentView, (),
                      (id, url, matter, case_number, assessor, before, state, required_at, settled_at, conclusion,
                       layers))

/// What the reader may do with it.
struct AssessmentRights {
    bool may_deliver = false, may_withdraw = false;
};

} // namespace hearings
