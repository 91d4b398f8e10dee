#include "platform/errors.hpp"
#include "platform/ui/samples.hpp"

namespace ui {

/// A form that has come back with three faults.
static Html faulty_form(const http::Call& call) {
    http::Form values;
    values.add("title", "");
    values.add("summary", "Kommunene bruker over 40 ulike skjema.");
    values.add("themes", "care");
    values.add("way", "board");
    const Error error{.kind = platform::request_faulty.kind,
                      .code = platform::request_faulty.name,
                      .values = {},
                      .faults = {platform::field_missing.at("#/title"), platform::not_a_date.at("#/deadline"),
                                 platform::empty.at("#/points/0")},
                      .retry_after_s = {}};
    const FormState state{&values, &error};
    const Html content = html::join(
        {field(call, state,
               {.name = "title", .label = "Tittel", .hint = "Slik den skal stå i saklisten", .is_required = true}),
         field(call, state, {.name = "deadline", .label = "Frist", .type = "date", .width = "sm"}),
         field(call, state, {.name = "summary", .label = "Sammendrag", .rows = 4, .length_max = 500}),
         field(call, state,
               {.name = "points",
                .label = "Forslag til vedtak",
                .hint = "Ett punkt på hver linje",
                .is_required = true,
                .rows = 3}),
         radios(call, state, {.name = "way", .label = "Hvor skal saken først?", .is_required = true},
                {{"council", "Kommunedirektørutvalget", "Møter fire ganger i året"}, {"board", "Hovedstyret"}}),
         checkboxes(call, state, {.name = "themes", .label = "Tema"},
                    {{"school", "Skole"}, {"care", "Helse og omsorg"}}),
         html::div(html::cls("buttons"), submit("Meld inn saken"), button_link("Avbryt", "#avbryt", "tertiary"))});
    return html::join({error_summary(call, state), ui::form(call, "/cases", content, false, 7)});
}

std::vector<Sample> samples_of_forms(const http::Call& call) {
    const FormState fresh;
    const Html filter =
        filter_form(call, "/cases",
                    html::join({field(call, fresh, {.name = "q", .label = "Ord i tittelen", .type = "search"}),
                                ui::select(call, fresh, {.name = "state", .label = "Status"},
                                           {{"", "Alle"}, {"adopted", "Vedtatt"}}),
                                ui::select(call, fresh, {.name = "region", .label = "Region", .value = "agder"},
                                           {{"", "Hele landet"}, {"agder", "Agder"}})}));
    const Html upload = ui::form(call, "/cases/26-00142/documents",
                                 html::join({field(call, fresh,
                                                   {.name = "file",
                                                    .label = "Dokument",
                                                    .hint = "PDF, ODF eller bilde, opptil 20 MB",
                                                    .type = "file",
                                                    .is_required = true,
                                                    .accept = "application/pdf"}),
                                             html::div(html::cls("buttons"), submit("Legg til"))}),
                                 true);
    return {{"filter_form", filter}, {"form", faulty_form(call)}, {"upload_form", upload}};
}

} // namespace ui
