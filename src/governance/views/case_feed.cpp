#include "governance/views/case_feed.hpp"
#include "governance/texts.hpp"
#include "governance/views/case_pages.hpp"
#include "governance/views/meeting_labels.hpp"
#include "platform/http/represent.hpp"

#include <algorithm>

namespace governance {

/// What a minority said stands in its own words, beside what happened.
static void add_dissents(const http::Call& call, const CaseView& view, const std::string& page, feed::Feed& feed) {
    for (const auto& step : view.steps) {
        for (const auto& dissent : step.dissents) {
            const auto who = with_organisation(dissent.name, dissent.on_behalf_of);
            feed.entries.push_back({.id = "urn:uuid:" + dissent.id.to_string(),
                                    .title = call.t(text::dissent_in({.name = who, .body = step.body.name})),
                                    .url = page,
                                    .updated = step.treated_at.value_or(dissent.at),
                                    .author = who,
                                    .summary = dissent.text,
                                    .categories = {"dissent"}});
        }
    }
}

feed::Feed case_timeline_feed(const http::Call& call, const CaseView& view) {
    const auto page = call.public_url + call.url(view.url);
    auto feed = http::page_feed(call, "urn:uuid:" + view.id.to_string(),
                                view.title ? view.number.to_string() + " " + *view.title : title_of(call, view), page);
    feed.updated = view.changed_at;
    add_dissents(call, view, page, feed);
    for (const auto& each : view.happenings) {
        feed.entries.push_back({.id = "urn:uuid:" + each.id.to_string(),
                                .title = each.what,
                                .url = page,
                                .updated = each.at,
                                .author = each.who.empty() ? "Samband" : each.who,
                                .summary = {},
                                .categories = {each.type}});
    }
    std::ranges::stable_sort(feed.entries, std::ranges::greater{}, &feed::Entry::updated);
    return feed;
}

} // namespace governance
