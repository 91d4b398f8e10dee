#include "governance/http/happenings.hpp"
#include "platform/journal/sentence.hpp"

namespace governance {

Result<std::vector<HappeningView>> happenings_about(const http::Query& query, const journal::Subject& subject,
                                                    int limit) {
    std::vector<HappeningView> happenings;
    for (const auto& event : TRY(query.journal.about(query.reader, subject, query.principal, limit))) {
        happenings.push_back({.id = event.id,
                              .sequence = event.sequence,
                              .type = event.type,
                              .at = event.at,
                              .what = journal::sentence(event, query.t),
                              .who = journal::actor(event, query.t)});
    }
    return happenings;
}

} // namespace governance
