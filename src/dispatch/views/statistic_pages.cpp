#include "dispatch/views/statistic_pages.hpp"

#include "dispatch/texts.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

#include <fmt/format.h>

namespace dispatch {

static std::string label_of(const http::Call& call, const ChannelFigure& figure) {
    return call.t.by_name(fmt::format("channel.{}", json::name_of(figure.channel)));
}
static std::string label_of(const http::Call& call, const TimeFigure& figure) {
    return call.t.by_name(fmt::format("time.to.read.{}", json::name_of(figure.time_to_read)));
}
static std::string label_of(const http::Call& call, const StatusFigure& figure) {
    return call.t.by_name(fmt::format("status.{}", json::name_of(figure.status)));
}

static std::string share_in_words(const http::Call& call, std::int64_t part, std::int64_t whole) {
    if (whole == 0) return call.t.number(part);
    return fmt::format("{} ({})", call.t.number(part),
                       call.t.percent(static_cast<double>(part) / static_cast<double>(whole)));
}

static Html months_section(const http::Call& call, const StatisticsView& view) {
    const auto& t = call.t;
    std::vector<ui::BarRow> bars;
    std::vector<std::vector<Html>> rows;
    for (const auto& month : view.months) {
        bars.push_back({month.month, {}, static_cast<double>(month.letters), t.number(month.letters)});
        rows.push_back({Html{month.month}, Html{t.number(month.letters)},
                        Html{share_in_words(call, month.read, month.letters)}, Html{t.number(month.printed)},
                        Html{t.number(month.failed)}});
    }
    const auto table = ui::table(t(text::statistics_months),
                                 {{.name = t(text::statistics_month)},
                                  {.name = t(text::statistics_letters), .is_number = true},
                                  {.name = t(text::statistics_read), .is_number = true},
                                  {.name = t(text::statistics_printed), .is_number = true, .hides_on_phone = true},
                                  {.name = t(text::statistics_failed), .is_number = true, .hides_on_phone = true}},
                                 rows);
    return ui::section(t(text::statistics_months), "months",
                       html::join({ui::bar_table(t(text::statistics_months), t(text::statistics_month),
                                                 t(text::statistics_letters), bars),
                                   ui::details(t(text::statistics_table), table)}));
}

/// A picture of a few figures, and the same in a table behind it.
template <class Figure>
static Html figures_section(const http::Call& call, std::string_view heading, std::string_view id,
                            const std::vector<Figure>& figures) {
    std::int64_t whole = 0;
    for (const auto& figure : figures)
        whole += figure.letters;
    if (whole == 0) return {};
    std::vector<ui::BarRow> bars;
    for (const auto& figure : figures) {
        bars.push_back({label_of(call, figure),
                        {},
                        static_cast<double>(figure.letters),
                        share_in_words(call, figure.letters, whole)});
    }
    return ui::section(heading, id,
                       ui::bar_table(heading, call.t(text::statistics_kind), call.t(text::statistics_letters), bars));
}

static Html totals(const http::Call& call, const StatisticsView& view) {
    const auto& t = call.t;
    return ui::facts({{t(text::statistics_letters), Html{t.number(view.letters)}},
                      {t(text::statistics_read), Html{share_in_words(call, view.read, view.letters)}},
                      {t(text::statistics_failed), Html{share_in_words(call, view.failed, view.letters)}},
                      {t(text::statistics_counted), view.counted_at ? Html{t.date_time(*view.counted_at)} : Html{}}});
}

Html statistics_page(const http::Call& call, const StatisticsView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::statistics);
    page.crumbs = {{t(text::outbox), call.url("/outbox")}, {page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::statistics_lead);
    page.hero = ui::hero(hero);
    const auto figures = html::join({months_section(call, view),
                                     figures_section(call, t(text::statistics_channels), "channels", view.channels),
                                     figures_section(call, t(text::statistics_times), "times", view.times_to_read),
                                     figures_section(call, t(text::statistics_failures), "failures", view.failures)});
    const auto formats =
        ui::formats_card(call, {{"JSON", "/outbox/statistics.json"}, {"CSV", "/outbox/statistics.csv"}});
    page.content =
        view.letters == 0
            ? html::join({ui::empty_state(t(text::statistics_none), t(text::statistics_none_text)), formats})
            : ui::columns(figures, html::join({ui::card(t(text::statistics_total), totals(call, view)), formats}),
                          t(text::statistics_total));
    page.alternates = {{http::Format::json, "/outbox/statistics.json"}, {http::Format::csv, "/outbox/statistics.csv"}};
    return ui::page(call, page);
}

static Html key_change_shown(const http::Call& call, const PostQueueView& view) {
    if (!view.key_change) return {};
    const auto& t = call.t;
    const auto& change = *view.key_change;
    return ui::section(t(text::queue_keys), "keys",
                       ui::facts({{t(text::queue_key_generation), Html{t.number(change.generation)}},
                                  {t(text::queue_keys_wrapped), Html{t.number(change.wrapped)}},
                                  {t(text::queue_keys_ended), Html{change.ended_at ? t.date_time(*change.ended_at)
                                                                                   : t(text::queue_keys_going_on)}}}));
}

static Html space_shown(const http::Call& call, const PostQueueView& view) {
    const auto& t = call.t;
    const auto& space = view.space;
    if (space.contents == 0 && space.waiting == 0) return {};
    return ui::section(t(text::queue_space), "space",
                       ui::facts({{t(text::queue_space_bytes), Html{fmt::format("{} MB", t.number(space.bytes >> 20))}},
                                  {t(text::queue_space_contents), Html{t.number(space.contents)}},
                                  {t(text::queue_space_waiting), Html{t.number(space.waiting)}}}));
}

Html post_queue_page(const http::Call& call, const PostQueueView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::queue);
    page.crumbs = {{page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::queue_lead);
    page.hero = ui::hero(hero);
    std::vector<std::vector<Html>> rows;
    for (const auto& row : view.queue) {
        rows.push_back({Html{label_of(call, StatusFigure{row.status, row.letters})}, Html{t.number(row.letters)},
                        Html{t.date_time(row.oldest_at)}});
    }
    const auto table = ui::table(page.title,
                                 {{.name = t(text::fact_status)},
                                  {.name = t(text::statistics_letters), .is_number = true},
                                  {.name = t(text::fact_oldest)}},
                                 rows);
    const auto links =
        html::ul(html::cls("ds-list"), html::li(ui::link(t(text::queue_jobs), call.url("/operations/jobs"))),
                 html::li(ui::link(t(text::silent), call.url("/silent-receivers")),
                          fmt::format(": {}", t.number(view.silent_receivers))),
                 html::li(ui::link(t(text::print_runs), call.url("/print-runs"))));
    page.content = html::join({rows.empty() ? ui::empty_state(t(text::queue_none), t(text::queue_none_text)) : table,
                               key_change_shown(call, view), space_shown(call, view), links,
                               ui::formats_card(call, {{"JSON", "/post-queue.json"}})});
    page.alternates = {{http::Format::json, "/post-queue.json"}};
    return ui::page(call, page);
}

} // namespace dispatch
