// What an organisation sends and fetches post with, shown to those who keep it.
#include "dispatch/http/post_systems.hpp"

#include "dispatch/domain/errors.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/alert_store.hpp"
#include "dispatch/views/system_pages.hpp"
#include "platform/crypto/certificate.hpp"
#include "platform/http/represent.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace dispatch {

std::string path_of(SystemKind kind, std::string_view id) {
    return fmt::format("/post-systems/{}s/{}", json::name_of(kind), id);
}

Result<directory::OrganisationId> kept_organisation(const Principal& principal) {
    TRY(principal.require(right::keep_systems, principal.organisation_id));
    const auto id = directory::OrganisationId::parse(principal.organisation_id);
    if (!id) return system_not_found.error();
    return *id;
}

static void fill_system(PostSystemRow& row, const PostSystem& system) {
    row.kind = system.kind;
    row.id = system.id;
    row.url = path_of(system.kind, system.id);
    row.name = system.name;
    row.user_name = system.kind == SystemKind::integration ? system.id : system.user_name;
    row.opened_at = system.opened_at;
    row.closed_at = system.closed_at;
}

Result<std::vector<AccountChoice>> account_choices(db::Reader& reader, directory::OrganisationId organisation,
                                                   const std::vector<AccountId>& chosen) {
    std::vector<AccountChoice> choices;
    for (const auto& account : TRY(store::accounts_of(reader, organisation))) {
        if (account.closed_at || account.is_for_replies) continue;
        choices.push_back({account.id, account.name, std::ranges::find(chosen, account.id) != chosen.end()});
    }
    return choices;
}

static Result<void> fill_account(PostSystemView& view, db::Reader& reader, AccountId id) {
    const auto account = TRY(store::account(reader, id));
    if (!account) return system_not_found.error();
    AccountTerms terms;
    terms.name = Line<100>{account->name};
    terms.read_deadline_hours = account->read_deadline.count();
    terms.retention_days = account->retention_days;
    terms.duplicate_window_hours = account->duplicate_window.count() / 3600;
    terms.uses_digital_mailboxes = account->uses_digital_mailboxes;
    terms.uses_altinn = account->uses_altinn;
    if (account->requests_per_minute > 0) terms.requests_per_minute = account->requests_per_minute;
    if (!account->return_address.empty()) terms.return_address = Prose<300>{account->return_address};
    if (view.alert_mail) terms.alert_mail = Line<254>{*view.alert_mail};
    view.terms = std::move(terms);
    return {};
}

static Result<void> fill_integration(PostSystemView& view, db::Reader& reader, IntegrationId id,
                                     directory::OrganisationId organisation) {
    const auto integration = TRY(store::integration(reader, id));
    if (!integration) return system_not_found.error();
    view.consumer_number = integration->consumer_number;
    view.status_words = integration->status_words;
    if (integration->requests_per_minute > 0) view.requests_per_minute = integration->requests_per_minute;
    view.accounts = TRY(account_choices(reader, organisation, integration->accounts));
    return {};
}

static Result<void> fill_receiver(PostSystemView& view, db::Reader& reader, ReceiverId id) {
    const auto receiver = TRY(store::receiver(reader, id));
    if (!receiver) return system_not_found.error();
    view.certificate = receiver->certificate;
    view.certificate_withdrawn_at = receiver->certificate_withdrawn_at;
    if (const auto end = crypto::end_of_certificate(receiver->certificate)) view.certificate_ends_at = *end;
    for (const auto& address : TRY(store::addresses_of(reader, id))) {
        view.addresses.push_back(
            {address.organisation_number, address.dispatch_type, address.level, address.department});
    }
    return {};
}

static Result<void> fill_alerts(PostSystemView& view, db::Reader& reader) {
    const auto to = TRY(store::alert_mail(reader, view.id));
    if (!to) return {};
    view.alert_mail = to->mail;
    view.alert_mailed_at = to->mailed_at;
    view.alert_refused_at = to->refused_at;
    return {};
}

Result<PostSystemView> read_system(const Office& office, const http::Call& call, db::Reader& reader, SystemKind kind) {
    const auto organisation = TRY(kept_organisation(call.principal));
    const auto id = call.request.path_value("system");
    const auto found = TRY(store::system(reader, organisation, kind, id));
    if (!found) return system_not_found.error();
    PostSystemView view;
    fill_system(view, *found);
    if (found->previous_until && *found->previous_until > call.now) view.old_secret_until = found->previous_until;
    TRY(fill_alerts(view, reader));
    view.sends_mail = office.send_mail != nullptr;
    switch (kind) {
    case SystemKind::account:
        TRY(fill_account(view, reader, TRY(AccountId::parse(found->id))));
        break;
    case SystemKind::integration:
        TRY(fill_integration(view, reader, TRY(IntegrationId::parse(found->id)), organisation));
        break;
    case SystemKind::receiver:
        TRY(fill_receiver(view, reader, TRY(ReceiverId::parse(found->id))));
        break;
    }
    return view;
}

Result<PostSystemsView> read_systems(const Office& office, const http::Call& call, db::Reader& reader) {
    const auto organisation = TRY(kept_organisation(call.principal));
    PostSystemsView view;
    view.sends_mail = office.send_mail != nullptr;
    for (const auto& system : TRY(store::systems_of(reader, organisation))) {
        fill_system(view.systems.emplace_back(), system);
    }
    if (const auto to = TRY(store::alert_mail(reader, organisation.to_string()))) {
        view.mailbox_alert_mail = to->mail;
        view.mailbox_alert_refused_at = to->refused_at;
    }
    return view;
}

Result<http::Response> list_post_systems(const Office& office, const http::Query& query) {
    const auto view = TRY(read_systems(office, query, query.reader));
    return http::represent<PostSystemsView>(
        query, view, {.html = [&](const PostSystemsView& shown) { return post_systems_page(query, {}, shown); }});
}

Result<http::Response> show_post_system(const Office& office, const http::Query& query, SystemKind kind) {
    return http::represent<PostSystemView>(
        query, TRY(read_system(office, query, query.reader, kind)),
        {.html = [&](const PostSystemView& shown) { return post_system_page(query, {}, shown); }});
}

Result<Html> opening_form(const http::Query& query, const ui::FormState& state, SystemKind kind) {
    const auto organisation = TRY(kept_organisation(query.principal));
    switch (kind) {
    case SystemKind::account:
        return new_account_page(query, state);
    case SystemKind::integration:
        return new_integration_page(query, state, TRY(account_choices(query.reader, organisation, {})));
    case SystemKind::receiver:
        break;
    }
    return new_receiver_page(query, state);
}

} // namespace dispatch
