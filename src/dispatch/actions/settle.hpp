#pragma once
// Changes of a dispatch after it was accepted. Each is one transaction, and asks for the state that it stands on.
#include "dispatch/office.hpp"
#include "dispatch/store/dispatch_store.hpp"

namespace dispatch {

/// What every change here is given.
struct Settling {
    db::Transaction& transaction;
    const Office& office;
    const Principal& principal;
    Instant now;

    /// Sets the status, appends what happened and tells the journal. Fails with dispatch.still_under_way when somebody
    /// else has changed it meanwhile.
    Result<void> move(Dispatch&, Status, const std::vector<Happening>&) const;
    [[nodiscard]] Happening happening(HappeningKind kind, Status status, std::string detail = {}) const {
        return {now, kind, status, std::move(detail)};
    }
};

/// Read in another system, or by a receiver's receipt. What is read or stopped already stays as it is, and what was
/// rejected cannot be read: dispatch.dispatch_not_found.
Result<void> mark_read(const Settling&, Dispatch, HappeningKind, std::string reader);

/// The words of that reader in the history: the system, and when it says that it was read, where that is a while before
/// it tells. What is no plausible time is left out: before the dispatch came here, or after now.
std::string reader_elsewhere(const Settling&, const Dispatch&, std::string_view system,
                             std::chrono::milliseconds read_at);

/// Destroys the key: the content is gone for good, everywhere. Again does nothing.
Result<void> destroy_content(const Settling&, const Dispatch&);

/// Destroys the key of each: the content is gone for good, everywhere. Fails with dispatch.dispatch_not_found when one
/// is not the account's, dispatch.still_under_way when one has not reached its end; then none is touched.
Result<void> destroy_contents(const Settling&, const std::vector<DispatchId>&, AccountId);

} // namespace dispatch
