#include "hearings/http/reading.hpp"

#include <algorithm>

namespace hearings {

static constexpr int hearings_on_page = 20;
static constexpr int hearings_in_calendar_max = 1000;

Result<HearingRow> row_of(const http::Query& query, const Hearing& hearing) {
    const auto turnout = TRY(turnout_of(query.reader, hearing.id));
    auto matter = TRY(matter_of(query, hearing));
    return HearingRow{.id = hearing.id,
                      .key = hearing.key(),
                      .url = hearing.path(),
                      .title = hearing.title,
                      .language = std::string{i18n::code(hearing.language)},
                      .state = hearing.state_on(query.today()),
                      .opens_on = hearing.opens_on,
                      .closes_on = hearing.closes_on,
                      .matter = std::move(matter),
                      .addressed = turnout.addressed,
                      .answered = turnout.answered,
                      .is_invented = hearing.is_invented,
                      .planned_at = hearing.planned_at,
                      .changed_at = hearing.changed_at,
                      .changes = hearing.changes};
}

Result<HearingListView> read_hearing_list(const http::Query& query, const HearingFilter& filter) {
    HearingListView list;
    // A calendar that programs subscribe to has no pages.
    const bool is_calendar = query.request.format == http::Format::ics;
    HearingQuery wanted{.state = filter.state, .limit = is_calendar ? hearings_in_calendar_max : hearings_on_page};
    list.total = TRY(count_hearings(query.reader, wanted, query.today()));
    list.pages = std::max(1, static_cast<int>((list.total + hearings_on_page - 1) / hearings_on_page));
    list.page = std::clamp(filter.page.value_or(1), 1, list.pages);
    wanted.offset = (list.page - 1) * hearings_on_page;
    for (const auto& hearing : TRY(list_hearings(query.reader, wanted, query.today())))
        list.hearings.push_back(TRY(row_of(query, hearing)));
    return list;
}

} // namespace hearings
