// How well a case is anchored, what is coming, and how early it was told.
#include "governance/case_standing.hpp"
#include "governance/governance.hpp"
#include "governance/lookups.hpp"
#include "hearings/actions/keep_decided.hpp"
#include "hearings/domain/lead_time.hpp"
#include "hearings/http/handlers.hpp"
#include "hearings/http/reading.hpp"
#include "hearings/store/decided_store.hpp"
#include "hearings/texts.hpp"
#include "hearings/views/labels.hpp"
#include "hearings/views/pages.hpp"
#include "platform/http/represent.hpp"

#include <algorithm>
#include <map>

namespace hearings {

static constexpr int hearings_of_case_max = 100;
static constexpr int coming_cases_max = 1000;

static Result<std::vector<Hearing>> hearings_on(const http::Query& query, governance::CaseId id) {
    return list_hearings(query.reader, {.case_id = id, .limit = hearings_of_case_max}, query.today());
}

Result<std::vector<GroupView>> county_groups(const http::Query& query, const Anchoring& anchoring) {
    std::vector<GroupView> groups;
    const auto counties = TRY(directory::counties_on(query.reader, query.today(), query.request.language));
    for (const auto& counted : anchoring.by_county) {
        const auto& number = counted.first;
        const auto found = std::ranges::find_if(counties, [&](const directory::OrganisationSummary& county) {
            return county.number == number || county.county_number == number;
        });
        groups.push_back({number, found == counties.end() ? number : found->name, counted.second});
    }
    return groups;
}

std::vector<GroupView> size_groups(const http::Call& call, const Anchoring& anchoring) {
    std::vector<GroupView> groups;
    for (const auto& [size, tally] : anchoring.by_size)
        groups.push_back({std::string{json::name_of(size)}, label(call, size), tally});
    return groups;
}

/// As it was kept when the case was decided; of a case decided before that was done, as far as it can be told today.
static Result<void> fill_before(const http::Query& query, governance::CaseId id, Instant decided_at,
                                const std::vector<Addressee>& all, AnchoringView& view) {
    const auto kept = TRY(find_decided(query.reader, id));
    const auto before = anchoring_of(kept ? kept->addressees : as_of(all, decided_at));
    view.before_decision = before.whole;
    view.counties_before = TRY(county_groups(query, before));
    view.sizes_before = size_groups(query, before);
    return {};
}

Result<AnchoringView> read_anchoring(const http::Query& query, governance::CaseId id) {
    const auto standing = TRY(governance::case_standing(query.reader, id, query.today()));
    const auto card = TRY(governance::case_card(query.reader, id, query.today(), query.request.language));
    const auto hearings = TRY(hearings_on(query, id));
    const auto all = TRY(everyone_asked(query.reader, id, query.today()));
    const auto anchoring = anchoring_of(all);
    AnchoringView view;
    view.matter = {card.title.empty() ? card.number : card.title, card.path};
    view.number = card.number;
    view.url = card.path + "/anchoring";
    for (const auto& hearing : hearings)
        view.hearings.push_back(TRY(row_of(query, hearing)));
    view.municipalities = anchoring.whole;
    view.decided_at = standing.decided_at;
    if (standing.decided_at) TRY(fill_before(query, id, *standing.decided_at, all, view));
    view.counties = TRY(county_groups(query, anchoring));
    view.sizes = size_groups(query, anchoring);
    view.planned_on = norwegian_date(standing.planned_at);
    view.first_treated_on = standing.first_treated_on;
    if (standing.first_treated_on) {
        view.lead_time_days =
            (std::chrono::sys_days{*standing.first_treated_on} - std::chrono::sys_days{view.planned_on}).count();
    }
    return view;
}

Result<http::Response> show_anchoring(const http::Query& query) {
    const auto id = TRY(governance::case_by_number(query.reader, query.request.path_value("number")));
    const auto view = TRY(read_anchoring(query, id));
    directory::DrawnMap drawn;
    if (query.wants_html() && !view.hearings.empty()) {
        drawn = TRY(
            map_of_answers(query, TRY(everyone_asked(query.reader, id, query.today())), query.t(text::hearing_map)));
    }
    return http::represent<AnchoringView>(
        query, view,
        {.html =
             [&](const AnchoringView& shown) { return anchoring_page(query, shown, drawn.picture, drawn.attribution); },
         .csv = [](const AnchoringView& shown) { return anchoring_table(shown); }});
}

static Result<NamedLink> body_link(const http::Query& query, governance::BodyId id) {
    const auto card = TRY(governance::body_card(query.reader, id, query.request.language));
    return NamedLink{card.name, card.path};
}

static Result<void> read_coming(const http::Query& query, OpennessView& view) {
    for (const auto& card :
         TRY(governance::decided_soon(query.reader, query.today(), coming_cases_max, query.request.language))) {
        const auto planned_on = norwegian_date(card.planned_at);
        view.coming.push_back(
            {.id = card.id,
             .matter = {card.title.empty() ? card.number : card.title, card.path},
             .number = card.number,
             .language = std::string{i18n::code(card.language)},
             .body = {card.body_name, card.body_path},
             .planned_on = planned_on,
             .day = *card.next_day,
             .days_ahead = (std::chrono::sys_days{*card.next_day} - std::chrono::sys_days{planned_on}).count(),
             .input_until = card.input_until,
             .is_strategic = card.is_strategic,
             .is_invented = card.is_invented,
             .planned_at = card.planned_at,
             .changed_at = card.changed_at});
    }
    return {};
}

Result<OpennessView> read_openness(const http::Query& query) {
    OpennessView view;
    TRY(read_coming(query, view));
    for (const auto& hearing : TRY(hearings_not_over(query, {})))
        view.hearings.push_back(TRY(row_of(query, hearing)));
    std::map<governance::BodyId, std::vector<std::int64_t>> days_of;
    for (const auto& time : TRY(governance::lead_times(query.reader))) {
        const auto card = TRY(governance::case_card(query.reader, time.case_id, query.today(), query.request.language));
        auto body = TRY(body_link(query, time.body));
        view.treated.push_back({.matter = {card.title.empty() ? card.number : card.title, card.path},
                                .number = card.number,
                                .body = std::move(body),
                                .planned_on = time.planned_on,
                                .treated_on = time.treated_on,
                                .days = time.days()});
        days_of[time.body].push_back(time.days());
    }
    for (auto& [id, days] : days_of) {
        const auto sum = summed_up(std::move(days));
        view.bodies.push_back({TRY(body_link(query, id)), sum.cases, sum.median, sum.shortest, sum.longest});
    }
    return view;
}

Result<http::Response> show_openness(const http::Query& query) {
    const auto view = TRY(read_openness(query));
    return http::represent<OpennessView>(
        query, view,
        {.html = [&](const OpennessView& shown) { return openness_page(query, shown); },
         .csv = [&](const OpennessView& shown) { return openness_table(query, shown); },
         .ics = [&](const OpennessView& shown) { return openness_calendar(query, shown); }});
}

} // namespace hearings
