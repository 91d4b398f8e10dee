#include "directory/views/people_page.hpp"

#include "directory/texts.hpp"
#include "directory/views/labels.hpp"
#include "platform/ui/components.hpp"

namespace directory {

Html roles_section(const http::Call& call, const std::vector<RoleView>& roles, bool may_end) {
    if (roles.empty()) return {};
    std::vector<ui::Column> columns{{.name = call.t(text::column_person)},
                                    {.name = call.t(text::column_role)},
                                    {.name = call.t(text::column_period), .hides_on_phone = true}};
    if (may_end) columns.push_back({.name = call.t(text::column_action)});
    std::vector<std::vector<Html>> rows;
    for (const auto& role : roles) {
        rows.push_back({ui::link(role.person_name, call.url("/people/" + role.person.to_string())), role.name,
                        period_words(call, role.valid_from, role.valid_to)});
        if (may_end) {
            rows.back().push_back(ui::post_button(call, call.t(text::role_end),
                                                  call.url("/roles/" + role.id.to_string() + "/end"), "tertiary"));
        }
    }
    return ui::section(call.t(text::people_heading), "people", ui::table(call.t(text::people_heading), columns, rows));
}

Html person_page(const http::Call& call, const PersonView& view) {
    std::vector<std::vector<Html>> rows;
    for (const auto& role : view.roles) {
        rows.push_back(
            {role.name, link_to(call, role.organisation), period_words(call, role.valid_from, role.valid_to)});
    }
    const auto content = rows.empty() ? html::p(call.t(text::person_without_roles))
                                      : ui::table(call.t(text::roles_heading),
                                                  {{.name = call.t(text::column_role)},
                                                   {.name = call.t(text::column_organisation)},
                                                   {.name = call.t(text::column_period)}},
                                                  rows);
    return ui::page(call, {.title = view.name,
                           .crumbs = {{call.t(text::organisations), call.url("/organisations")}, {view.name}},
                           .hero = ui::hero({.title = view.name}),
                           .content = ui::section(call.t(text::roles_heading), "roles", content),
                           .alternates = alternates(call, "/people/" + view.id.to_string(), {http::Format::json})});
}

} // namespace directory
