#include "dispatch/views/system_words.hpp"

#include "dispatch/texts.hpp"
#include "platform/ui/form_page.hpp"
#include "platform/ui/page.hpp"

#include <fmt/format.h>

namespace dispatch {

/// Where those are written to who read what comes to the organisation itself.
static Html mailbox_section(const http::Call& call, const ui::FormState& state, const PostSystemsView& view) {
    const auto& t = call.t;
    auto field = ui::labelled_field(call, "alertMail", text::system_mailbox_mail);
    field.hint = t(text::system_mailbox_mail_hint);
    field.type = "email";
    field.autocomplete = "off";
    field.value = view.mailbox_alert_mail.value_or("");
    const auto refused = view.mailbox_alert_refused_at
                             ? refused_alert(call, *view.mailbox_alert_mail, *view.mailbox_alert_refused_at)
                             : Html{};
    return ui::section(t(text::system_mailbox), "mailbox",
                       html::join({silence_alert(call, view.sends_mail), refused,
                                   ui::form(call, "/post-systems/mailbox",
                                            html::join({ui::field(call, state, field),
                                                        ui::submit(t(text::system_save), "secondary")}))}));
}

Html post_systems_page(const http::Call& call, const ui::FormState& state, const PostSystemsView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::systems);
    page.crumbs = {{t(text::outbox), call.url("/outbox")}, {page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::systems_lead);
    page.hero = ui::hero(hero);
    std::vector<std::vector<Html>> rows;
    for (const auto& row : view.systems) {
        // Beside the name, what it is would push the status off a phone.
        const auto kind = html::span(html::cls("meta"), system_kind_label(call, row.kind));
        rows.push_back({html::join({ui::link(row.name, call.url(row.url)), html::br(), kind}),
                        html::code(row.user_name), system_state(call, row), Html{t.date_time(row.opened_at)}});
    }
    const auto table = ui::table(page.title,
                                 {{.name = t(text::system_name)},
                                  {.name = t(text::system_user_name), .hides_on_phone = true},
                                  {.name = t(text::fact_status)},
                                  {.name = t(text::system_opened), .hides_on_phone = true}},
                                 rows);
    const auto openings =
        html::div(html::cls("buttons"),
                  ui::button_link(t(text::system_new_account), call.url("/post-systems/accounts/new"), "secondary",
                                  ui::Icon::plus),
                  ui::button_link(t(text::system_new_integration), call.url("/post-systems/integrations/new"),
                                  "secondary", ui::Icon::plus),
                  ui::button_link(t(text::system_new_receiver), call.url("/post-systems/receivers/new"), "secondary",
                                  ui::Icon::plus),
                  ui::button_link(t(text::departments_title), call.url("/post-systems/departments"), "secondary"));
    page.content =
        html::join({ui::error_summary(call, state),
                    rows.empty() ? ui::empty_state(t(text::systems_none), t(text::systems_none_text)) : table, openings,
                    mailbox_section(call, state, view), ui::formats_card(call, {{"JSON", "/post-systems.json"}})});
    page.alternates = {{http::Format::json, "/post-systems.json"}};
    page.has_errors = state.error != nullptr;
    return ui::page(call, page);
}

} // namespace dispatch
