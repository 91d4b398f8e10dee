#include "dispatch/actions/preflight.hpp"

#include "dispatch/actions/uploads.hpp"
#include "dispatch/domain/errors.hpp"

namespace dispatch {

Result<Preflight> preflight(db::Reader& reader, const Office& office, const Account& account, Arrival arrival,
                            Instant now) {
    const auto& envelope = arrival.envelope;
    Preflight found;
    found.faults = arrival.faults;
    const auto closed = TRY(open_encrypted(office, arrival.key, envelope, arrival.uploads));
    found.faults.insert(found.faults.end(), closed.begin(), closed.end());
    for (auto& fault : faults_of(envelope, arrival.uploads, now)) {
        found.faults.push_back(std::move(fault));
    }
    if (arrival.uploads.empty())
        std::erase_if(found.faults, [](const Fault& fault) { return fault.code == document_missing.name; });
    const auto since = now - account.duplicate_window;
    if (account.duplicate_window.count() > 0 &&
        TRY(store::is_repeated(reader, duplicate_digest(office, account, envelope), since))) {
        found.faults.push_back(duplicate.at("#"));
    }
    const auto addressee = recipient_of(office, envelope.recipient);
    if (!addressee) return found;
    found.ways = TRY(ways_to(
        reader, {*addressee, envelope.dispatch_type, envelope.needs_high_level ? 4 : 3, envelope.is_digital_only}));
    return found;
}

} // namespace dispatch
