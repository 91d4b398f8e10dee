#pragma once
// Groups of fields that several forms of cases share.
#include "governance/views/case_forms.hpp"

namespace governance {

/// Language, title, summary, background, themes, points, handler, strategic; with what stands in the case, if there is
/// one.
Html text_fields(const http::Call&, const ui::FormState&, const CaseView*, const FormChoices&);
/// A row for each body still to come, and some empty ones.
Html step_fields(const http::Call&, const ui::FormState&, const std::vector<StepView>& coming, const FormChoices&);
Html concern_fields(const http::Call&, const ui::FormState&, const std::vector<ConcernView>&);
Html legal_basis_field(const http::Call&, const ui::FormState&, bool is_required);
Html until_field(const http::Call&, const ui::FormState&, bool is_required);

} // namespace governance
