// Inputs with their label, hint, fault and value in place. There is no way to make one without a label.
#include "platform/texts.hpp"
#include "platform/ui/words.hpp"

namespace ui {

using html::attribute;
using html::attribute_if;
using html::cls;
using html::flag;

namespace {

/// The parts round an input that its attributes point at.
struct Surroundings {
    std::string id;
    Html hint, fault;
    std::string described_by;
    bool is_faulty = false;
};

Surroundings surroundings_of(const http::Call& call, const FormState& state, const Field& field) {
    Surroundings around{.id = field_id(field.name), .hint = {}, .fault = {}, .described_by = {}};
    if (!field.hint.empty()) {
        const std::string hint_id = around.id + "-hint";
        around.hint = html::p(attribute("data-field", "description"), html::id(hint_id), field.hint);
        around.described_by = hint_id;
    }
    if (const Fault* fault = state.fault(field.name)) {
        const std::string fault_id = around.id + "-fault";
        around.fault = html::p(cls("ds-validation-message"), html::id(fault_id), attribute("data-field", "validation"),
                               call.t.detail_of(*fault));
        around.described_by += (around.described_by.empty() ? "" : " ") + fault_id;
        around.is_faulty = true;
    }
    return around;
}

Html optional_mark(const http::Call& call, const Field& field) {
    if (field.is_required) {
        return {};
    }
    return html::join({Html{" "}, html::span(cls("optional"), words(call, platform::text::ui_form_optional))});
}

Html label_of(const http::Call& call, const Field& field, const std::string& id) {
    return html::label(html::id(id + "-label"), attribute("for", id), field.label, optional_mark(call, field));
}

Html counter_of(const http::Call& call, const Field& field) {
    if (field.length_max <= 0) {
        return {};
    }
    const auto& t = call.t;
    return html::p(cls("counter"), attribute("data-island", "counter"), flag("hidden"),
                   attribute("data-length-max", std::to_string(field.length_max)),
                   attribute("data-left", t(platform::text::ui_form_letters_left)),
                   attribute("data-over", t(platform::text::ui_form_letters_over)));
}

std::string frame_classes(const Field& field) {
    return field.width.empty() ? "ds-field" : "ds-field ds-field--" + field.width;
}

/// Hint and fault of a group belong to the group, the choice's own hint to the choice.
Html choice_of(const Field& field, const Choice& choice, const std::string& id, std::string_view type, bool is_chosen,
               bool is_faulty) {
    const std::string hint_id = id + "-hint-of-choice";
    std::optional<Html> hint;
    if (!choice.hint.empty()) {
        hint = html::p(attribute("data-field", "description"), html::id(hint_id), choice.hint);
    }
    return html::div(cls("ds-field"),
                     html::input(cls("ds-input"), attribute("type", type), html::id(id), attribute("name", field.name),
                                 attribute("value", choice.value), flag("checked", is_chosen),
                                 attribute_if(is_faulty, "aria-invalid", "true"),
                                 attribute_if(hint.has_value(), "aria-describedby", hint_id)),
                     html::label(attribute("for", id), choice.label), hint);
}

Html choices(const http::Call& call, const FormState& state, const Field& field, const std::vector<Choice>& all,
             std::string_view type) {
    const Surroundings around = surroundings_of(call, state, field);
    std::vector<std::string_view> sent;
    if (state.values) {
        sent = state.values->all(field.name);
    }
    std::vector<Html> inputs;
    for (std::size_t index = 0; index < all.size(); ++index) {
        const bool was_sent = std::find(sent.begin(), sent.end(), all[index].value) != sent.end();
        const bool is_chosen =
            state.values ? was_sent : all[index].is_chosen || (all[index].value == field.value && !field.value.empty());
        // The first one has the field's own id: the error summary leads there.
        const std::string id = index == 0 ? around.id : around.id + "-" + std::to_string(index + 1);
        inputs.push_back(choice_of(field, all[index], id, type, is_chosen, around.is_faulty));
    }
    return html::fieldset(cls("ds-fieldset"),
                          attribute_if(!around.described_by.empty(), "aria-describedby", around.described_by),
                          html::legend(html::id(around.id + "-label"), field.label, optional_mark(call, field)),
                          around.hint, html::div(cls("choices"), inputs), around.fault);
}

} // namespace

Html field(const http::Call& call, const FormState& state, const Field& field) {
    const Surroundings around = surroundings_of(call, state, field);
    const std::string value = state.value(field.name, field.value);
    const bool takes_several = field.type == "files";
    const std::string_view type = takes_several ? "file" : std::string_view{field.type};
    const bool keeps_value = type != "password" && type != "file";
    const auto described_by = attribute_if(!around.described_by.empty(), "aria-describedby", around.described_by);
    const auto invalid = attribute_if(around.is_faulty, "aria-invalid", "true");
    const auto autocomplete = attribute_if(!field.autocomplete.empty(), "autocomplete", field.autocomplete);
    const Html input =
        field.rows > 0
            ? html::textarea(cls("ds-input"), html::id(around.id), attribute("name", field.name),
                             attribute("rows", std::to_string(field.rows)), flag("required", field.is_required),
                             invalid, described_by, autocomplete, value)
            : html::input(cls("ds-input"), attribute("type", type), html::id(around.id), attribute("name", field.name),
                          attribute_if(keeps_value && !value.empty(), "value", value),
                          flag("required", field.is_required),
                          attribute_if(!field.accept.empty(), "accept", field.accept), flag("multiple", takes_several),
                          invalid, described_by, autocomplete);
    return html::div(cls(frame_classes(field)), label_of(call, field, around.id), around.hint, input, around.fault,
                     counter_of(call, field));
}

Html select(const http::Call& call, const FormState& state, const Field& field, const std::vector<Choice>& all) {
    const Surroundings around = surroundings_of(call, state, field);
    const std::string chosen = state.value(field.name, field.value);
    std::vector<Html> options;
    for (const Choice& choice : all) {
        const bool is_chosen = choice.value == chosen || (!state.values && field.value.empty() && choice.is_chosen);
        options.push_back(html::option(attribute("value", choice.value), flag("selected", is_chosen), choice.label));
    }
    return html::div(
        cls(frame_classes(field)), label_of(call, field, around.id), around.hint,
        html::select(cls("ds-input"), html::id(around.id), attribute("name", field.name),
                     flag("required", field.is_required), attribute_if(around.is_faulty, "aria-invalid", "true"),
                     attribute_if(!around.described_by.empty(), "aria-describedby", around.described_by), options),
        around.fault);
}

Html radios(const http::Call& call, const FormState& state, const Field& field, const std::vector<Choice>& all) {
    return choices(call, state, field, all, "radio");
}

Html checkboxes(const http::Call& call, const FormState& state, const Field& field, const std::vector<Choice>& all) {
    return choices(call, state, field, all, "checkbox");
}

} // namespace ui
