#include "governance/actions/body_checks.hpp"
#include "governance/actions/impartiality.hpp"
#include "governance/actions/sitting.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/appointment_store.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/case_store.hpp"
#include "governance/store/impartiality_store.hpp"

#include <algorithm>

namespace governance {

static Result<std::optional<RoleConflict>> known_conflict(const Acting& acting, BodyId steps_down_in, BodyId member_of,
                                                          std::string_view theme) {
    for (const auto& each : TRY(role_conflicts_in(acting.transaction, steps_down_in))) {
        if (each.member_of == member_of && each.theme == theme) return std::optional{each};
    }
    return std::optional<RoleConflict>{};
}

Result<void> add_role_conflict(const Acting& acting, BodyId steps_down_in, const NewRoleConflict& wanted) {
    TRY(acting.require(right::maintain_bodies, steps_down_in));
    const auto body = TRY(load_body(acting.transaction, steps_down_in));
    const auto other = TRY(load_body(acting.transaction, wanted.member_of));
    if (other.id == body.id) return body_parent_faulty.error();
    if (!wanted.theme.empty()) TRY(check_themes({std::string{wanted.theme}}));
    if (TRY(known_conflict(acting, body.id, other.id, wanted.theme))) return role_conflict_exists.error();
    TRY(insert_role_conflict(acting.transaction, {other.id, body.id, wanted.theme, wanted.basis}, acting.now));
    journal::Body facts;
    facts.text("other", other.name_nb).text("theme", wanted.theme).text("basis", wanted.basis);
    return acting.tell("governance.role_conflict_added", body, std::move(facts), {{"body", other.id.to_string()}});
}

Result<void> remove_role_conflict(const Acting& acting, BodyId steps_down_in, const RoleConflictRemoval& wanted) {
    TRY(acting.require(right::maintain_bodies, steps_down_in));
    const auto body = TRY(load_body(acting.transaction, steps_down_in));
    const auto found = TRY(known_conflict(acting, body.id, wanted.member_of, wanted.theme));
    if (!found) return role_conflict_not_found.error();
    TRY(remove_role_conflict(acting.transaction, *found));
    const auto other = TRY(load_body(acting.transaction, found->member_of));
    journal::Body facts;
    facts.text("other", other.name_nb).text("theme", found->theme).text("basis", found->basis);
    return acting.tell("governance.role_conflict_removed", body, std::move(facts), {{"body", other.id.to_string()}});
}

/// Whether the table speaks of this item: of all matters, or of a theme that its case has.
static Result<bool> concerns(const Acting& acting, const RoleConflict& conflict, const AgendaItem& item) {
    if (conflict.theme.empty()) return true;
    if (!item.case_id) return false;
    const auto matter = TRY(find_case(acting.transaction, *item.case_id));
    return matter && std::ranges::find(matter->themes, conflict.theme) != matter->themes.end();
}

Result<std::vector<AppointmentId>> unraised_conflicts(const Acting& acting, const ItemInSitting& at) {
    std::vector<AppointmentId> found;
    const auto day = at.sitting.meeting.day_held();
    for (const auto& conflict : TRY(role_conflicts_in(acting.transaction, at.sitting.body.id))) {
        if (!TRY(concerns(acting, conflict, at.item))) continue;
        const auto others = TRY(appointments_of_body(acting.transaction, conflict.member_of));
        for (const auto& voter : at.sitting.roll.voters()) {
            const auto person = at.sitting.roll.appointment(voter.who)->person_id;
            const bool sits_there = std::ranges::any_of(others, [&](const Appointment& other) {
                return other.person_id == person && holds_seat(other.role) && other.is_valid_on(day);
            });
            const bool is_raised =
                std::ranges::find(at.impartiality, voter.who, &Impartiality::who) != at.impartiality.end();
            if (sits_there && !is_raised) found.push_back(voter.who);
        }
    }
    return found;
}

Result<void> require_conflicts_raised(const Acting& acting, const ItemInSitting& at) {
    const auto conflicts = TRY(unraised_conflicts(acting, at));
    if (conflicts.empty()) return {};
    return role_conflict_open.error({{"count", std::int64_t{std::ssize(conflicts)}}});
}

} // namespace governance
