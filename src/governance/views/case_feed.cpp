#include "governance/views/case_feed.hpp"
#include "governance/views/case_pages.hpp"
#include "platform/http/represent.hpp"

namespace governance {

feed::Feed case_timeline_feed(const http::Call& call, const CaseView& view) {
    const auto page = call.public_url + call.url(view.url);
    auto feed = http::page_feed(call, "urn:uuid:" + view.id.to_string(),
                                view.title ? view.number.to_string() + " " + *view.title : title_of(call, view), page);
    feed.updated = view.changed_at;
    for (const auto& each : view.happenings) {
        feed.entries.push_back({.id = "urn:uuid:" + each.id.to_string(),
                                .title = each.what,
                                .url = page,
                                .updated = each.at,
                                .author = each.who.empty() ? "Samband" : each.who,
                                .summary = {},
                                .categories = {each.type}});
    }
    return feed;
}

} // namespace governance
