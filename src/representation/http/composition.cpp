#include "directory/municipality_map.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/form_again.hpp"
#include "representation/actions/counting.hpp"
#include "representation/actions/requests.hpp"
#include "representation/actions/tell_gender.hpp"
#include "representation/http/handlers.hpp"
#include "representation/http/reading.hpp"
#include "representation/representation.hpp"
#include "representation/texts.hpp"
#include "representation/views/pages.hpp"

#include <algorithm>

namespace representation {

static csv::Table composition_table(const CompositionView& view) {
    csv::Table table{{"group", "key", "name", "seats", "together"}, {}};
    for (const auto& row : view.regions) {
        table.rows.push_back({"county", row.number, row.name, std::to_string(row.here), std::to_string(row.together)});
    }
    for (const auto& row : view.networks) {
        table.rows.push_back({"network", row.network.url, row.network.name, std::to_string(row.here), ""});
    }
    for (const auto& row : view.sizes) {
        table.rows.push_back({"size", std::string{json::name_of(row.size)}, "", std::to_string(row.here), ""});
    }
    return table;
}

static int seats_class(int seats) {
    static constexpr int none = -1, most = 5;
    return seats == 0 ? none : std::min(1 + 2 * (seats - 1), most);
}

/// Each municipality in the colour of how many sit for its county.
static Result<directory::DrawnMap> map_of(const http::Query& query, const CompositionView& view) {
    directory::ColouredMap map;
    map.title = query.t(text::composition_map);
    const auto covered = std::ranges::count_if(view.regions, [](const RegionRow& row) { return row.here > 0; });
    map.finding =
        query.t(text::composition_finding({.seats = view.seats,
                                           .counties = query.t.number(covered),
                                           .all = query.t.number(static_cast<std::int64_t>(view.regions.size()))}));
    map.others = {seats_class(0), query.t(text::map_seats({.count = 0}))};
    for (const auto& one : TRY(directory::municipalities_on(query.reader, query.today(), query.request.language))) {
        const auto region = std::ranges::find(view.regions, one.county_number, &RegionRow::number);
        const int here = region == view.regions.end() ? 0 : region->here;
        map.by_number[one.number] = {seats_class(here), one.name + ": " + query.t(text::map_seats({.count = here}))};
    }
    for (const int seats : {0, 1, 2}) {
        map.legend.emplace_back(query.t(text::map_seats({.count = seats})), seats_class(seats));
    }
    map.legend.emplace_back(query.t(text::map_seats_more), seats_class(3));
    return directory::draw_municipalities(query, map);
}

Result<http::Response> show_composition(const http::Query& query, const Outside& outside) {
    const auto body =
        TRY(governance::body_card_by_key(query.reader, query.request.path_value("body"), query.request.language));
    const auto view = TRY(read_composition(query, outside, body, query.today()));
    const auto drawn = query.wants_html() ? TRY(map_of(query, view)) : directory::DrawnMap{};
    return http::represent<CompositionView>(query, view,
                                            {.html =
                                                 [&](const CompositionView& shown) {
                                                     return composition_page(query, shown, drawn.picture,
                                                                             drawn.attribution);
                                                 },
                                             .csv = composition_table});
}

static Result<Html> gender_form(const http::Query& query, const ui::FormState& state) {
    TRY(query.principal.require(::right::logged_in)); // a machine has nothing to tell
    return gender_page(query, state);
}

Result<http::Response> show_gender_form(const http::Query& query) {
    return http::html_document(TRY(gender_form(query, {})));
}

Result<http::Response> tell_gender_sent(const http::Command& command, const Outside& outside) {
    const auto sent = command.request.read<ToldGender>();
    if (!sent) return ui::answer_failure(command, sent.error(), gender_form);
    TRY(command.write([&](db::Transaction& transaction) {
        return tell_gender({transaction, command.services, command.principal, command.now, outside}, sent->gender);
    }));
    return ui::answer_changed(command, "/me");
}

Result<Html> panel_of_body(const http::Query& query, const Outside& outside, governance::BodyId id) {
    const auto body = TRY(governance::body_card(query.reader, id, query.request.language));
    const auto view = TRY(read_composition(query, outside, body, query.today()));
    return composition_panel(query, view, TRY(read_rounds(query, id)).rounds);
}

} // namespace representation
