#include "governance/texts.hpp"
#include "governance/views/decision_page.hpp"
#include "governance/views/election_pages.hpp"
#include "governance/views/meeting_labels.hpp"
#include "platform/ui/page.hpp"

namespace governance {

static std::string votes_of(const http::Call& call, const DecisionRow& row) {
    if (row.is_among_options) {
        return call.t(text::election_counts({.votes = row.tally.in_favour, .blank = row.tally.blank}));
    }
    return call.t(
        text::vote_counts({.in_favour = row.tally.in_favour, .against = row.tally.against, .blank = row.tally.blank}));
}

static std::string result_of(const http::Call& call, const DecisionRow& row) {
    return row.is_among_options ? election_result(call, row.result) : label(call, row.result);
}

std::string decision_in_words(const http::Call& call, const DecisionRow& row) {
    return fmt::format("{} {}: {}, {}", row.body.name, row.item, result_of(call, row), votes_of(call, row));
}

Html decision_list_page(const http::Call& call, const DecisionListView& view) {
    const auto& t = call.t;
    std::vector<std::vector<Html>> rows;
    for (const auto& row : view.decisions) {
        const auto kind = row.is_about_impartiality ? t(text::impartiality) : label(call, row.kind);
        rows.push_back({ui::link(fmt::format("{} {}", row.body.name, row.item), call.url(row.url)),
                        Html{result_of(call, row) + ": " + votes_of(call, row)}, Html{t.date_time(row.at)},
                        Html{kind}});
    }
    ui::Page page;
    page.title = t(text::decisions);
    page.crumbs = {{t(text::meetings), call.url("/meetings")}, {page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::decisions_lead);
    page.hero = ui::hero(hero);
    const auto table = ui::table(page.title,
                                 {{.name = t(text::decisions_item)},
                                  {.name = t(text::working_result)},
                                  {.name = t(text::decisions_when), .hides_on_phone = true},
                                  {.name = t(text::working_kind), .hides_on_phone = true}},
                                 rows);
    page.content = html::join({rows.empty() ? html::p(t(text::decisions_none)) : table,
                               ui::formats_card(call, {{"JSON", "/decisions.json"}, {"Atom", "/decisions.atom"}})});
    page.alternates = {{http::Format::json, "/decisions.json"}, {http::Format::atom, "/decisions.atom"}};
    page.description = hero.lead;
    return ui::page(call, page);
}

} // namespace governance
