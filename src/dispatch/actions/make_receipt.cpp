#include "dispatch/actions/make_receipt.hpp"

#include "dispatch/actions/content.hpp"
#include "dispatch/actions/sign_letter.hpp"
#include "dispatch/domain/receipt.hpp"
#include "platform/journal/proof.hpp"

namespace dispatch {

Result<std::string> make_receipt(db::Reader& reader, const Office& office, const Dispatch& dispatch, Instant now) {
    const auto& services = office.services;
    std::vector<std::string> attachments{TRY(manifest_text(office, dispatch))};
    if (auto evidence = TRY(signing_evidence_of(reader, office, dispatch.id))) {
        attachments.push_back(*std::move(evidence));
    }
    auto proof =
        TRY(journal::bundle(reader, {"dispatch", dispatch.id.to_string()}, services.journal.signing_key(), now,
                            journal::bundle_events_max, std::move(attachments), journal::Visibility::internal));
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    const auto receipt = TRY(receipt_from(std::move(proof), services.public_url, seconds));
    return crypto::sign_compact(json::write(receipt), receipt_type, office.receipt_keys.newest());
}

} // namespace dispatch
