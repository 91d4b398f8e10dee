#pragma once
// The page of a form about a case.
#include "governance/views/case_models.hpp"
#include "platform/ui/form_page.hpp"

namespace governance {

/// For a case, or for none yet: the way here and back are filled in. What stands above the form may have forms of its
/// own.
Html form_page(const http::Call&, const ui::FormState&, const CaseView*, ui::FormFrame, const Html& fields,
               const Html& above = {});

} // namespace governance
