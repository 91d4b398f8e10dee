// Opening an account, an integration, a receiver; and the fields that changing them has too.
#include "dispatch/texts.hpp"
#include "dispatch/views/system_pages.hpp"
#include "platform/ui/form_page.hpp"

#include <fmt/format.h>

namespace dispatch {

static ui::Field count_field(const http::Call& call, std::string_view name, const i18n::Message& label,
                             std::int64_t value) {
    auto field = ui::required_field(call, name, label);
    field.type = "number";
    field.width = "sm";
    field.value = std::to_string(value);
    return field;
}

Html rate_field(const http::Call& call, const ui::FormState& state, const std::optional<std::int64_t>& per_minute) {
    auto field = ui::labelled_field(call, "requestsPerMinute", text::system_rate);
    field.type = "number";
    field.width = "sm";
    field.hint = call.t(text::system_rate_hint);
    if (per_minute) field.value = std::to_string(*per_minute);
    return ui::field(call, state, field);
}

Html alert_mail_field(const http::Call& call, const ui::FormState& state, const std::optional<std::string>& mail) {
    auto field = ui::labelled_field(call, "alertMail", text::system_alert_mail);
    field.hint = call.t(text::system_alert_mail_hint);
    field.type = "email";
    field.autocomplete = "off";
    field.value = mail.value_or("");
    return ui::field(call, state, field);
}

static Html return_address_field(const http::Call& call, const ui::FormState& state, const AccountTerms& terms) {
    auto field = ui::labelled_field(call, "returnAddress", text::system_return_address);
    field.hint = call.t(text::system_return_address_hint);
    field.rows = 3;
    field.width = "md";
    if (terms.return_address) field.value = *terms.return_address;
    return ui::field(call, state, field);
}

/// A choice between the mailbox here alone and another way before it.
static Html way_field(const http::Call& call, const ui::FormState& state, ui::Field field, bool is_on,
                      const i18n::Message& off, const i18n::Message& on) {
    field.value = is_on ? "true" : "false";
    return ui::radios(
        call, state, field,
        {{.value = "false", .label = call.t(off), .hint = {}}, {.value = "true", .label = call.t(on), .hint = {}}});
}

Html terms_fields(const http::Call& call, const ui::FormState& state, const AccountTerms& terms) {
    auto name = ui::required_field(call, "name", text::system_name);
    name.value = terms.name;
    auto deadline = count_field(call, "readDeadlineHours", text::system_read_deadline, terms.read_deadline_hours);
    deadline.hint = call.t(text::system_read_deadline_hint);
    auto retention = count_field(call, "retentionDays", text::system_retention, terms.retention_days);
    retention.hint = call.t(text::system_retention_hint);
    auto window =
        count_field(call, "duplicateWindowHours", text::system_duplicate_window, terms.duplicate_window_hours);
    window.hint = call.t(text::system_duplicate_window_hint);
    auto mailboxes = ui::required_field(call, "usesDigitalMailboxes", text::system_digital);
    mailboxes.hint = call.t(text::system_digital_hint);
    auto altinn = ui::required_field(call, "usesAltinn", text::system_altinn);
    altinn.hint = call.t(text::system_altinn_hint);
    return html::join({ui::field(call, state, name), ui::field(call, state, deadline),
                       ui::field(call, state, retention), ui::field(call, state, window),
                       rate_field(call, state, terms.requests_per_minute),
                       alert_mail_field(call, state, terms.alert_mail), return_address_field(call, state, terms),
                       way_field(call, state, std::move(mailboxes), terms.uses_digital_mailboxes.value_or(false),
                                 text::system_digital_off, text::system_digital_on),
                       way_field(call, state, std::move(altinn), terms.uses_altinn.value_or(false),
                                 text::system_altinn_off, text::system_altinn_on)});
}

Html accounts_field(const http::Call& call, const ui::FormState& state, const std::vector<AccountChoice>& accounts) {
    if (accounts.empty()) return html::p(call.t(text::system_accounts_none));
    std::vector<ui::Choice> choices;
    for (const auto& account : accounts) {
        choices.push_back(
            {.value = account.id.to_string(), .label = account.name, .hint = {}, .is_chosen = account.is_chosen});
    }
    return ui::checkboxes(call, state, ui::labelled_field(call, "accounts", text::system_accounts), choices);
}

Html certificate_field(const http::Call& call, const ui::FormState& state, std::string_view pem) {
    auto field = ui::required_field(call, "certificate", text::system_certificate);
    field.hint = call.t(text::system_certificate_hint);
    field.rows = 8;
    field.value = pem;
    return ui::field(call, state, field);
}

static Html user_name_field(const http::Call& call, const ui::FormState& state) {
    auto field = ui::required_field(call, "userName", text::system_user_name);
    field.hint = call.t(text::system_user_name_hint);
    field.width = "md";
    field.autocomplete = "off";
    return ui::field(call, state, field);
}

static Html opening_page(const http::Call& call, const ui::FormState& state, const i18n::Message& title,
                         const i18n::Message& lead, std::string_view path, const Html& fields) {
    return ui::form_page(call, state,
                         {.title = call.t(title),
                          .lead = call.t(lead),
                          .send = call.t(text::system_open),
                          .path = std::string{path},
                          .crumbs = {{call.t(text::systems), "/post-systems"}},
                          .back = "/post-systems"},
                         fields);
}

Html new_account_page(const http::Call& call, const ui::FormState& state) {
    return opening_page(call, state, text::system_new_account, text::system_new_account_lead, "/post-systems/accounts",
                        html::join({terms_fields(call, state, {}), user_name_field(call, state)}));
}

Html new_integration_page(const http::Call& call, const ui::FormState& state,
                          const std::vector<AccountChoice>& accounts) {
    auto consumer = ui::required_field(call, "consumerNumber", text::system_consumer);
    consumer.hint = call.t(text::system_consumer_hint);
    consumer.width = "md";
    auto words = ui::required_field(call, "statusWords", text::system_status_words);
    words.value = json::name_of(StatusWords::common);
    std::vector<ui::Choice> choices;
    for (const auto each : json::enumerator_values<StatusWords>) {
        const std::string value{json::name_of(each)};
        choices.push_back({.value = value, .label = call.t.by_name(fmt::format("system.words.{}", value)), .hint = {}});
    }
    const auto name = ui::field(call, state, ui::required_field(call, "name", text::system_name));
    return opening_page(call, state, text::system_new_integration, text::system_new_integration_lead,
                        "/post-systems/integrations",
                        html::join({name, ui::field(call, state, consumer), ui::radios(call, state, words, choices),
                                    accounts_field(call, state, accounts)}));
}

Html new_receiver_page(const http::Call& call, const ui::FormState& state) {
    auto type = ui::labelled_field(call, "dispatchType", text::system_dispatch_type);
    type.hint = call.t(text::system_dispatch_type_hint);
    const auto level = ui::select(call, state, ui::labelled_field(call, "level", text::system_level),
                                  {{.value = {}, .label = call.t(text::system_level_all), .hint = {}},
                                   {.value = "3", .label = call.t(text::system_level_3), .hint = {}},
                                   {.value = "4", .label = call.t(text::system_level_4), .hint = {}}});
    auto department = ui::labelled_field(call, "department", text::department);
    department.hint = call.t(text::system_department_hint);
    department.width = "md";
    const auto name = ui::field(call, state, ui::required_field(call, "name", text::system_name));
    return opening_page(call, state, text::system_new_receiver, text::system_new_receiver_lead,
                        "/post-systems/receivers",
                        html::join({name, user_name_field(call, state), ui::field(call, state, type), level,
                                    ui::field(call, state, department), certificate_field(call, state, {}),
                                    alert_mail_field(call, state, {})}));
}

} // namespace dispatch
