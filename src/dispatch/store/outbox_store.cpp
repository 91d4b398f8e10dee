#include "dispatch/store/outbox_store.hpp"

#include "dispatch/domain/errors.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace dispatch::store {

using OutboxPlace = OutboxFilter::Place;

/// The question for one account, whose index is in the order of the answer: no more is read than is shown, however much
/// the account has sent. A recipient has an index in the same order.
static std::pair<std::string, db::Arguments> outbox_question(AccountId account, const OutboxFilter& filter) {
    const bool is_by_recipient = filter.identity_hash || !filter.organisation_number.empty();
    const std::string_view at = is_by_recipient ? "r.received_at" : "d.received_at";
    // Of what is asked for by name there is little, and it is found by that: the account's own index must not tempt.
    const bool is_by_name = !filter.reference.empty() || filter.mailing;
    // A recipient's letters are few and an account's are many: CROSS JOIN is what SQLite does not turn round, whatever
    // its statistics say.
    std::string sql = fmt::format("SELECT {}, d.id FROM {}dispatch_dispatch d WHERE {}d.account_id{} = $1", at,
                                  is_by_recipient ? "dispatch_recipient r CROSS JOIN " : "",
                                  is_by_recipient ? "d.id = r.dispatch_id AND " : "", is_by_name ? " || ''" : "");
    db::Arguments arguments{account};
    const auto add = [&](std::string_view condition, db::Argument value) {
        arguments.push_back(std::move(value));
        sql += " AND ";
        sql += fmt::format(fmt::runtime(condition), fmt::arg("at", at), fmt::arg("n", arguments.size()));
    };
    if (filter.identity_hash) add("r.position = 0 AND r.identity_hash = ${n}", *filter.identity_hash);
    if (!filter.organisation_number.empty())
        add("r.position = 0 AND r.organisation_number = ${n}", filter.organisation_number);
    if (!filter.sending_system.empty()) add("d.sending_system = ${n}", filter.sending_system);
    if (filter.status) add("d.status = ${n}", json::name_of(*filter.status));
    if (filter.from) add("{at} >= ${n}", *filter.from);
    if (filter.until) add("{at} < ${n}", *filter.until);
    if (!filter.reference.empty())
        add("d.id IN (SELECT id FROM dispatch_dispatch WHERE id = ${n} UNION ALL "
            "SELECT id FROM dispatch_dispatch WHERE account_id = $1 AND external_reference = ${n})",
            filter.reference);
    if (filter.mailing)
        add("d.id IN (SELECT dispatch_id FROM dispatch_mailing_letter WHERE mailing_id = ${n})", *filter.mailing);
    if (filter.behind) {
        add("{at} <= ${n}", filter.behind->received_at);
        add("({at} < ${n}", filter.behind->received_at);
        arguments.emplace_back(filter.behind->id);
        sql += fmt::format(" OR d.id < ${})", arguments.size());
    }
    sql += fmt::format(" ORDER BY {}{} DESC, d.id DESC LIMIT {}", at, is_by_name ? " + 0" : "", filter.limit);
    return {std::move(sql), std::move(arguments)};
}

Result<std::vector<Dispatch>> sent_from(db::Reader& reader, const std::vector<AccountId>& accounts,
                                        const OutboxFilter& filter) {
    std::vector<OutboxPlace> places;
    for (const auto& account : accounts) {
        const auto [sql, arguments] = outbox_question(account, filter);
        for (const auto& row : TRY(reader.query(sql, arguments)))
            places.push_back({row.instant(0), row.id<DispatchId>(1)});
    }
    std::ranges::sort(places, [](const OutboxPlace& one, const OutboxPlace& other) {
        return std::tie(one.received_at, one.id) > std::tie(other.received_at, other.id);
    });
    if (places.size() > filter.limit) places.resize(filter.limit);
    std::vector<DispatchId> ids;
    for (const auto& place : places)
        ids.push_back(place.id);
    auto found = TRY(find(reader, ids));
    std::vector<Dispatch> sent;
    for (const auto& id : ids) {
        const auto dispatch = found.find(id);
        ensure(dispatch != found.end());
        sent.push_back(std::move(dispatch->second));
    }
    return sent;
}

Result<Dispatch> sent_by(db::Reader& reader, directory::OrganisationId organisation, DispatchId id) {
    const auto row = TRY(reader.find("SELECT 1 FROM dispatch_dispatch d JOIN dispatch_account a ON a.id = d.account_id "
                                     "WHERE a.organisation_id = $1 AND d.id = $2",
                                     {organisation, id}));
    if (!row) return dispatch_not_found.error();
    auto found = TRY(find(reader, id));
    return *std::move(found);
}

} // namespace dispatch::store
