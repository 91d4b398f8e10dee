#include "dispatch/views/department_pages.hpp"

#include "dispatch/texts.hpp"
#include "platform/ui/form_page.hpp"
#include "platform/ui/page.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace dispatch {

static Html departments_table(const http::Call& call, const DepartmentsView& view) {
    const auto& t = call.t;
    if (view.departments.empty()) return html::p(t(text::departments_none));
    std::vector<std::vector<Html>> rows;
    for (const auto& row : view.departments) {
        const auto end = row.closed_at ? Html{t(text::department_closed({.at = t.date_time(*row.closed_at)}))}
                                       : ui::post_button(call, t(text::department_close),
                                                         fmt::format("/post-systems/departments/{}/closing", row.key));
        rows.push_back({html::join({Html{row.name + " "}, html::code(row.key)}), end});
    }
    return ui::table(t(text::departments), {{.name = t(text::department)}, {.name = t(text::fact_status)}}, rows);
}

static Html department_form(const http::Call& call, const ui::FormState& state) {
    auto name = ui::required_field(call, "name", text::system_name);
    name.width = "md";
    auto key = ui::required_field(call, "key", text::department_key);
    key.hint = call.t(text::department_key_hint);
    key.width = "md";
    key.autocomplete = "off";
    return ui::form(call, "/post-systems/departments",
                    html::join({ui::field(call, state, name), ui::field(call, state, key),
                                ui::submit(call.t(text::department_save), "secondary")}));
}

static std::string channel_label(const http::Call& call, ChosenChannel channel) {
    return call.t.by_name(fmt::format("choice.channel.{}", json::name_of(channel)));
}

static std::string department_label(const http::Call& call, const DepartmentsView& view,
                                    const std::optional<std::string>& key) {
    if (!key) return std::string{call.t(text::choice_all_departments)};
    const auto found = std::ranges::find(view.departments, *key, &DepartmentRow::key);
    return found == view.departments.end() ? *key : found->name;
}

static Html choices_table(const http::Call& call, const DepartmentsView& view) {
    const auto& t = call.t;
    if (view.choices.empty()) return html::p(t(text::choices_none));
    std::vector<std::vector<Html>> rows;
    for (const auto& row : view.choices) {
        const auto type = row.dispatch_type ? *row.dispatch_type : std::string{t(text::system_type_all)};
        rows.push_back({Html{fmt::format("{} · {}", department_label(call, view, row.department), type)},
                        Html{channel_label(call, row.channel)},
                        ui::post_button(call, t(text::choice_remove),
                                        fmt::format("/post-systems/choices/{}/removal", row.id.to_string()))});
    }
    return ui::table(
        t(text::choices),
        {{.name = t(text::choice_post)}, {.name = t(text::choice_channel)}, {.name = t(text::choice_remove)}}, rows);
}

static Html choice_form(const http::Call& call, const ui::FormState& state, const DepartmentsView& view) {
    const auto& t = call.t;
    std::vector<ui::Choice> departments{{.value = {}, .label = t(text::choice_all_departments), .hint = {}}};
    for (const auto& row : view.departments) {
        if (!row.closed_at) departments.push_back({.value = row.key, .label = row.name, .hint = {}});
    }
    auto type = ui::labelled_field(call, "dispatchType", text::system_dispatch_type);
    type.hint = t(text::system_dispatch_type_hint);
    type.width = "md";
    std::vector<ui::Choice> channels;
    for (const auto channel : json::enumerator_values<ChosenChannel>) {
        channels.push_back(
            {.value = std::string{json::name_of(channel)}, .label = channel_label(call, channel), .hint = {}});
    }
    return ui::form(
        call, "/post-systems/choices",
        html::join({ui::select(call, state, ui::labelled_field(call, "department", text::department), departments),
                    ui::field(call, state, type),
                    ui::radios(call, state, ui::required_field(call, "channel", text::choice_channel), channels),
                    ui::submit(t(text::choice_save), "secondary")}));
}

Html departments_page(const http::Call& call, const ui::FormState& state, const DepartmentsView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::departments_title);
    page.crumbs = {{t(text::systems), call.url("/post-systems")}, {page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::departments_lead);
    page.hero = ui::hero(hero);
    page.content = html::join(
        {ui::error_summary(call, state),
         ui::section(t(text::departments), "departments",
                     html::join({departments_table(call, view), department_form(call, state.of("/departments"))})),
         ui::section(t(text::choices), "choices",
                     html::join({html::p(t(text::choices_text)), choices_table(call, view),
                                 choice_form(call, state.of("/choices"), view)})),
         ui::formats_card(call, {{"JSON", "/post-systems/departments.json"}})});
    page.alternates = {{http::Format::json, "/post-systems/departments.json"}};
    page.has_errors = state.error != nullptr;
    return ui::page(call, page);
}

} // namespace dispatch
