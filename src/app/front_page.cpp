#include "app/texts.hpp"
#include "app/views.hpp"
#include "directory/directory.hpp"
#include "governance/governance.hpp"
#include "platform/http/represent.hpp"
#include "platform/journal/sentence.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

namespace app {

using namespace html;

static constexpr int cards_shown = 6;
static constexpr int happenings_shown = 8;

static std::vector<CaseTeaser> teasers(const std::vector<governance::CaseCard>& cards) {
    std::vector<CaseTeaser> shown;
    for (const auto& card : cards) {
        shown.push_back({card.number, card.title, card.path, boost::describe::enum_to_string(card.state, ""),
                         card.body_name, std::string{i18n::code(card.language)}, card.next_day, card.input_until,
                         card.changed_at});
    }
    return shown;
}

/// The newest events of cases, with the case's title and page.
static Result<std::vector<HappeningTeaser>> happenings(const http::Query& query) {
    std::vector<HappeningTeaser> shown;
    for (const auto& event : TRY(query.journal.newest(query.reader, Principal{}, happenings_shown * 4))) {
        const auto subject = std::ranges::find(event.subjects, "case", &std::pair<std::string, std::string>::first);
        if (subject == event.subjects.end()) continue;
        const auto id = TRY(governance::CaseId::parse(subject->second));
        const auto card = TRY(governance::case_card(query.reader, id, query.today(), query.t.language()));
        shown.push_back({event.sequence, event.at, journal::sentence(event, query.t),
                         card.title.empty() ? card.number : card.title, card.path});
        if (shown.size() == happenings_shown) break;
    }
    return shown;
}

static std::string day_line(const http::Call& call, const CaseTeaser& card) {
    if (card.input_until && *card.input_until >= call.today())
        return call.t(text::front_input_until({.date = call.t.date(*card.input_until)}));
    if (card.next_day) {
        return call.t(text::front_treated_on({.body = card.body, .date = call.t.date(*card.next_day)}));
    }
    return card.body;
}

static Html cards(const http::Call& call, const std::vector<CaseTeaser>& list, const i18n::Message& empty) {
    if (list.empty()) return p(cls("meta"), call.t(empty));
    std::vector<Html> drawn;
    for (const auto& card : list) {
        const auto title = card.title.empty() ? card.number : card.title;
        drawn.push_back(ui::link_card(title, call.url(card.path), day_line(call, card),
                                      {ui::tag(call.t.by_name("case.state." + card.state))}));
    }
    return ui::card_grid(drawn);
}

static Html timeline(const http::Call& call, const FrontView& view) {
    std::vector<ui::Happening> list;
    for (const auto& happening : view.happenings) {
        list.push_back({call.t.date_time(happening.at), to_string(happening.at),
                        join({ui::link(happening.title, call.url(happening.path)), Html{": " + happening.what}})});
    }
    return list.empty() ? p(cls("meta"), call.t(text::front_nothing_yet)) : ui::timeline(list);
}

static Html front_page(const http::Call& call, const FrontView& view) {
    const auto& t = call.t;
    const auto& all = ui::button_link(t(text::front_all_cases), call.url("/cases"), "secondary");
    ui::Page page;
    page.title = t(text::front_title);
    page.description = t(text::front_lead);
    page.hero =
        ui::hero({.title = t(text::front_title),
                  .lead = t(text::front_lead),
                  .facts = t(text::front_facts({.municipalities = view.municipalities, .counties = view.counties}))});
    const auto main = join(
        {ui::section(t(text::front_decided_soon), "soon", cards(call, view.decided_soon, text::front_none_soon)),
         ui::section(t(text::front_have_your_say), "say", cards(call, view.open_for_input, text::front_none_open)),
         ui::section(t(text::front_new), "new", join({cards(call, view.newest, text::front_nothing_yet), p(all)}))});
    const auto side = join(
        {ui::card(t(text::front_happenings), timeline(call, view)),
         ui::card(t(text::front_find_yours),
                  join({p(t(text::front_find_yours_text)),
                        ui::button_link(t(text::front_find_yours_button), call.url("/organisations"), "secondary",
                                        ui::Icon::magnifier)}),
                  true),
         ui::formats_card(call, {{"JSON", "/index.json"}, {"Atom", "/cases.atom"}, {"iCalendar", "/calendar.ics"}})});
    page.content = ui::columns(main, side, t(text::front_happenings));
    page.alternates = {{http::Format::json, "/index.json"}};
    return ui::page(call, page);
}

static Result<http::Response> show_front(const http::Query& query) {
    const auto today = query.today();
    const auto language = query.t.language();
    FrontView view;
    view.decided_soon = teasers(TRY(governance::decided_soon(query.reader, today, cards_shown, language)));
    view.open_for_input = teasers(TRY(governance::open_for_input(query.reader, today, cards_shown, language)));
    view.newest = teasers(TRY(governance::newest_cases(query.reader, today, cards_shown, language)));
    view.happenings = TRY(happenings(query));
    view.municipalities = static_cast<std::int64_t>(TRY(directory::municipalities_on(query.reader, today)).size());
    view.counties = static_cast<std::int64_t>(TRY(directory::counties_on(query.reader, today)).size());
    return http::represent<FrontView>(query, view, {.html = [&](const FrontView& v) { return front_page(query, v); }});
}

void add_front_page(http::Router& routes) {
    const http::About about{.operation = "showFront",
                            .summary = "What is decided soon, what is new, where one can have one's say.",
                            .answer = json::type_of<FrontView>(),
                            .is_cached = true};
    routes.get("/", right::everybody, show_front, about);
    auto same = about;
    same.operation = "showIndex";
    same.summary = "The front page under a name that can take a suffix: /index.json.";
    routes.get("/index", right::everybody, show_front, same);
}

} // namespace app
