#include "platform/journal/http/happenings.hpp"

#include "platform/journal/sentence.hpp"
#include "platform/texts.hpp"
#include "platform/ui/components.hpp"

namespace journal {

Result<std::vector<HappeningView>> happenings_about(const http::Query& query, const Subject& subject, int most) {
    std::vector<HappeningView> happenings;
    for (const auto& event : TRY(query.journal.about(query.reader, subject, query.principal, most))) {
        happenings.push_back({.id = event.id,
                              .sequence = event.sequence,
                              .type = event.type,
                              .at = event.at,
                              .what = sentence(event, query.t),
                              .who = actor(event, query.t)});
    }
    return happenings;
}

Html timeline_of(const http::Call& call, const std::vector<HappeningView>& happenings) {
    std::vector<ui::Happening> lines;
    for (const auto& each : happenings) {
        lines.push_back({.when = call.t.date_time(each.at),
                         .machine_time = to_string(each.at),
                         .what = Html{each.what},
                         .who = each.who});
    }
    return ui::timeline(lines);
}

Html history_section(const http::Call& call, const std::vector<HappeningView>& happenings) {
    if (happenings.empty()) return {};
    return ui::section(call.t(platform::text::journal_history), "history", timeline_of(call, happenings));
}

} // namespace journal
