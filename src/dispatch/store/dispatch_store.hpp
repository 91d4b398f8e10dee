#pragma once
// Dispatches as they are kept: what may be searched in clear or as keyed hashes, all else sealed.
#include "dispatch/domain/status.hpp"
#include "dispatch/ids.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dispatch {

struct Dispatch {
    DispatchId id;
    AccountId account_id;
    Status status = Status::received;
    Instant status_at, received_at;
    Channel channel = Channel::undecided;
    std::optional<ReceiverId> receiver_id;
    std::string dispatch_type;
    std::int64_t level = 3;
    bool is_digital_only = false;
    std::string external_reference;
    std::string sending_system; ///< The sender's own, as it says; empty when not given.
    std::string department{};   ///< Of the organisation that it goes to; empty when not given.
    db::Bytes duplicate_digest, content_digest;
    std::optional<db::Bytes> envelope, wrapped_key; ///< Nothing once the content is destroyed.
    db::Bytes manifest;
    std::int64_t received_event = 0; ///< Its sequence in the journal.
    std::int64_t version = 1;
};

enum class RecipientKind : std::uint8_t { person, organisation, address };
BOOST_DESCRIBE_ENUM(RecipientKind, person, organisation, address)

struct Recipient {
    RecipientKind kind = RecipientKind::address;
    std::optional<db::Bytes> identity_hash;
    std::optional<std::string> organisation_number;
};

struct StoredDocument {
    std::string blob;
    std::int64_t file_number = 0;
    std::int64_t bytes = 0;                 ///< Of the content as sent.
    std::optional<db::Bytes> wrapped_key{}; ///< Of a file with a key of its own, sealed under the dispatch's.
};

struct Happening {
    Instant at;
    HappeningKind kind = HappeningKind::received;
    Status status = Status::received;
    std::string detail; ///< A number, a receiver's words, a reason; by kind.
};

namespace store {

Result<void> insert(db::Transaction&, const Dispatch&, const std::vector<Recipient>&,
                    const std::vector<StoredDocument>&);
Result<std::optional<Dispatch>> find(db::Reader&, DispatchId);
/// Several at once; unknown ones are left out.
Result<std::map<DispatchId, Dispatch>> find(db::Reader&, const std::vector<DispatchId>&);
/// Fails with dispatch.dispatch_not_found, also for one of another account.
Result<Dispatch> of_account(db::Reader&, DispatchId, AccountId);
/// The same, several at once; those of other accounts and unknown ones are left out.
Result<std::vector<Dispatch>> of_account(db::Reader&, const std::vector<DispatchId>&, AccountId);
/// Of which accounts they are, each once.
Result<std::vector<AccountId>> accounts_behind(db::Reader&, const std::vector<DispatchId>&);
/// Those of an account whose status changed behind a place in the order of changes, the oldest change first.
struct ChangePlace {
    Instant at{};
    std::string id{}; ///< Of the last one at that very time; empty before the first.
};
Result<std::vector<Dispatch>> changed_behind(db::Reader&, AccountId, const ChangePlace&, int limit);
/// Newest first.
Result<std::vector<DispatchId>> with_reference(db::Reader&, AccountId, std::string_view external_reference);
/// Those that wait for the receiver, the oldest first.
Result<std::vector<Dispatch>> waiting_for(db::Reader&, ReceiverId, int limit);
/// Whether the same sender sent the same title to the same recipient between then and now, and it was not rejected.
Result<bool> is_repeated(db::Reader&, const db::Bytes& duplicate_digest, Instant since, Instant now);

/// Status, channel and receiver, when nobody else has changed them meanwhile: then gives false.
Result<bool> save(db::Transaction&, Dispatch&);
/// Takes away envelope and key.
Result<void> destroy_content(db::Transaction&, DispatchId);
Result<void> rewrap(db::Transaction&, DispatchId, const db::Bytes& wrapped_key);

Result<std::vector<StoredDocument>> documents(db::Reader&, DispatchId);
Result<std::vector<Recipient>> recipients(db::Reader&, DispatchId);
/// Notes that the receiver has fetched it. False when that is noted already, or it is not for this receiver any more.
Result<bool> add_first_fetch(db::Transaction&, DispatchId, ReceiverId, std::string_view receiver_name, Instant);

/// Appends after what has happened so far.
Result<void> add(db::Transaction&, DispatchId, const std::vector<Happening>&);
Result<std::vector<Happening>> history(db::Reader&, DispatchId);

} // namespace store
} // namespace dispatch
