// A sender's figures, and how the queue fares: numbers alone, neither names nor content.
#include "dispatch/domain/patience.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/rewrap_store.hpp"
#include "dispatch/store/space_store.hpp"
#include "dispatch/store/statistic_store.hpp"
#include "dispatch/store/waiting_store.hpp"
#include "dispatch/views/statistic_pages.hpp"
#include "platform/http/represent.hpp"
#include "platform/rights.hpp"

#include <algorithm>

namespace dispatch {

namespace {

void add_to_month(MonthFigures& month, const LetterCount& count) {
    month.letters += count.letters;
    if (count.status == Status::read) month.read += count.letters;
    if (count.status == Status::printed || count.status == Status::sent_to_print) month.printed += count.letters;
    if (is_failure(count.status)) month.failed += count.letters;
}

/// Adds to the figure of that value, which is made when it is met first.
template <class Figure, class Value>
void add_to(std::vector<Figure>& figures, Value Figure::*value, Value wanted, std::int64_t letters) {
    auto found = std::ranges::find(figures, wanted, value);
    if (found == figures.end()) {
        Figure fresh;
        fresh.*value = wanted;
        found = figures.insert(figures.end(), fresh);
    }
    found->letters += letters;
}

template <class Figure, class Value>
void sort_by(std::vector<Figure>& figures, Value Figure::*value) {
    std::ranges::sort(figures, {}, value);
}

StatisticsView view_of(const std::vector<Month>& months, const store::Statistic& statistic) {
    StatisticsView view;
    view.counted_at = statistic.counted_at;
    for (auto month = months.rbegin(); month != months.rend(); ++month)
        view.months.push_back({month->name()});
    for (const auto& count : statistic.counts) {
        const auto month = std::ranges::find(view.months, count.month, &MonthFigures::month);
        if (month == view.months.end()) continue;
        add_to_month(*month, count);
        add_to(view.channels, &ChannelFigure::channel, count.channel, count.letters);
        if (count.time_to_read != TimeToRead::none)
            add_to(view.times_to_read, &TimeFigure::time_to_read, count.time_to_read, count.letters);
        if (is_failure(count.status)) add_to(view.failures, &StatusFigure::status, count.status, count.letters);
    }
    for (const auto& month : view.months) {
        view.letters += month.letters;
        view.read += month.read;
        view.failed += month.failed;
    }
    sort_by(view.channels, &ChannelFigure::channel);
    sort_by(view.times_to_read, &TimeFigure::time_to_read);
    sort_by(view.failures, &StatusFigure::status);
    return view;
}

csv::Table table_of(const std::vector<LetterCount>& counts) {
    csv::Table table{{"month", "channel", "status", "timeToRead", "letters"}, {}};
    for (const auto& count : counts) {
        table.rows.push_back({count.month, std::string{json::name_of(count.channel)},
                              std::string{json::name_of(count.status)}, std::string{json::name_of(count.time_to_read)},
                              std::to_string(count.letters)});
    }
    return table;
}

Result<http::Response> show_statistics(const http::Query& query) {
    const auto organisation = TRY(outbox_of(query.principal));
    const auto months = months_until(query.now, statistic_months);
    const auto statistic = TRY(store::statistic_of(query.reader, organisation, months.back().name()));
    return http::represent<StatisticsView>(
        query, view_of(months, statistic),
        {.html = [&](const StatisticsView& shown) { return statistics_page(query, shown); },
         .csv = [&](const StatisticsView&) { return table_of(statistic.counts); }});
}

Result<http::Response> show_post_queue(const Office& office, const http::Query& query) {
    TRY(query.principal.require(platform::right::operate));
    PostQueueView view;
    for (const auto& state : TRY(store::queue_states(query.reader)))
        view.queue.push_back({state.status, state.letters, state.oldest_at});
    const auto silent = TRY(store::silent_receivers(query.reader, query.now - silence_min));
    view.silent_receivers = static_cast<std::int64_t>(silent.size());
    if (const auto change = TRY(store::rewrapping(query.reader, office.vault.newest_generation())))
        view.key_change = KeyChange{change->generation, change->wrapped, change->ended_at};
    const auto space = TRY(store::space_figures(query.reader));
    view.space = {space.bytes, space.contents, space.waiting};
    return http::represent<PostQueueView>(
        query, view, {.html = [&](const PostQueueView& shown) { return post_queue_page(query, shown); }});
}

} // namespace

void add_statistics_routes(http::Router& router, const Office& office) {
    using http::Format;
    router.get("/outbox/statistics", right::see_outbox, show_statistics,
               {.operation = "showSendingStatistics",
                .summary = "The organisation's letters in twelve months: how many, which way, read when, failed why.",
                .formats = {Format::html, Format::json, Format::csv},
                .answer = json::type_of<StatisticsView>()});
    router.get("/post-queue", platform::right::operate,
               [&office](const http::Query& query) { return show_post_queue(office, query); },
               {.operation = "showPostQueue",
                .summary = "What has not come to its end, by status, with the oldest of each; no content.",
                .answer = json::type_of<PostQueueView>()});
}

} // namespace dispatch
