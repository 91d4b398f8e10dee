#pragma once
#include "dispatch/views/department_models.hpp"
#include "platform/html/html.hpp"
#include "platform/http/call.hpp"
#include "platform/ui/components.hpp"

namespace dispatch {

Html departments_page(const http::Call&, const ui::FormState&, const DepartmentsView&);

} // namespace dispatch
