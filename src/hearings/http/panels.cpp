// What hearings draw on the pages of cases and organisations.
#include "governance/case_standing.hpp"
#include "hearings/domain/lead_time.hpp"
#include "hearings/hearings.hpp"
#include "hearings/http/reading.hpp"
#include "hearings/texts.hpp"
#include "hearings/views/labels.hpp"
#include "hearings/views/pages.hpp"

#include <algorithm>

namespace hearings {

static constexpr int hearings_in_panel = 20;

Result<Html> panel_of_case(const http::Query& query, const Services& services, governance::CaseId id) {
    const auto hearings = TRY(list_hearings(query.reader, {.case_id = id, .limit = hearings_in_panel}, query.today()));
    const auto standing = TRY(governance::case_standing(query.reader, id, query.today()));
    TRY(keep_opening(query, services, id, standing.number));
    const bool may_hold = standing.allows(query.principal, right::hold) && standing.is_under_way();
    if (hearings.empty() && !may_hold) return Html{};
    std::vector<Html> cards;
    for (const auto& hearing : hearings)
        cards.push_back(hearing_card(query, TRY(row_of(query, hearing))));
    Html button;
    if (may_hold) {
        button = html::p(
            ui::button_link(query.t(text::plan), query.url("/hearings/new?case=" + standing.number), "secondary"));
    }
    Html summary;
    if (!hearings.empty()) summary = anchoring_summary(query, TRY(read_anchoring(query, id)));
    const auto content = cards.empty() ? html::p(ui::words(query, text::panel_nobody_asked)) : ui::card_grid(cards);
    return ui::section(query.t(text::panel_heading), "hearings", html::join({summary, content, button}));
}

static std::vector<ui::Series> trend_of(const http::Query& query, const std::vector<Date>& days,
                                        const std::vector<Tally>& tallies) {
    ui::Series answered{query.t(text::trend_answered), {}}, support{query.t(text::trend_support), {}};
    for (std::size_t i = 0; i < days.size(); ++i) {
        const auto asked = tallies[i].addressed.inhabitants;
        answered.points.emplace_back(days[i], percent(tallies[i].answered.inhabitants, asked));
        support.points.emplace_back(days[i], percent(tallies[i].support.inhabitants, asked));
    }
    return {std::move(answered), std::move(support)};
}

static Result<Html> trend_in_hearings(const http::Query& query, governance::BodyId id) {
    auto hearings = TRY(list_hearings(query.reader, {.body = id, .limit = hearings_in_panel}, query.today()));
    std::erase_if(hearings, [](const Hearing& hearing) { return hearing.withdrawn.has_value(); });
    std::ranges::sort(hearings, {}, &Hearing::closes_on);
    std::vector<Date> days;
    std::vector<Tally> tallies;
    std::vector<GroupView> rows;
    for (const auto& hearing : hearings) {
        days.push_back(hearing.closes_on);
        tallies.push_back(anchoring_of(TRY(addressees_of(query.reader, hearing.id))).whole);
        rows.push_back({hearing.key(), hearing.title, tallies.back()});
    }
    if (rows.empty()) return Html{};
    Html chart;
    if (rows.size() > 1) {
        chart = ui::line_chart(query, query.t(text::trend_heading), query.t(text::trend_finding),
                               trend_of(query, days, tallies));
    }
    return html::join({chart, group_table(query, query.t(text::trend_heading), query.t(text::hearing_one), rows)});
}

Result<Html> panel_of_body(const http::Query& query, governance::BodyId id) {
    std::vector<std::int64_t> days;
    for (const auto& time : TRY(governance::lead_times(query.reader)))
        if (time.body == id) days.push_back(time.days());
    const auto trend = TRY(trend_in_hearings(query, id));
    if (days.empty() && trend.empty()) return Html{};
    Html lead;
    if (!days.empty()) {
        const auto sum = summed_up(std::move(days));
        lead = html::p(query.t(text::trend_lead_time({.days = sum.median, .cases = sum.cases})), " ",
                       ui::link(query.t(text::openness), query.url("/openness")));
    }
    return ui::section(query.t(text::trend_heading), "anchoring", html::join({lead, trend}));
}

} // namespace hearings
