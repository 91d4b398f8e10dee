#pragma once
// The page of one form, and the fields that most forms have.
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

namespace ui {

/// Where a form stands and what it does. Paths may be with or without the language's prefix.
struct FormFrame {
    std::string title;
    std::string lead{};
    std::string send{};          ///< On the button.
    std::string path{};          ///< Where it is posted.
    std::vector<Crumb> crumbs{}; ///< The way here, without the page itself.
    std::string back{};          ///< Where one goes without sending.
    std::string back_words{};    ///< Of that way out; "Cancel" when empty.
    std::string facts{};
    std::int64_t version = 0; ///< Of what is changed.
    bool takes_files = false;
};

/// The button that sends, and the way out.
Html form_buttons(const http::Call&, std::string_view send, std::string_view back, std::string_view back_words = {});

/// What stands above and below the form may have forms of its own.
Html form_page(const http::Call&, const FormState&, const FormFrame&, const Html& fields, const Html& above = {},
               const Html& below = {});

/// A field with what most fields have; the rest is set by the caller.
Field labelled_field(const http::Call&, std::string_view name, const i18n::Message& label, std::string value = {});
Field required_field(const http::Call&, std::string_view name, const i18n::Message& label, std::string value = {});
/// A day that must be given.
Field date_field(const http::Call&, std::string_view name, const i18n::Message& label, std::string value = {});
/// Whether what is written is bokmål or nynorsk: the field "language".
Html written_form_field(const http::Call&, const FormState&);

} // namespace ui
