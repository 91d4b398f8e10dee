#pragma once
// What organisations send and fetch post with, kept by whoever runs the program.
#include "dispatch/office.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dispatch {

/// An account, an integration or a receiver, in the words of its kind; what is not of its kind is left alone.
struct SystemOrder {
    std::string kind;         ///< "account", "integration" or "receiver"
    std::string organisation; ///< As in an address: a number or a word.
    std::string name;
    std::string user_name;             ///< Of accounts and receivers.
    std::optional<int> retention_days; ///< Of an account.
    std::string return_address;        ///< Of an account, lines below its name on paper; may be empty.
    std::string consumer_number;       ///< Of an integration, and what follows.
    std::vector<std::string> accounts; ///< Their ids.
    std::string certificate;           ///< Of a receiver, in PEM, and what follows.
    std::string dispatch_type;         ///< Empty: every type.
    std::optional<int> level;          ///< Nothing: both.
    std::string alert_mail;            ///< Of accounts and receivers, where their people are written to; may be empty.
};

struct KeptSystem {
    std::string kind, id, organisation, name;
    std::string user_name; ///< What it names itself: an integration its id.
    Instant opened_at;
    std::optional<Instant> closed_at;
    std::optional<std::string> secret; ///< Told once, to whoever had it made.
};

/// All fail with directory.organisation_not_found, dispatch.system_not_found, dispatch.system_closed,
/// platform.request_faulty with every fault; opening besides as an organisation's own people are refused.
Result<KeptSystem> open_system(const Office&, const SystemOrder&);
/// Of one organisation, or of all when none is named: the open ones first.
Result<std::vector<KeptSystem>> kept_systems(const Office&, std::string_view organisation);
/// A new secret; the old one counts for so many hours more.
Result<KeptSystem> renew_secret(const Office&, std::string_view kind, std::string_view id, int old_counts_h);
Result<KeptSystem> close_system(const Office&, std::string_view kind, std::string_view id);

} // namespace dispatch
