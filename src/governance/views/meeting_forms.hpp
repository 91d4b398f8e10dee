#pragma once
// What the forms of bodies and meetings are made of.
#include "governance/texts.hpp"
#include "governance/views/case_labels.hpp"
#include "governance/views/meeting_labels.hpp"
#include "platform/ui/form_page.hpp"

namespace governance {

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
