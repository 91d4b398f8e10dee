#pragma once
// The page of one organisation: what concerns it now, then facts, history, members, people, events.
#include "directory/views/models.hpp"
#include "platform/feed/feed.hpp"
#include "platform/html/html.hpp"
#include "platform/http/call.hpp"

namespace directory {

struct OrganisationFrame {
    std::vector<Html> concerns;     ///< What other modules have to say, in their order.
    std::string asked_for;          ///< The number asked for, when the organisation has another one now.
    std::string map_picture_county; ///< County to zoom the map link to; empty when it is on no map.
    bool may_maintain = false;
};
Html organisation_page(const http::Call&, const OrganisationView&, const OrganisationFrame&);
feed::Feed organisation_feed(const http::Call&, const OrganisationView&);

} // namespace directory
