#include "governance/stored_file.hpp"
#include "governance/texts.hpp"
#include "governance/views/case_fields.hpp"
#include "governance/views/case_labels.hpp"
#include "governance/views/case_pages.hpp"
#include "governance/views/form_page.hpp"

#include <algorithm>

namespace governance {

static Html kind_field(const http::Call& call, const ui::FormState& state) {
    std::vector<ui::Choice> kinds;
    for (const auto kind : json::enumerator_values<DocumentKind>) {
        kinds.push_back({.value = std::string{json::name_of(kind)}, .label = label(call, kind), .hint = {}});
    }
    auto field = ui::labelled_field(call, "kind", text::document_kind, "vedlegg");
    field.is_required = true;
    return ui::select(call, state, field, kinds);
}

static Html language_field(const http::Call& call, const ui::FormState& state, const CaseView& view) {
    std::vector<ui::Choice> languages;
    for (const auto language : {i18n::Language::nb, i18n::Language::nn, i18n::Language::se, i18n::Language::en}) {
        languages.push_back({.value = std::string{i18n::code(language)}, .label = label(call, language), .hint = {}});
    }
    auto field = ui::labelled_field(call, "language", text::field_language, view.language);
    field.is_required = true;
    return ui::select(call, state, field, languages);
}

Html new_document_page(const http::Call& call, const ui::FormState& state, const CaseView& view) {
    auto title = ui::labelled_field(call, "title", text::field_document_title);
    title.is_required = true;
    auto dated = ui::labelled_field(call, "dated", text::field_dated, to_string(call.today()));
    dated.type = "date";
    dated.width = "sm";
    dated.is_required = true;
    auto file = ui::labelled_field(call, "file", text::field_file);
    file.type = "file";
    file.hint = call.t(text::field_file_hint);
    file.accept = accepted_files;
    file.is_required = true;
    const auto shielding =
        html::fieldset(html::cls("ds-fieldset"), html::legend(call.t(text::shield_from_start)),
                       html::p(html::attribute("data-field", "description"), call.t(text::shield_from_start_hint)),
                       legal_basis_field(call, state, false), until_field(call, state, false));
    return form_page(
        call, state, &view,
        {.title = call.t(text::document_add),
         .lead = call.t(text::document_add_lead),
         .send = call.t(text::document_add),
         .path = view.url + "/documents",
         .version = 0,
         .takes_files = true},
        html::join({kind_field(call, state), ui::field(call, state, title), language_field(call, state, view),
                    ui::field(call, state, dated), ui::field(call, state, file), shielding}));
}

Html removal_page(const http::Call& call, const ui::FormState& state, const CaseView& view,
                  const DocumentView& document) {
    auto reason = ui::labelled_field(call, "reason", text::field_reason);
    reason.is_required = true;
    reason.rows = 3;
    const auto what = html::p(html::strong(document.title.value_or(label(call, document.kind))));
    return form_page(call, state, &view,
                     {.title = call.t(text::document_remove),
                      .lead = call.t(text::document_remove_lead),
                      .send = call.t(text::document_remove),
                      .path = view.url + "/documents/" + document.id.to_string() + "/removal"},
                     html::join({what, ui::field(call, state, reason)}));
}

static Html shields_in_force(const http::Call& call, const CaseView& view) {
    std::vector<std::vector<Html>> rows;
    const auto add = [&](const std::string& what, const ShieldNote& note, ShieldId id) {
        rows.push_back(
            {Html{what}, Html{note.legal_basis}, Html{call.t.date(note.until)},
             ui::post_button(call, call.t(text::shield_lift), view.url + "/shields/" + id.to_string() + "/lifting")});
    };
    for (const auto& note : view.shields) {
        add(label(call, note.field), note.shielded, note.id);
    }
    for (const auto& document : view.documents) {
        if (!document.shielded || !document.shield_id) continue;
        add(document.title.value_or(label(call, document.kind)), *document.shielded, *document.shield_id);
    }
    if (rows.empty()) return html::p(ui::words(call, text::shields_none));
    return ui::table(call.t(text::shields),
                     {{.name = call.t(text::shield_what)},
                      {.name = call.t(text::field_legal_basis)},
                      {.name = call.t(text::field_until)},
                      {.name = call.t(text::shield_lift)}},
                     rows);
}

static Html what_field(const http::Call& call, const ui::FormState& state, const CaseView& view) {
    const auto asked = call.request.query.first("document").value_or("");
    const auto document = std::ranges::find_if(view.documents, [&](const DocumentView& each) {
        return each.id.to_string() == state.value("documentId", asked);
    });
    if (document != view.documents.end()) {
        return html::join({html::input(html::attribute("type", "hidden"), html::attribute("name", "field"),
                                       html::attribute("value", "document")),
                           html::input(html::attribute("type", "hidden"), html::attribute("name", "documentId"),
                                       html::attribute("value", document->id.to_string())),
                           html::p(html::strong(document->title.value_or(label(call, document->kind))))});
    }
    std::vector<ui::Choice> fields;
    for (const auto field : json::enumerator_values<ShieldField>) {
        if (field == ShieldField::document) continue;
        fields.push_back({.value = std::string{json::name_of(field)}, .label = label(call, field), .hint = {}});
    }
    auto field = ui::labelled_field(call, "field", text::shield_what, "title");
    field.is_required = true;
    return ui::select(call, state, field, fields);
}

Html shields_page(const http::Call& call, const ui::FormState& state, const CaseView& view) {
    const auto heading =
        html::h2(html::cls("ds-heading"), html::attribute("data-size", "xs"), call.t(text::shield_new));
    return form_page(call, state, &view,
                     {.title = call.t(text::case_tool_shields),
                      .lead = call.t(text::shields_lead),
                      .send = call.t(text::shield_set),
                      .path = view.url + "/shields"},
                     html::join({heading, what_field(call, state, view), legal_basis_field(call, state, true),
                                 until_field(call, state, true)}),
                     shields_in_force(call, view));
}

} // namespace governance
