#pragma once
// What an organisation's own people decide about where in it post goes, and how they want it.
#include "dispatch/actions/keep_systems.hpp"
#include "dispatch/domain/department.hpp"
#include "dispatch/domain/envelope.hpp"

namespace dispatch {

/// Names a department, renames one, or opens one again. Fails with platform.request_faulty,
/// dispatch.too_many_departments.
Result<void> name_department(const Keeping&, const NewDepartment&);
/// From now on senders cannot name it; what it was sent stays. Fails with dispatch.department_not_found.
Result<void> close_department(const Keeping&, std::string_view key);
/// Fails with platform.request_faulty (dispatch.department_not_found in its place), dispatch.too_many_choices,
/// dispatch.organisation_unnumbered.
Result<void> choose_channel(const Keeping&, const NewChoice&);
/// Fails with dispatch.choice_not_found.
Result<void> drop_choice(const Keeping&, ChoiceId);

/// What is wrong with the department that a sender named: the recipient has no such open one, or is no organisation.
Result<std::vector<Fault>> department_faults(db::Reader&, const Envelope&);

} // namespace dispatch
