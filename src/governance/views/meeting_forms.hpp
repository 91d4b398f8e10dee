#pragma once
// What the forms of bodies and meetings are made of.
#include "governance/texts.hpp"
#include "governance/views/case_labels.hpp"
#include "governance/views/form_page.hpp"
#include "governance/views/meeting_labels.hpp"
#include "platform/ui/page.hpp"

namespace governance {

/// Where a form stands and what it does.
struct FormPlace {
    i18n::Message heading;
    i18n::Message lead;
    i18n::Message send;              ///< On the button.
    std::string path;                ///< Where it is posted.
    std::vector<ui::Crumb> crumbs{}; ///< Without the form itself.
    std::string back{};              ///< Where the way out leads.
    std::string facts{};
    std::int64_t version = 0;
};

/// The page of one form. What stands above and below it may have forms of its own.
Html meeting_form_page(const http::Call&, const ui::FormState&, const FormPlace&, const Html& fields,
                       const Html& above = {}, const Html& below = {});

ui::Field required_field(const http::Call&, std::string_view name, const i18n::Message& label, std::string value = {});
/// One box to tick.
Html tick_box(const http::Call&, const ui::FormState&, std::string_view name, const i18n::Message& label,
              bool is_ticked);
/// Date and time of the Norwegian clock, as the field of a form writes it: "2026-03-04T10:00".
std::string as_local_time(Instant);

/// Every word of an enumeration with its label.
template <class E>
std::vector<ui::Choice> words_as_choices(const http::Call& call) {
    std::vector<ui::Choice> choices;
    for (const auto value : json::enumerator_values<E>) {
        choices.push_back({.value = std::string{json::name_of(value)}, .label = label(call, value), .hint = {}});
    }
    return choices;
}

} // namespace governance
