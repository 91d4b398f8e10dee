#pragma once
// What the accounts of an organisation have sent.
#include "directory/ids.hpp"
#include "dispatch/store/dispatch_store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dispatch {

/// What is looked for; what is not set, any dispatch has.
struct OutboxFilter {
    struct Place {
        Instant received_at;
        DispatchId id;
    };
    std::optional<Status> status{};
    std::string reference{};                  ///< Our id, or the sender's own.
    std::string sending_system{};             ///< As the sender says.
    std::optional<db::Bytes> identity_hash{}; ///< Of the person it was addressed to.
    std::string organisation_number{};        ///< Of the organisation it was addressed to.
    std::optional<MailingId> mailing{};       ///< What was sent in one request.
    std::optional<Instant> from{}, until{};   ///< When it was received; until is not included.
    std::optional<Place> behind{};            ///< Only what is older.
    std::size_t limit = 50;
};

namespace store {

/// The newest first.
Result<std::vector<Dispatch>> sent_from(db::Reader&, const std::vector<AccountId>&, const OutboxFilter&);
/// Fails with dispatch.dispatch_not_found, also for one of another organisation.
Result<Dispatch> sent_by(db::Reader&, directory::OrganisationId, DispatchId);

} // namespace store
} // namespace dispatch
