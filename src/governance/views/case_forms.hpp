#pragma once
// The forms of cases, each a small page of its own.
#include "governance/views/case_models.hpp"
#include "platform/ui/components.hpp"

namespace governance {

/// What selections offer, each with the value that is sent.
struct FormChoices {
    std::vector<ui::Choice> bodies, people;
    std::string owner; ///< Whom the one who plans acts for, as it stands in an address.
};

Html plan_case_page(const http::Call&, const ui::FormState&, const FormChoices&);
Html texts_page(const http::Call&, const ui::FormState&, const CaseView&, const FormChoices&);
Html path_page(const http::Call&, const ui::FormState&, const CaseView&, const FormChoices&);
Html concerns_page(const http::Call&, const ui::FormState&, const CaseView&);
Html notice_page(const http::Call&, const ui::FormState&, const CaseView&);
Html follow_up_page(const http::Call&, const ui::FormState&, const CaseView&);
Html withdrawal_page(const http::Call&, const ui::FormState&, const CaseView&);
Html new_document_page(const http::Call&, const ui::FormState&, const CaseView&);
Html removal_page(const http::Call&, const ui::FormState&, const CaseView&, const DocumentView&);
/// All shields of the case, and a form for a new one; for the document that the query names, else for a field.
Html shields_page(const http::Call&, const ui::FormState&, const CaseView&);

} // namespace governance
