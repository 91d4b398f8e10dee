#include "dispatch/systems.hpp"

#include "dispatch/actions/keep_systems.hpp"
#include "dispatch/domain/errors.hpp"
#include "platform/json/described_members.hpp"

namespace dispatch {

namespace {

Principal at_the_command_line() {
    return the_program("kommandolinjen");
}

Keeping keeping_for(const Office& office, const Principal& by, db::Transaction& transaction,
                    directory::OrganisationId organisation) {
    return {transaction, office, by, organisation, office.services.clock.now()};
}

Result<SystemKind> kind_named(std::string_view word) {
    const auto kind = json::enumerator_of<SystemKind>(word);
    if (!kind) return system_not_found.error();
    return *kind;
}

/// As if it had come over the wire: the same limits, the same faults.
template <class Wanted>
Result<Wanted> read_as(json::Object members) {
    return json::read<Wanted>(json::write(json::Value{std::move(members)}));
}

json::Object account_members(const SystemOrder& order) {
    json::Object members{{"name", order.name}, {"userName", order.user_name}};
    if (order.retention_days) members.push_back({"retentionDays", std::int64_t{*order.retention_days}});
    if (!order.alert_mail.empty()) members.push_back({"alertMail", order.alert_mail});
    if (!order.return_address.empty()) members.push_back({"returnAddress", order.return_address});
    return members;
}

json::Object integration_members(const SystemOrder& order) {
    json::Array accounts;
    for (const auto& account : order.accounts)
        accounts.emplace_back(account);
    return {{"name", order.name}, {"consumerNumber", order.consumer_number}, {"accounts", std::move(accounts)}};
}

json::Object receiver_members(const SystemOrder& order) {
    json::Object members{{"name", order.name}, {"userName", order.user_name}, {"certificate", order.certificate}};
    if (!order.dispatch_type.empty()) members.push_back({"dispatchType", order.dispatch_type});
    if (order.level) members.push_back({"level", std::int64_t{*order.level}});
    if (!order.alert_mail.empty()) members.push_back({"alertMail", order.alert_mail});
    return members;
}

Result<KeptSystem> shown_system(db::Reader& reader, const PostSystem& system) {
    KeptSystem shown;
    shown.kind = json::name_of(system.kind);
    shown.id = system.id;
    if (const auto owner = directory::find_organisation(reader, system.organisation_id)) {
        shown.organisation = owner->name;
    }
    shown.name = system.name;
    shown.user_name = system.kind == SystemKind::integration ? system.id : system.user_name;
    shown.opened_at = system.opened_at;
    shown.closed_at = system.closed_at;
    return shown;
}

Result<PostSystem> system_of_any(db::Reader& reader, SystemKind kind, std::string_view id) {
    auto found = TRY(store::system(reader, kind, id));
    if (!found) return system_not_found.error();
    return *std::move(found);
}

Result<KeptSystem> told_again(const Office& office, SystemKind kind, std::string_view id) {
    const auto reader = TRY(office.services.database.reader());
    return shown_system(*reader, TRY(system_of_any(*reader, kind, id)));
}

/// Opens one of a kind, and tells its secret.
template <class Wanted, class Open>
Result<KeptSystem> open_for(const Office& office, SystemKind kind, std::string_view owner, json::Object members,
                            Open open) {
    auto reader = TRY(office.services.database.reader());
    const auto organisation = TRY(directory::find_organisation_by_key(*reader, owner));
    reader.reset();
    const auto wanted = TRY(read_as<Wanted>(std::move(members)));
    const auto fresh = fresh_secret(office);
    const auto by = at_the_command_line();
    const auto id = TRY(office.services.database.write([&](db::Transaction& transaction) -> Result<std::string> {
        return TRY(open(keeping_for(office, by, transaction, organisation.id), wanted, fresh)).to_string();
    }));
    auto opened = TRY(told_again(office, kind, id));
    opened.secret = fresh.secret;
    return opened;
}

} // namespace

Result<KeptSystem> open_system(const Office& office, const SystemOrder& order) {
    const auto kind = TRY(kind_named(order.kind));
    switch (kind) {
    case SystemKind::account:
        return open_for<NewAccount>(office, kind, order.organisation, account_members(order), open_own_account);
    case SystemKind::integration:
        return open_for<NewIntegration>(office, kind, order.organisation, integration_members(order),
                                        open_own_integration);
    case SystemKind::receiver:
        break;
    }
    return open_for<NewReceiver>(office, kind, order.organisation, receiver_members(order), open_own_receiver);
}

Result<std::vector<KeptSystem>> kept_systems(const Office& office, std::string_view organisation) {
    const auto reader = TRY(office.services.database.reader());
    std::optional<directory::OrganisationId> owner;
    if (!organisation.empty()) owner = TRY(directory::find_organisation_by_key(*reader, organisation)).id;
    std::vector<KeptSystem> all;
    for (const auto& system : owner ? TRY(store::systems_of(*reader, *owner)) : TRY(store::all_systems(*reader))) {
        all.push_back(TRY(shown_system(*reader, system)));
    }
    return all;
}

Result<KeptSystem> renew_secret(const Office& office, std::string_view kind, std::string_view id, int old_counts_h) {
    const auto named = TRY(kind_named(kind));
    const auto fresh = fresh_secret(office);
    const auto by = at_the_command_line();
    TRY(office.services.database.write([&](db::Transaction& transaction) -> Result<void> {
        const auto system = TRY(system_of_any(transaction, named, id));
        return change_secret(keeping_for(office, by, transaction, system.organisation_id), named, id,
                             {std::int64_t{old_counts_h}}, fresh);
    }));
    auto renewed = TRY(told_again(office, named, id));
    renewed.secret = fresh.secret;
    return renewed;
}

Result<KeptSystem> close_system(const Office& office, std::string_view kind, std::string_view id) {
    const auto named = TRY(kind_named(kind));
    const auto by = at_the_command_line();
    TRY(office.services.database.write([&](db::Transaction& transaction) -> Result<void> {
        const auto system = TRY(system_of_any(transaction, named, id));
        return close_system(keeping_for(office, by, transaction, system.organisation_id), named, id);
    }));
    return told_again(office, named, id);
}

} // namespace dispatch
