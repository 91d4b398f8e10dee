#include "governance/views/case_feed.hpp"
#include "governance/views/case_pages.hpp"

namespace governance {

feed::Feed case_timeline_feed(const http::Call& call, const CaseView& view) {
    const auto page = call.public_url + call.url(view.url);
    feed::Feed feed{.id = "urn:uuid:" + view.id.to_string(),
                    .title = view.title ? view.number.to_string() + " " + *view.title : title_of(call, view),
                    .url = page,
                    .self_url = page + ".atom",
                    .language = std::string{i18n::code(call.request.language)},
                    .updated = view.changed_at,
                    .next_url = {},
                    .entries = {}};
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
