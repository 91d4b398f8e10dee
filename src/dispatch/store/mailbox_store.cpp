#include "dispatch/store/mailbox_store.hpp"

#include "dispatch/domain/errors.hpp"
#include "platform/json/described_members.hpp"

#include <fmt/format.h>
#include <limits>

namespace dispatch::store {

/// What a mailbox shows: not what is on its way to another system or was refused.
static constexpr std::string_view in_mailbox =
    "d.wrapped_key IS NOT NULL AND d.status <> 'handled_manually' AND (d.channel = 'mailbox' OR (r.position > 0 AND "
    "d.status NOT IN ('received', 'rejected', 'failed_in_reception')))";

bool lies_in_mailbox(const Dispatch& dispatch, std::int64_t position) {
    using enum Status;
    const auto status = dispatch.status;
    if (!dispatch.wrapped_key || status == handled_manually) return false;
    const bool is_refused = status == received || status == rejected || status == failed_in_reception;
    return dispatch.channel == Channel::mailbox || (position > 0 && !is_refused);
}

/// Who has opened a letter first: a colleague, or somebody else as a guardian or by virtue of a delegation.
static std::string_view first_opening(const Mailbox& mailbox) {
    return mailbox.is_shared() ? "SELECT f.person_id FROM dispatch_opening f WHERE f.dispatch_id = r.dispatch_id AND "
                                 "f.position = r.position ORDER BY f.opened_at, f.person_id LIMIT 1"
                               : "SELECT a.person_id FROM (SELECT m.receiver_id AS person_id, f.opened_at "
                                 "FROM dispatch_delegation_opening f JOIN dispatch_delegation m "
                                 "ON m.id = f.delegation_id "
                                 "WHERE f.dispatch_id = r.dispatch_id AND f.position = r.position "
                                 "UNION ALL SELECT g.guardian_id AS person_id, f.opened_at "
                                 "FROM dispatch_guardian_opening f JOIN dispatch_guardianship g "
                                 "ON g.id = f.guardianship_id "
                                 "WHERE f.dispatch_id = r.dispatch_id AND f.position = r.position) a "
                                 "ORDER BY a.opened_at, a.person_id LIMIT 1";
}

/// What a delegation or a guardianship ($2) does not let one see is not there. Appends what it asks with to the
/// arguments.
static std::string limits_of(const Acting& acting, db::Arguments& arguments) {
    arguments.emplace_back(acting.from);
    auto limits = fmt::format(" AND r.received_at >= ${}", arguments.size());
    if (!acting.shows_high) limits += " AND d.level < 4";
    if (acting.is_limited) {
        limits += " AND EXISTS (SELECT 1 FROM dispatch_account a JOIN dispatch_delegation_sender s ON "
                  "s.organisation_id = a.organisation_id WHERE a.id = d.account_id AND s.delegation_id = $2)";
    }
    return limits;
}

/// Where the openings of the one who reads ($2) stand.
static std::string_view own_openings(const Mailbox& mailbox) {
    if (!mailbox.acting) return "dispatch_opening o ON o.person_id";
    return mailbox.acting->ground == ActingGround::delegation ? "dispatch_delegation_opening o ON o.delegation_id"
                                                              : "dispatch_guardian_opening o ON o.guardianship_id";
}

/// Letters of a mailbox for one reader, or by virtue of one delegation or guardianship ($2); more: what else is asked,
/// from $3 on. CROSS JOIN is what SQLite does not turn round: the recipient's letters are found first.
static Result<std::vector<Letter>> letters_in(db::Reader& reader, const Mailbox& mailbox, directory::PersonId reading,
                                              std::string_view more, const db::Arguments& arguments) {
    db::Arguments all{mailbox.is_shared() ? db::Argument{mailbox.organisation_number}
                                          : db::Argument{*mailbox.identity_hash},
                      mailbox.acting ? db::Argument{mailbox.acting->id} : db::Argument{reading}};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const auto limits = mailbox.acting ? limits_of(*mailbox.acting, all) : std::string{};
    const auto sql = fmt::format(
        "SELECT r.dispatch_id, r.position, r.opened_at, r.archived_at, o.opened_at, ({}) FROM dispatch_recipient r "
        "CROSS JOIN dispatch_dispatch d LEFT JOIN {} = $2 AND o.dispatch_id = r.dispatch_id AND "
        "o.position = r.position WHERE d.id = r.dispatch_id AND r.{} = $1 AND {}{} AND {}",
        first_opening(mailbox), own_openings(mailbox), mailbox.is_shared() ? "organisation_number" : "identity_hash",
        in_mailbox, limits, more);
    std::vector<Letter> found;
    std::vector<DispatchId> ids;
    for (const auto& row : TRY(reader.query(sql, all))) {
        ids.push_back(row.id<DispatchId>(0));
        auto& letter = found.emplace_back();
        letter.position = row.number(1);
        letter.opened_at = row.maybe_instant(2);
        letter.archived_at = row.maybe_instant(3);
        letter.own_opened_at = mailbox.is_shared() || mailbox.acting ? row.maybe_instant(4) : letter.opened_at;
        if (!row.is_null(5)) letter.first_reader = row.id<directory::PersonId>(5);
    }
    auto dispatches = TRY(find(reader, ids));
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto dispatch = dispatches.find(ids[i]);
        ensure(dispatch != dispatches.end());
        found[i].dispatch = dispatch->second;
    }
    return found;
}

Result<std::vector<Letter>> letters_of(db::Reader& reader, const Mailbox& mailbox, directory::PersonId reading,
                                       const LetterFilter& filter) {
    const auto place = filter.behind.value_or(
        LetterFilter::Place{Instant{std::chrono::microseconds{std::numeric_limits<std::int64_t>::max()}}, {}});
    return letters_in(
        reader, mailbox, reading,
        fmt::format(
            "(r.received_at < $3 OR (r.received_at = $3 AND r.dispatch_id < $4)) AND "
            "r.archived_at IS {} AND ($5 = '' OR (r.position = 0 AND d.department = $5)) ORDER BY r.received_at DESC, "
            "r.dispatch_id DESC LIMIT {}",
            filter.is_archived ? "NOT NULL" : "NULL", filter.limit),
        {place.received_at, place.id, filter.department});
}

Result<Letter> letter_of(db::Reader& reader, const Mailbox& mailbox, directory::PersonId reading, DispatchId id) {
    auto found = TRY(letters_in(reader, mailbox, reading, "r.dispatch_id = $3 ORDER BY r.position LIMIT 1", {id}));
    if (found.empty()) return dispatch_not_found.error();
    return std::move(found.front());
}

Result<std::vector<directory::OrganisationId>> senders_to(db::Reader& reader, const Mailbox& mailbox) {
    ensure(mailbox.identity_hash.has_value());
    const auto sql = fmt::format("SELECT DISTINCT a.organisation_id FROM dispatch_recipient r "
                                 "CROSS JOIN dispatch_dispatch d JOIN dispatch_account a ON a.id = d.account_id "
                                 "WHERE d.id = r.dispatch_id AND r.identity_hash = $1 AND {} "
                                 "ORDER BY a.organisation_id LIMIT 50",
                                 in_mailbox);
    std::vector<directory::OrganisationId> found;
    for (const auto& row : TRY(reader.query(sql, {*mailbox.identity_hash}))) {
        found.push_back(row.id<directory::OrganisationId>(0));
    }
    return found;
}

Result<bool> set_opened(db::Transaction& transaction, DispatchId id, std::int64_t position, Instant now) {
    const auto rows = TRY(transaction.execute("UPDATE dispatch_recipient SET opened_at = $3 WHERE dispatch_id = $1 AND "
                                              "position = $2 AND opened_at IS NULL",
                                              {id, position, now}));
    return rows == 1;
}

Result<bool> add_opening(db::Transaction& transaction, DispatchId id, std::int64_t position, const Opening& opening) {
    const auto rows = TRY(transaction.execute("INSERT INTO dispatch_opening (dispatch_id, position, person_id, "
                                              "opened_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
                                              {id, position, opening.person_id, opening.at}));
    return rows == 1;
}

Result<std::vector<Opening>> openings(db::Reader& reader, DispatchId id, std::int64_t position) {
    std::vector<Opening> found;
    for (const auto& row : TRY(reader.query("SELECT person_id, opened_at FROM dispatch_opening WHERE dispatch_id = $1 "
                                            "AND position = $2 ORDER BY opened_at, person_id",
                                            {id, position}))) {
        found.push_back({row.id<directory::PersonId>(0), row.instant(1)});
    }
    return found;
}

Result<bool> set_archived(db::Transaction& transaction, DispatchId id, std::int64_t position,
                          std::optional<Instant> at) {
    const auto rows = TRY(transaction.execute(
        fmt::format("UPDATE dispatch_recipient SET archived_at = $3 WHERE dispatch_id = $1 AND position = $2 AND "
                    "archived_at IS {}",
                    at ? "NULL" : "NOT NULL"),
        {id, position, at}));
    return rows == 1;
}

Result<bool> is_opened_by_anybody(db::Reader& reader, DispatchId id) {
    const auto row = TRY(reader.find(
        "SELECT 1 FROM dispatch_recipient r WHERE r.dispatch_id = $1 AND (r.opened_at IS NOT NULL OR EXISTS (SELECT 1 "
        "FROM dispatch_delegation_opening o WHERE o.dispatch_id = r.dispatch_id AND o.position = r.position)) LIMIT 1",
        {id}));
    return row.has_value();
}

} // namespace dispatch::store
