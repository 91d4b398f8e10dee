#include "governance/actions/case_change.hpp"
#include "governance/domain/errors.hpp"
#include "governance/domain/job_kinds.hpp"
#include "governance/store/case_store.hpp"
#include "governance/store/shield_store.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>

namespace governance {

static BodyId body_at(const CasePath& path) {
    const auto* step = path.current() != nullptr ? path.current() : path.latest_treated();
    return step != nullptr ? step->body : path.steps.front().body;
}

bool may(const Principal& principal, Right right, const Case& matter) {
    return principal.may(right, matter.owner.to_string()) || principal.may(right, body_at(matter.path).to_string()) ||
           (matter.owner_body && principal.may(right, matter.owner_body->to_string()));
}

Result<void> require(const Principal& principal, Right right, const Case& matter) {
    if (may(principal, right, matter)) return {};
    return principal.require(right, matter.owner.to_string());
}

Result<void> require_open_for_changes(const Case& matter) {
    switch (matter.path.state) {
    case CaseState::planned:
    case CaseState::noticed:
    case CaseState::in_preparation:
    case CaseState::treated:
        return {};
    default:
        return case_closed_for_changes.error({{"state", std::string{json::name_of(matter.path.state)}}});
    }
}

Result<Case> CaseChange::read(CaseId id, std::optional<std::int64_t> version) const {
    auto found = TRY(find_case(transaction, id));
    if (!found) return case_not_found.error({{"number", id.to_string()}});
    if (version && *version != found->version) {
        return case_stale.error({{"version", *version}, {"newest", found->version}});
    }
    return *std::move(found);
}

Result<Case> CaseChange::open(CaseId id, Right right, std::optional<std::int64_t> version) const {
    auto found = TRY(read(id, version));
    TRY(require(principal, right, found));
    return found;
}

Result<void> CaseChange::close(Case& changed, std::string_view event_type, journal::Body facts) const {
    TRY(save_case(transaction, changed, now));
    TRY(services.journal.append(transaction, principal, case_event(event_type, changed, std::move(facts)), now));
    return index_case(transaction, changed, today());
}

Result<void> CaseChange::close(Case& changed, std::string_view event_type) const {
    return close(changed, event_type, facts_of(changed));
}

Result<void> CaseChange::keep(CaseId id, const Shield& shield) const {
    TRY(insert_shield(transaction, id, shield, now));
    return jobs::enqueue(transaction, job_open_expired, job_payload(id),
                         at_norwegian_time(shield.until, std::chrono::minutes{1}), now, services.random,
                         id.to_string() + " " + to_string(shield.until));
}

static journal::Subject subject_of(const Concern& concern) {
    if (concern.organisation) return {"organisation", concern.organisation->to_string()};
    return {"sector", std::string{json::name_of(concern.scope)}};
}

std::vector<std::string> sorted_themes(std::vector<std::string> themes) {
    std::ranges::sort(themes);
    themes.erase(std::unique(themes.begin(), themes.end()), themes.end()); // std::ranges::unique stops Clang 14.
    return themes;
}

journal::Body facts_of(const Case& matter) {
    journal::Body facts;
    facts.text("number", matter.number.to_string());
    return facts;
}

journal::Event case_event(std::string_view type, const Case& matter, journal::Body facts) {
    std::vector<journal::Subject> subjects{{"case", matter.id.to_string()}};
    const auto add = [&](journal::Subject subject) {
        const bool is_known = std::ranges::any_of(subjects, [&](const journal::Subject& known) {
            return known.kind == subject.kind && known.id == subject.id;
        });
        if (!is_known) subjects.push_back(std::move(subject));
    };
    for (const auto& step : matter.path.steps) {
        add({"body", step.body.to_string()});
    }
    add({"organisation", matter.owner.to_string()});
    for (const auto& theme : matter.themes) {
        add({"theme", theme});
    }
    for (const auto& concern : matter.concerns) {
        add(subject_of(concern));
    }
    return {.type = type, .subjects = std::move(subjects), .body = std::move(facts)};
}

} // namespace governance
