#include "dispatch/actions/make_receipt.hpp"

#include "dispatch/actions/content.hpp"
#include "dispatch/domain/receipt.hpp"
#include "platform/journal/proof.hpp"

namespace dispatch {

Result<std::string> make_receipt(db::Reader& reader, const Office& office, const Dispatch& dispatch, Instant now) {
    const auto& services = office.services;
    auto manifest = TRY(manifest_text(office, dispatch));
    auto proof = TRY(journal::bundle(reader, {"dispatch", dispatch.id.to_string()}, services.journal.signing_key(), now,
                                     journal::bundle_events_max, {std::move(manifest)}, journal::Visibility::internal));
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    const auto receipt = TRY(receipt_from(std::move(proof), services.public_url, seconds));
    return crypto::sign_compact(json::write(receipt), receipt_type, office.receipt_keys.newest());
}

} // namespace dispatch
