#include "dispatch/announcer.hpp"

#include "dispatch/store/dispatch_store.hpp"
#include "platform/log/log.hpp"

#include <map>

namespace dispatch {

static constexpr std::string_view topics_of_dispatches{"dispatch/"}, topics_of_accounts{"post account/"};

std::string dispatch_topic(std::string_view dispatch) {
    return std::string{topics_of_dispatches}.append(dispatch);
}

std::string account_topic(std::string_view account) {
    return std::string{topics_of_accounts}.append(account);
}

Announcer::Announcer(const Office& office)
    : office_{office}, dispatches_{office.services.database, office.services.journal, "dispatch",
                                   [this](const std::vector<journal::Touch>& touches) {
                                       for (const auto& touch : touches) {
                                           office_.events->tell_listeners(dispatch_topic(touch.subject_id),
                                                                          touch.sequence, changed_event, "");
                                       }
                                       if (!office_.events->has_listeners(topics_of_accounts)) return;
                                       const auto told = tell_accounts(touches);
                                       if (!told) logging::warning("dispatch.cannot_tell_accounts", told.error());
                                   },
                                   [this] {
                                       return office_.events->has_listeners(topics_of_dispatches) ||
                                              office_.events->has_listeners(topics_of_accounts);
                                   }} {}

Result<void> Announcer::tell_accounts(const std::vector<journal::Touch>& touches) {
    std::vector<DispatchId> ids;
    for (const auto& touch : touches) {
        if (const auto id = DispatchId::parse(touch.subject_id)) ids.push_back(*id);
    }
    const auto reader = TRY(office_.services.database.reader());
    for (const auto& account : TRY(store::accounts_behind(*reader, ids))) {
        office_.events->tell_listeners(account_topic(account.to_string()), touches.back().sequence, changed_event, "");
    }
    return {};
}

} // namespace dispatch
