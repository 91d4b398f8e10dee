#pragma once
// The frame of a form's page.
#include "governance/views/case_models.hpp"
#include "platform/ui/components.hpp"

namespace governance {

struct FormFrame {
    i18n::Message heading;
    i18n::Message lead;
    i18n::Message send; ///< On the button.
    std::string path;   ///< Where it is posted.
    std::int64_t version = 0;
    bool takes_files = false;
};

/// For a case, or for none yet. What stands above the form may have forms of its own.
Html form_page(const http::Call&, const ui::FormState&, const CaseView*, const FormFrame&, const Html& fields,
               const Html& above = {});

/// A field with what most fields have; the rest is set by the caller.
ui::Field field_named(const http::Call&, std::string_view name, const i18n::Message& label, std::string value = {});

} // namespace governance
