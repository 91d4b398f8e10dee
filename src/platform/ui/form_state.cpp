// What comes back with a form that had faults.
#include "platform/texts.hpp"
#include "platform/ui/summary_labels.hpp"
#include "platform/ui/words.hpp"

namespace ui {

using html::attribute;
using html::cls;

/// "recipient.orgNumber" and "points[0]" as JSON pointers: "#/recipient/orgNumber", "#/points/0".
static std::string pointer_of(std::string_view field) {
    std::string pointer{"#/"};
    for (const char letter : field) {
        if (letter == '.' || letter == '[') {
            pointer += '/';
        } else if (letter != ']') {
            pointer += letter;
        }
    }
    return pointer;
}

FormState FormState::of(std::string_view path_end) const {
    return path.ends_with(path_end) ? *this : FormState{};
}

std::string FormState::value(std::string_view field, std::string_view otherwise) const {
    if (!values) {
        return std::string{otherwise};
    }
    // A page may have several forms: those that were not sent stand as they were.
    return std::string{values->first(field).value_or(otherwise)};
}

const Fault* FormState::fault(std::string_view field) const {
    if (!error) {
        return nullptr;
    }
    const std::string pointer = pointer_of(field);
    for (const Fault& each : error->faults) {
        // A fault in one item of a list belongs to the field that holds the list.
        const bool is_inside =
            each.pointer.starts_with(pointer) && each.pointer.substr(pointer.size()).starts_with('/');
        if (each.pointer == pointer || is_inside) {
            return &each;
        }
    }
    return nullptr;
}

Html error_summary(const http::Call& call, const FormState& state) {
    if (!state.error) {
        return {};
    }
    const Error& error = *state.error;
    const auto& t = call.t;
    std::vector<Html> entries;
    for (const Fault& fault : error.faults) {
        const std::string id = field_id(fault.pointer.starts_with("#/") ? fault.pointer.substr(2) : fault.pointer);
        entries.push_back(
            html::li(html::a(cls("ds-link"), html::href("#" + id), label_placeholder(id), t.detail_of(fault))));
    }
    const Html heading =
        entries.empty()
            ? Html{t.title_of(error)}
            : words(call, platform::text::ui_form_faults({.count = static_cast<std::int64_t>(entries.size())}));
    const Html content = entries.empty() ? html::p(t.detail_of(error)) : html::ul(cls("ds-list"), entries);
    return html::div(
        cls("ds-error-summary"), html::id("error-summary"), attribute("tabindex", "-1"), html::flag("autofocus"),
        attribute("role", "group"), attribute("aria-labelledby", "error-summary-heading"),
        html::h2(html::id("error-summary-heading"), cls("ds-heading"), attribute("data-size", "xs"), heading), content);
}

} // namespace ui
