#include "directory/views/maintain_pages.hpp"

#include "directory/texts.hpp"
#include "directory/views/form_parts.hpp"
#include "directory/views/labels.hpp"

#include <fmt/format.h>

namespace directory {

static std::string name_in(const Organisation& organisation, std::string_view language) {
    const auto found = organisation.names.find(language);
    return found == organisation.names.end() ? std::string{} : found->second;
}

Html register_page(const http::Call& call, const ui::FormState& state) {
    const Fields fields{call, state};
    std::vector<ui::Choice> kinds;
    for (const auto kind : {OrganisationKind::supplier, OrganisationKind::network, OrganisationKind::state_body,
                            OrganisationKind::association, OrganisationKind::company}) {
        kinds.push_back({.value = std::string{json::name_of(kind)}, .label = kind_name(call, kind)});
    }
    const auto content = html::join(
        {fields.text("name", text::field_name, "", true), fields.choice("kind", text::filter_kind, "supplier", kinds),
         fields.text("organisationNumber", text::fact_organisation_number, "", false,
                     call.t(text::field_organisation_number_hint), "md"),
         fields.text("homepage", text::fact_homepage, "", false, call.t(text::field_homepage_hint)),
         fields.text("basis", text::fact_basis, "", false, call.t(text::field_basis_hint)),
         ui::submit(call.t(text::organisation_register))});
    return form_page(call, state, nullptr, call.t(text::organisation_register),
                     call.t(text::organisation_register_lead), ui::form(call, call.url("/organisations"), content));
}

Html change_page(const http::Call& call, const ui::FormState& state, const Organisation& organisation) {
    const Fields fields{call, state};
    const bool has_number =
        organisation.kind == OrganisationKind::municipality || organisation.kind == OrganisationKind::county;
    Html number;
    if (has_number) {
        const bool is_municipality = organisation.kind == OrganisationKind::municipality;
        number = fields.text("number", is_municipality ? text::fact_municipality_number : text::fact_county_number,
                             organisation.number, true, call.t(text::field_number_hint), "sm");
    }
    const auto content = html::join(
        {fields.text("name", text::field_name, name_in(organisation, "no"), true),
         fields.text("nameNn", text::field_name_nn, name_in(organisation, "nn")),
         fields.text("nameSe", text::field_name_se, name_in(organisation, "se")),
         fields.text("nameEn", text::field_name_en, name_in(organisation, "en")), number,
         fields.text("organisationNumber", text::fact_organisation_number, organisation.organisation_number, false,
                     call.t(text::field_organisation_number_hint), "md"),
         fields.text("homepage", text::fact_homepage, organisation.homepage, false, call.t(text::field_homepage_hint)),
         fields.day("from", text::field_from, to_string(call.today()), true, call.t(text::field_from_hint)),
         ui::submit(call.t(text::form_save))});
    const auto path = call.url("/organisations/" + organisation.slug + "/change");
    return form_page(call, state, &organisation, call.t(text::organisation_change),
                     call.t(text::organisation_change_lead),
                     ui::form(call, path, content, false, organisation.version));
}

Html members_page(const http::Call& call, const ui::FormState& state, const Organisation& network,
                  const std::vector<OrganisationRow>& members) {
    const Fields fields{call, state};
    const auto base = "/organisations/" + network.slug + "/members";
    const auto content =
        html::join({fields.text("member", text::field_member, "", true, call.t(text::field_member_hint)),
                    fields.day("from", text::field_from, to_string(call.today())),
                    fields.text("basis", text::fact_basis, "", false, call.t(text::field_basis_hint)),
                    ui::submit(call.t(text::member_add))});
    std::vector<std::vector<Html>> rows;
    for (const auto& member : members) {
        rows.push_back({ui::link(member.name, call.url(member.url)), member.number,
                        ui::post_button(call, call.t(text::member_remove),
                                        call.url(base + "/" + member.id.to_string() + "/end"), "tertiary")});
    }
    const auto table = ui::table(call.t(text::members_heading),
                                 {{.name = call.t(text::column_name)},
                                  {.name = call.t(text::column_number)},
                                  {.name = call.t(text::column_action)}},
                                 rows);
    return form_page(call, state, &network, call.t(text::network_members_change), "",
                     html::join({ui::form(call, call.url(base), content),
                                 ui::section(call.t(text::members_heading), "members", table)}));
}

Html role_page(const http::Call& call, const ui::FormState& state, const Organisation& organisation) {
    const Fields fields{call, state};
    const auto content =
        html::join({fields.text("role", text::column_role, "", true, call.t(text::field_role_hint)),
                    fields.text("personName", text::field_person_name, "", false, call.t(text::field_person_name_hint)),
                    fields.text("identityNumber", text::field_identity_number, "", false,
                                call.t(text::field_identity_number_hint), "md"),
                    fields.text("personId", text::field_person_id, "", false, call.t(text::field_person_id_hint)),
                    fields.day("from", text::field_from, to_string(call.today())),
                    fields.day("to", text::field_to, "", false, call.t(text::field_to_hint)),
                    ui::submit(call.t(text::role_give))});
    const auto path = call.url("/organisations/" + organisation.slug + "/roles");
    return form_page(call, state, &organisation, call.t(text::role_give), "", ui::form(call, path, content));
}

} // namespace directory
