#pragma once
// Accounts, receivers and their credentials.
#include "directory/ids.hpp"
#include "dispatch/ids.hpp"
#include "dispatch/store/secret.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dispatch {

/// Who sends: what SvarUt calls a konto.
struct Account {
    AccountId id;
    std::string name;
    directory::OrganisationId organisation_id;
    std::chrono::seconds duplicate_window{86'400}; ///< 0: nothing is taken for a repetition.
    bool is_invented = false;
    Instant opened_at;
    std::chrono::hours read_deadline{40}; ///< Of working days, before an unread letter is printed.
    std::int64_t retention_days = 90;
    std::int64_t requests_per_minute = 0; ///< 0: no limit.
    std::optional<Instant> closed_at{};
    bool uses_digital_mailboxes = false; ///< Its letters to persons may go to a mailbox with a provider.
    bool uses_altinn = false;            ///< Its letters may go to inboxes in Altinn.
    std::string return_address{};        ///< Lines below its name on paper; may be empty.
    bool is_for_replies = false;         ///< Made here, for what recipients answer; no machine sends from it.
};

/// Who fetches by machine: what SvarInn calls a mottakersystem.
struct Receiver {
    ReceiverId id;
    std::string name;
    directory::OrganisationId organisation_id;
    std::string certificate; ///< X.509, PEM.
    bool is_invented = false;
    Instant opened_at;
    std::optional<Instant> closed_at{};
    std::optional<Instant> certificate_withdrawn_at{}; ///< Since then nothing is encrypted to it.
};

/// Which post goes to a receiver; empty department and type and level 0 stand for all of them.
struct ReceiverAddress {
    std::string organisation_number;
    std::string dispatch_type;
    std::int64_t level = 0;
    ReceiverId receiver_id{};
    std::string receiver_name{}; ///< Filled when read.
    std::string department{};    ///< Empty: every one.
};

struct Credential {
    std::string name;
    std::string secret_hash;
    std::optional<AccountId> account_id;
    std::optional<ReceiverId> receiver_id;
    PreviousSecret previous{};
};

namespace store {

Result<void> insert(db::Transaction&, const Account&);
Result<void> insert(db::Transaction&, const Receiver&);
Result<void> insert(db::Transaction&, const ReceiverAddress&);
/// False when the name is taken.
Result<bool> insert(db::Transaction&, const Credential&, Instant now);

Result<std::optional<Account>> account(db::Reader&, AccountId);
/// The account that an organisation's answers, or with none the answers of persons, are sent from.
Result<std::optional<Account>> account_for_replies(db::Reader&, directory::OrganisationId);
Result<std::vector<Account>> accounts_of(db::Reader&, directory::OrganisationId);
Result<std::optional<Receiver>> receiver(db::Reader&, ReceiverId);
Result<std::optional<Credential>> credential(db::Reader&, std::string_view name);
Result<std::vector<ReceiverAddress>> addresses_of(db::Reader&, ReceiverId);
/// Those that fit; what is not given fits all. Ordered by number, type and level.
struct AddressFilter {
    std::optional<std::string> organisation_number, dispatch_type;
    std::optional<std::int64_t> level;
    bool has_departments = false; ///< Those of one department too, which most interfaces cannot address.
};
Result<std::vector<ReceiverAddress>> receiver_addresses(db::Reader&, const AddressFilter&);
/// The types that every sender knows, and those that a receiver here was opened for.
Result<std::vector<std::string>> known_types(db::Reader&);

Result<std::int64_t> count_for_organisation(db::Reader&, directory::OrganisationId);
Result<std::int64_t> move_organisation(db::Transaction&, directory::OrganisationId from, directory::OrganisationId to);

} // namespace store
} // namespace dispatch
