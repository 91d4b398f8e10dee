#pragma once
// The front door of dispatch: digital post, taken from senders once, brought to recipients, and proved.
#include "dispatch/door.hpp"
#include "dispatch/office.hpp"
#include "platform/http/authenticator.hpp"
#include "platform/http/router.hpp"
#include "platform/i18n/translator.hpp"
#include "platform/jobs/runner.hpp"

#include <map>
#include <string>

namespace dispatch {

inline constexpr std::string_view vault_key_prefix = "post-key-";
/// The keys of the post in a data folder: "post-key-1" and so on, the newest wraps. Makes the first when there is none.
/// Fails as crypto::load_or_create_master_key does.
Result<Vault> open_vault(const std::string& folder, const crypto::Key& master, Random&);

/// The office must outlive the router.
void add_routes(http::Router&, const Office&);
const i18n::Catalogue& catalogue();
/// The job that looks at what was received.
inline constexpr std::string_view check_job = "dispatch.check";
/// How many are claimed at a time, and what one of them is. Fewer where somebody outside is asked for each.
jobs::RunnerOptions::Together checks_together(const Office&);
/// The job that brings unread letters to paper; comes again by itself.
inline constexpr std::string_view print_job = "dispatch.print";
/// The recurring job that reads receipts from digital mailboxes.
inline constexpr std::string_view mailbox_receipts_job{"dispatch.receipts"};
/// The recurring job that asks Altinn what has become of messages.
inline constexpr std::string_view altinn_job{"dispatch.altinn"};
/// The recurring job that asks whether guardians still are.
inline constexpr std::string_view guardians_job{"dispatch.guardians"};
/// Kinds that are tried more often than others: for days, until whoever is to be told is back.
std::map<std::string, int> job_attempts();
/// Handlers of this module's jobs, by kind.
std::map<std::string, jobs::Handler> job_handlers(const Office&);
/// Whether runs can be brought to the printer now; nothing is brought. Fails as the place does, and succeeds when
/// letters are not printed.
Result<void> try_print_place(const Office&);
/// The recurring job that ends waits and tells of receivers that do not fetch.
inline constexpr std::string_view tend_job{"dispatch.tend"};
/// The recurring job that writes to people whose post needs them.
inline constexpr std::string_view alert_job{"dispatch.alert"};
/// The recurring job that counts senders' letters for their statistics.
inline constexpr std::string_view count_job{"dispatch.count"};
/// The recurring job that wraps the keys of all dispatches under the newest post key.
inline constexpr std::string_view rewrap_job{"dispatch.rewrap"};
/// The recurring job that gives the space of destroyed and abandoned content back.
inline constexpr std::string_view space_job{"dispatch.space"};
/// How much has been given back, in words of a line.
struct Space {
    std::int64_t contents = 0, bytes = 0, waiting = 0;
};
Result<Space> space_given_back(db::Reader&);
/// Tells senders' systems of changes.
journal::Consumer webhook_consumer(const Office&);
/// What refers to organisations here and follows them through mergers and splits.
directory::Referrer referrer();

/// Asks the door first, then the one given.
class Authenticator : public http::Authenticator {
public:
    Authenticator(Door& door, http::Authenticator& next) : door_{door}, next_{next} {}
    Result<Principal> authenticate(const http::Request&) override;

private:
    Door& door_;
    http::Authenticator& next_;
};

} // namespace dispatch
