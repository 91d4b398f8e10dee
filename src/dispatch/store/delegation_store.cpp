#include "dispatch/store/delegation_store.hpp"

#include <fmt/format.h>

namespace dispatch::store {

static constexpr std::string_view delegation_columns =
    "SELECT id, giver_id, giver_hash, receiver_hash, receiver_name, receiver_id, valid_from, valid_to, is_limited, "
    "may_answer, counts_as_read, covers_high, given_at, accepted_at, ended_at FROM dispatch_delegation WHERE ";

static Delegation delegation_in(const db::Row& row) {
    Delegation found;
    found.id = row.id<DelegationId>(0);
    found.giver_id = row.id<directory::PersonId>(1);
    found.giver_hash = row.bytes(2);
    found.receiver_hash = row.bytes(3);
    found.receiver_name = row.bytes(4);
    if (!row.is_null(5)) found.receiver_id = row.id<directory::PersonId>(5);
    found.valid_from = row.date(6);
    found.valid_to = row.date(7);
    found.is_limited = row.flag(8);
    found.may_answer = row.flag(9);
    found.counts_as_read = row.flag(10);
    found.covers_high = row.flag(11);
    found.given_at = row.instant(12);
    found.accepted_at = row.maybe_instant(13);
    found.ended_at = row.maybe_instant(14);
    return found;
}

static Result<std::vector<Delegation>> delegations_where(db::Reader& reader, std::string_view condition, int limit,
                                                         const db::Arguments& arguments) {
    const auto sql = fmt::format("{}{} ORDER BY given_at DESC, id DESC LIMIT {}", delegation_columns, condition, limit);
    std::vector<Delegation> found;
    for (const auto& row : TRY(reader.query(sql, arguments))) {
        found.push_back(delegation_in(row));
    }
    return found;
}

Result<void> insert(db::Transaction& transaction, const Delegation& fresh,
                    const std::vector<directory::OrganisationId>& senders) {
    TRY(transaction.enqueue("INSERT INTO dispatch_delegation (id, giver_id, giver_hash, receiver_hash, receiver_name, "
                            "valid_from, valid_to, is_limited, may_answer, counts_as_read, covers_high, given_at) "
                            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                            {fresh.id, fresh.giver_id, fresh.giver_hash, fresh.receiver_hash, fresh.receiver_name,
                             fresh.valid_from, fresh.valid_to, fresh.is_limited, fresh.may_answer, fresh.counts_as_read,
                             fresh.covers_high, fresh.given_at}));
    for (const auto& sender : senders) {
        TRY(transaction.enqueue(
            "INSERT INTO dispatch_delegation_sender (delegation_id, organisation_id) VALUES ($1, $2) "
            "ON CONFLICT DO NOTHING",
            {fresh.id, sender}));
    }
    return {};
}

Result<std::optional<Delegation>> delegation(db::Reader& reader, DelegationId id) {
    const auto found = TRY(delegations_where(reader, "id = $1", 1, {id}));
    return found.empty() ? std::optional<Delegation>{} : std::optional{found.front()};
}

Result<std::vector<Delegation>> delegations_given(db::Reader& reader, directory::PersonId giver, int limit) {
    return delegations_where(reader, "giver_id = $1", limit, {giver});
}

Result<std::vector<Delegation>> delegations_received(db::Reader& reader, const db::Bytes& receiver_hash, Date today,
                                                     int limit) {
    return delegations_where(reader, "receiver_hash = $1 AND ended_at IS NULL AND valid_to >= $2", limit,
                             {receiver_hash, today});
}

Result<std::int64_t> count_open_delegations(db::Reader& reader, directory::PersonId giver, Date today) {
    const auto row =
        TRY(reader.find("SELECT COUNT(*) FROM dispatch_delegation WHERE giver_id = $1 AND ended_at IS NULL "
                        "AND valid_to >= $2",
                        {giver, today}));
    return row->number(0);
}

Result<std::vector<directory::OrganisationId>> senders_of(db::Reader& reader, DelegationId id) {
    std::vector<directory::OrganisationId> found;
    for (const auto& row :
         TRY(reader.query("SELECT organisation_id FROM dispatch_delegation_sender WHERE delegation_id = $1 "
                          "ORDER BY organisation_id",
                          {id}))) {
        found.push_back(row.id<directory::OrganisationId>(0));
    }
    return found;
}

Result<bool> accept(db::Transaction& transaction, DelegationId id, directory::PersonId receiver, Instant now) {
    const auto rows = TRY(transaction.execute("UPDATE dispatch_delegation SET receiver_id = $2, accepted_at = $3 WHERE "
                                              "id = $1 AND accepted_at IS NULL AND ended_at IS NULL",
                                              {id, receiver, now}));
    return rows == 1;
}

Result<bool> end_delegation(db::Transaction& transaction, DelegationId id, Instant now) {
    const auto rows = TRY(transaction.execute(
        "UPDATE dispatch_delegation SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL", {id, now}));
    return rows == 1;
}

Result<bool> add_delegation_opening(db::Transaction& transaction, DelegationId id, DispatchId letter,
                                    std::int64_t position, Instant now) {
    const auto rows = TRY(transaction.execute("INSERT INTO dispatch_delegation_opening (delegation_id, dispatch_id, "
                                              "position, opened_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
                                              {id, letter, position, now}));
    return rows == 1;
}

static Result<std::vector<DelegationOpening>> openings_where(db::Reader& reader, std::string_view condition,
                                                             const db::Arguments& arguments) {
    const auto sql =
        fmt::format("SELECT o.dispatch_id, o.position, m.receiver_id, o.opened_at FROM dispatch_delegation m "
                    "JOIN dispatch_delegation_opening o ON o.delegation_id = m.id WHERE {}",
                    condition);
    std::vector<DelegationOpening> found;
    for (const auto& row : TRY(reader.query(sql, arguments))) {
        found.push_back({row.id<DispatchId>(0), row.number(1), row.id<directory::PersonId>(2), row.instant(3)});
    }
    return found;
}

Result<std::vector<DelegationOpening>> delegation_openings(db::Reader& reader, DispatchId id, std::int64_t position) {
    return openings_where(reader, "o.dispatch_id = $1 AND o.position = $2 ORDER BY o.opened_at, o.delegation_id",
                          {id, position});
}

Result<std::vector<DelegationOpening>> delegation_openings(db::Reader& reader, directory::PersonId giver, int limit) {
    return openings_where(
        reader, fmt::format("m.giver_id = $1 ORDER BY o.opened_at DESC, o.dispatch_id DESC LIMIT {}", limit), {giver});
}

} // namespace dispatch::store
