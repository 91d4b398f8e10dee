#include "dispatch/jobs/handing_over.hpp"

#include "dispatch/actions/content.hpp"
#include "dispatch/store/account_store.hpp"
#include "platform/ensure.hpp"
#include "platform/log/log.hpp"

namespace dispatch {

Result<HandingOver::Content> HandingOver::read() const {
    const auto reader = TRY(office_.services.database.reader());
    auto opened = TRY(open_dispatch(*reader, office_, dispatch_));
    const auto account = TRY(store::account(*reader, dispatch_.account_id));
    ensure(account.has_value());
    const auto sender = directory::find_organisation(*reader, account->organisation_id, i18n::Language::nb);
    Content content;
    content.sender_name = opened.envelope.sender_name.value_or(account->name);
    if (sender) content.sender_number = sender->organisation_number;
    for (std::size_t i = 0; i < opened.documents.size(); ++i)
        content.documents.push_back(TRY(document_bytes(office_.services.blobs, opened, i)));
    content.envelope = std::move(opened.envelope);
    return content;
}

Result<void> HandingOver::leave(HappeningKind why, bool is_for_paper) {
    return write(
        [&](const Settling& settling) { return dispatch::leave(settling, carrier_, dispatch_.id, why, is_for_paper); });
}

Result<void> HandingOver::refuse(const Error& why) {
    logging::warning(carrier_.refused, why);
    return leave(carrier_.failed);
}

Result<void> HandingOver::hold(const Error& why) {
    logging::warning(carrier_.held, why);
    if (office_.services.clock.now() >= dispatch_.status_at + carrier_patience) return leave(carrier_.failed);
    return write([&](const Settling& settling) -> Result<void> {
        auto found = TRY(store::find(settling.transaction, dispatch_.id));
        if (!found || !waits_for(carrier_, *found)) return {};
        const auto history = TRY(store::history(settling.transaction, dispatch_.id));
        if (history.back().kind != carrier_.away) {
            TRY(settling.move(*found, Status::accepted, {settling.happening(carrier_.away, Status::accepted)}));
        }
        return queue_hand_over(settling.transaction, office_, carrier_, dispatch_.id, attempt_ + 1, settling.now);
    });
}

} // namespace dispatch
