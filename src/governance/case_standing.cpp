#include "governance/case_standing.hpp"

#include "governance/store/body_store.hpp"
#include "governance/store/case_file_store.hpp"

#include <algorithm>

namespace governance {

bool CaseStanding::allows(const Principal& principal, Right right) const {
    return principal.may(right, owner.to_string()) || (owner_body && principal.may(right, owner_body->to_string())) ||
           (body && principal.may(right, body->to_string()));
}

static std::vector<OpenDocument> open_documents(const CaseFile& file, Date today) {
    std::vector<OpenDocument> open;
    for (const auto& document : file.documents) {
        if (document.state != DocumentState::available || file.shield_of(document.id, today) != nullptr) continue;
        open.push_back({document.id, document.title, file.matter.url() + "/documents/" + document.id.to_string()});
    }
    return open;
}

static void fill_path(CaseStanding& standing, const Case& matter) {
    for (const auto& step : matter.path.steps) {
        if (std::ranges::find(standing.bodies, step.body) == standing.bodies.end())
            standing.bodies.push_back(step.body);
    }
    const auto* treated = matter.path.latest_treated();
    if (const auto* current = matter.path.current()) {
        standing.body = current->body;
    } else if (treated != nullptr) {
        standing.body = treated->body;
    }
    const bool is_decided = matter.path.state == CaseState::final || matter.path.state == CaseState::followed_up;
    if (is_decided && treated != nullptr) standing.decided_at = matter.record_of(treated->id).treated_at;
}

Result<CaseStanding> case_standing(db::Reader& reader, CaseId id, Date today) {
    const auto file = TRY(read_case_file(reader, id));
    const auto& matter = file.matter;
    CaseStanding standing;
    standing.id = matter.id;
    standing.number = matter.number.to_string();
    standing.path = matter.url();
    standing.owner = matter.owner;
    standing.owner_body = matter.owner_body;
    standing.state = matter.path.state;
    standing.is_strategic = matter.path.is_strategic;
    standing.is_invented = matter.is_invented;
    standing.planned_at = matter.planned_at;
    standing.first_treated_on = matter.first_treated_on;
    standing.documents = open_documents(file, today);
    fill_path(standing, matter);
    if (standing.body) {
        standing.hearing_days_min = TRY(rules_in_force(reader, *standing.body, today)).rules.hearing_days_min;
    }
    return standing;
}

} // namespace governance
