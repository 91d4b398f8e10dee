#pragma once
// What is shown of departments and choices: to those who keep them, and to senders.
#include "dispatch/domain/department.hpp"

namespace dispatch {

struct DepartmentRow {
    std::string key, name;
    std::optional<Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(DepartmentRow, (), (key, name, closed_at))

struct ChoiceRow {
    ChoiceId id;
    std::optional<std::string> department, dispatch_type; ///< Nothing: all.
    ChosenChannel channel = ChosenChannel::mailbox;
};
BOOST_DESCRIBE_STRUCT(ChoiceRow, (), (id, department, dispatch_type, channel))

struct DepartmentsView {
    std::vector<DepartmentRow> departments;
    std::vector<ChoiceRow> choices;
};
BOOST_DESCRIBE_STRUCT(DepartmentsView, (), (departments, choices))

struct DepartmentsQuestion {
    std::string organisation_number;
};
BOOST_DESCRIBE_STRUCT(DepartmentsQuestion, (), (organisation_number))

/// What a sender may write.
struct OpenDepartment {
    std::string key, name;
};
BOOST_DESCRIBE_STRUCT(OpenDepartment, (), (key, name))

struct OpenDepartmentsView {
    std::string organisation_number, organisation;
    std::vector<OpenDepartment> departments;
};
BOOST_DESCRIBE_STRUCT(OpenDepartmentsView, (), (organisation_number, organisation, departments))

} // namespace dispatch
