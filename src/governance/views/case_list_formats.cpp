#include "governance/texts.hpp"
#include "governance/views/case_labels.hpp"
#include "governance/views/case_list_page.hpp"

#include <algorithm>

namespace governance {

static std::string day_words(const std::optional<Date>& day) {
    return day ? to_string(*day) : std::string{};
}

csv::Table case_table(const http::Call& call, const CaseListView& list) {
    csv::Table table{.columns = {"number", "title", "language", "state", "outcome", "body", "nextDay", "inputUntil",
                                 "isStrategic", "isInvented", "plannedAt", "changedAt", "url"},
                     .rows = {}};
    for (const auto& row : list.cases) {
        table.rows.push_back({row.number, row.title.value_or(""), row.language, std::string{json::name_of(row.state)},
                              row.outcome ? std::string{json::name_of(*row.outcome)} : std::string{}, row.body.name,
                              day_words(row.next_day), day_words(row.input_until), row.is_strategic ? "true" : "false",
                              row.is_invented ? "true" : "false", to_string(row.planned_at), to_string(row.changed_at),
                              call.public_url + row.url});
    }
    return table;
}

static std::string summary_of(const http::Call& call, const CaseRow& row) {
    auto day_words = row.outcome ? label(call, *row.outcome) : label(call, row.state);
    day_words += ", " + row.body.name;
    if (row.next_day) day_words += ", " + call.t.date(*row.next_day);
    return row.summary.empty() ? day_words : day_words + ". " + row.summary;
}

feed::Feed case_feed(const http::Call& call, const CaseListView& list) {
    const auto query = call.request.query.to_string();
    const auto tail = query.empty() ? "" : "?" + query;
    feed::Feed feed{.id = call.public_url + call.url("/cases") + tail,
                    .title = call.t(text::cases),
                    .url = call.public_url + call.url("/cases") + tail,
                    .self_url = call.public_url + call.url("/cases.atom") + tail,
                    .language = std::string{i18n::code(call.request.language)},
                    .updated = {},
                    .next_url = {},
                    .entries = {}};
    for (const auto& row : list.cases) {
        feed.updated = std::max(feed.updated, row.changed_at);
        feed.entries.push_back({.id = "urn:uuid:" + row.id.to_string(),
                                .title = row.title ? row.number + " " + *row.title
                                                   : call.t(text::case_title_shielded({.number = row.number})),
                                .url = call.public_url + call.url(row.url),
                                .updated = row.changed_at,
                                .author = row.body.name,
                                .summary = summary_of(call, row),
                                .categories = {std::string{json::name_of(row.state)}}});
    }
    return feed;
}

} // namespace governance
