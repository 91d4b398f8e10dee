#include "governance/texts.hpp"
#include "governance/views/body_pages.hpp"
#include "governance/views/case_list_page.hpp"
#include "governance/views/meeting_labels.hpp"
#include "platform/ui/page.hpp"

#include <algorithm>

namespace governance {

Html meeting_cards(const http::Call& call, const std::vector<MeetingRow>& rows, const std::string& none,
                   bool with_body) {
    if (rows.empty()) return html::p(none);
    std::vector<Html> cards;
    for (const auto& row : rows) {
        const auto title = with_body ? row.body.name + ", " + call.t(text::meeting_numbered({.number = row.number}))
                                     : call.t(text::meeting_heading({.number = row.number}));
        auto meta = time_span(call, row.starts_at, row.ends_at);
        if (!row.place.empty()) meta += " · " + row.place;
        std::vector<Html> tags{state_tag(call, row.state)};
        if (row.mode == VoteMode::written) tags.push_back(written_tag(call));
        if (row.is_invented) tags.push_back(ui::tag(call.t(text::case_invented), ui::Tone::warning));
        cards.push_back(ui::link_card(title, call.url(row.url), meta, tags));
    }
    return ui::card_grid(cards);
}

static Html members(const http::Call& call, const BodyView& view, const BodyRights& rights) {
    const auto& t = call.t;
    Html content = view.members.empty()
                       ? html::p(t(text::members_none))
                       : member_table(call, view, view.members, t(text::body_members), rights.may_appoint);
    if (!view.coming_members.empty()) {
        content += ui::details(t(text::members_coming),
                               member_table(call, view, view.coming_members, t(text::members_coming), false));
    }
    if (!view.former_members.empty()) {
        content += ui::details(t(text::members_former),
                               member_table(call, view, view.former_members, t(text::members_former), false));
    }
    return ui::section(t(text::body_members), "members", content);
}

static Html mandate(const http::Call& call, const BodyView& view) {
    const auto& t = call.t;
    const auto in_force = std::ranges::find_if(view.mandates, &MandateView::is_in_force);
    Html content;
    if (in_force == view.mandates.end()) {
        content = html::p(t(text::mandate_none));
    } else {
        content =
            html::join({html::div(html::cls("prose"), ui::markdown(in_force->text)),
                        html::p(html::cls("meta"), t(text::mandate_adopted({.adoptedBy = in_force->adopted_by,
                                                                            .from = t.date(in_force->valid_from)})))});
    }
    if (view.mandates.size() > 1) {
        std::vector<Html> links;
        for (const auto& version : view.mandates) {
            const auto words = t(text::mandate_version({.number = version.number, .from = t.date(version.valid_from)}));
            links.push_back(html::li(ui::link(words, call.url(version.url))));
        }
        content += ui::details(t(text::mandate_versions), html::ul(html::cls("ds-list"), links));
    }
    return ui::section(t(text::mandate), "mandate", content);
}

static Html cases(const http::Call& call, const BodyView& view) {
    std::vector<Html> cards;
    for (const auto& row : view.cases)
        cards.push_back(case_card_of(call, row));
    const auto content = cards.empty() ? html::p(call.t(text::body_no_cases)) : ui::card_grid(cards);
    const auto all = html::p(ui::link(call.t(text::body_all_cases), call.url("/cases?body=" + view.slug)));
    return ui::section(call.t(text::body_cases), "cases", html::join({content, all}));
}

static Html about(const http::Call& call, const BodyView& view) {
    const auto& t = call.t;
    std::vector<Html> children, themes;
    for (const auto& child : view.children)
        children.push_back(html::li(ui::linked(call, child)));
    for (const auto& theme : view.themes)
        themes.push_back(ui::link(theme.name, call.url("/cases?theme=" + theme.slug)));
    return ui::card(
        t(text::body_about),
        ui::facts({{t(text::body_kind), Html{label(call, view.kind)}},
                   {t(text::body_organisation), ui::linked(call, view.organisation)},
                   {t(text::body_parent), view.parent ? ui::linked(call, *view.parent) : Html{}},
                   {t(text::body_children), children.empty() ? Html{} : html::ul(html::cls("ds-list"), children)},
                   {t(text::case_themes), html::join(themes, ", ")},
                   {t(text::body_openness), Html{t(view.is_open ? text::body_is_open : text::body_is_closed)}}}));
}

static Html work(const http::Call& call, const BodyView& view, const BodyRights& rights) {
    std::vector<Html> entries;
    const auto page = [&](const i18n::Message& name, const std::string& path) {
        entries.push_back(html::li(ui::link(call.t(name), call.url(path))));
    };
    if (rights.may_hold) page(text::meeting_plan, "/meetings/new?body=" + view.slug);
    if (rights.may_hold) page(text::role_conflicts, view.url + "/role-conflicts");
    if (rights.may_appoint) page(text::member_appoint, view.url + "/appointments/new");
    if (rights.may_maintain) {
        page(text::body_change, view.url + "/change");
        page(text::mandate_new, view.url + "/mandates/new");
        page(text::rules_new, view.url + "/rules/new");
    }
    return entries.empty() ? Html{} : ui::card(call.t(text::body_work), html::ul(html::cls("ds-list"), entries), true);
}

static Html rules(const http::Call& call, const BodyView& view) {
    const auto& t = call.t;
    auto content = rules_in_words(call, view.rules.rules);
    content += html::p(html::cls("meta"), t(text::rules_adopted({.number = view.rules.number,
                                                                 .adoptedBy = view.rules.adopted_by,
                                                                 .from = t.date(view.rules.valid_from)})));
    if (!view.rules.profile.empty()) {
        const auto words =
            t(text::profile_version_of({.profile = view.rules.profile, .number = view.rules.profile_number}));
        content +=
            html::p(t(text::profile_follows), " ", ui::link(words, call.url("/rule-profiles/" + view.rules.profile)));
    }
    for (const auto& other : view.other_rules) {
        content += ui::details(t(text::rules_version({.number = other.number, .from = t.date(other.valid_from)})),
                               rules_in_words(call, other.rules));
    }
    return ui::card(t(text::rules), content);
}

Html body_page(const http::Call& call, const BodyView& view, const BodyRights& rights, const Html& follow,
               const Html& panels) {
    const auto& t = call.t;
    const auto main =
        html::join({mandate(call, view), members(call, view, rights),
                    ui::section(t(text::body_coming_meetings), "coming",
                                meeting_cards(call, view.coming_meetings, t(text::body_no_coming), false)),
                    cases(call, view), panels,
                    ui::section(t(text::body_past_meetings), "past",
                                meeting_cards(call, view.past_meetings, t(text::body_no_past), false)),
                    happenings_of(call, view.happenings)});
    const auto json = view.url + ".json", ics = view.url + ".ics", atom = view.url + ".atom";
    const auto side =
        html::join({work(call, view, rights), about(call, view), rules(call, view), follow,
                    ui::formats_card(call, {{"JSON", json}, {t(text::meeting_calendar_file), ics}, {"Atom", atom}})});
    ui::Hero hero;
    hero.title = view.name;
    hero.lead = t(text::body_lead({.kind = label(call, view.kind), .organisation = view.organisation.name}));
    if (view.is_invented) hero.tags.push_back(ui::tag(t(text::case_invented), ui::Tone::warning));
    if (!view.is_open) hero.tags.push_back(ui::tag(t(text::body_closed), ui::Tone::warning, ui::Icon::lock));
    ui::Page page;
    page.title = view.name;
    page.crumbs = {{t(text::bodies), call.url("/bodies")}, {view.name, {}}};
    page.hero = ui::hero(hero);
    page.content = ui::columns(main, side, t(text::body_about));
    page.alternates = {{http::Format::json, json}, {http::Format::ics, ics}, {http::Format::atom, atom}};
    page.description = hero.lead;
    return ui::page(call, page);
}

} // namespace governance
