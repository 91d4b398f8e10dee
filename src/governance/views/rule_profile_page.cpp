#include "governance/texts.hpp"
#include "governance/views/meeting_labels.hpp"
#include "governance/views/rule_profile_pages.hpp"
#include "platform/ensure.hpp"
#include "platform/ui/page.hpp"

namespace governance {

const ProfileVersionView& ProfileView::version() const {
    const auto* found = before(shown + 1);
    ensure(found != nullptr);
    return *found;
}

const ProfileVersionView* ProfileView::before(int number) const {
    const auto found = std::ranges::find(versions, number - 1, &ProfileVersionView::number);
    return found == versions.end() ? nullptr : &*found;
}

static Html bodies_following(const http::Call& call, const std::vector<NamedLink>& bodies) {
    if (bodies.empty()) return html::p(call.t(text::profile_no_bodies));
    std::vector<Html> links;
    for (const auto& body : bodies)
        links.push_back(html::li(ui::linked(call, body)));
    return html::ul(html::cls("ds-list"), links);
}

Html profile_list_page(const http::Call& call, const ProfileListView& view, bool may_keep) {
    const auto& t = call.t;
    std::vector<Html> cards;
    for (const auto& row : view.profiles) {
        std::vector<Html> tags;
        if (row.is_unread) tags.push_back(ui::tag(t(text::profile_unread), ui::Tone::warning));
        const auto meta = t(text::profile_version({.number = row.number, .from = t.date(row.valid_from)}));
        cards.push_back(ui::link_card(row.name, call.url(row.url), row.profile + " · " + meta, tags,
                                      t(text::profile_bodies({.count = std::ssize(row.bodies)}))));
    }
    ui::Page page;
    page.title = t(text::profiles);
    page.crumbs = {{t(text::bodies), call.url("/bodies")}, {page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::profiles_lead);
    if (may_keep) {
        hero.beside = ui::button_link(t(text::profile_new), call.url("/rule-profiles/new"), "primary", ui::Icon::plus);
    }
    page.hero = ui::hero(hero);
    page.content = html::join({ui::card_grid(cards), ui::formats_card(call, {{"JSON", "/rule-profiles.json"}})});
    page.alternates = {{http::Format::json, "/rule-profiles.json"}};
    page.description = hero.lead;
    return ui::page(call, page);
}

/// Topic by topic what was said before and what is said now; topics that say the same are left out.
static Html changes_of(const http::Call& call, const BodyRules& before, const BodyRules& after) {
    const auto older = rule_lines(call, before), newer = rule_lines(call, after);
    std::vector<std::vector<Html>> rows;
    for (std::size_t i = 0; i < newer.size(); ++i) {
        if (older[i].words == newer[i].words) continue;
        rows.push_back({Html{newer[i].topic}, Html{older[i].words}, Html{newer[i].words}});
    }
    const auto& t = call.t;
    if (rows.empty()) return html::p(t(text::profile_same_words));
    return ui::table(
        t(text::profile_changes),
        {{.name = t(text::profile_topic)}, {.name = t(text::profile_before)}, {.name = t(text::profile_now)}}, rows);
}

static Html versions_of(const http::Call& call, const ProfileView& view) {
    const auto& t = call.t;
    Html content;
    for (const auto& version : view.versions) {
        const auto words = t(text::profile_version({.number = version.number, .from = t.date(version.valid_from)}));
        const auto* before = view.before(version.number);
        auto inner = html::p(html::cls("meta"), t(text::profile_adopted({.adoptedBy = version.adopted_by})));
        if (before != nullptr) inner += changes_of(call, before->rules, version.rules);
        if (version.number != view.shown)
            inner += html::p(ui::link(t(text::profile_show_version), call.url(version.url)));
        content += ui::details(words, inner, version.number == view.shown && before != nullptr);
    }
    return ui::section(t(text::profile_versions), "versions", content);
}

Html profile_page(const http::Call& call, const ProfileView& view, bool may_keep) {
    const auto& t = call.t;
    const auto& version = view.version();
    auto main = ui::section(t(text::profile_rules), "rules", rules_in_words(call, version.rules));
    main += versions_of(call, view);
    std::vector<Html> unread;
    for (const auto& line : view.unread)
        unread.push_back(html::li(line));
    if (!unread.empty()) {
        main +=
            ui::section(t(text::profile_unread_heading), "unread",
                        html::join({html::p(t(text::profile_unread_text)), html::ul(html::cls("ds-list"), unread)}));
    }
    Html side;
    if (may_keep) {
        side +=
            ui::card(t(text::body_work),
                     html::ul(html::cls("ds-list"),
                              html::li(ui::link(t(text::profile_new_version), call.url(view.url + "/versions/new")))),
                     true);
    }
    side += ui::card(t(text::profile_about), ui::facts({{t(text::profile_id), Html{view.profile}},
                                                        {t(text::profile_basis), Html{view.basis}},
                                                        {t(text::profile_digest), html::code(version.sha256)}}));
    side += ui::card(t(text::profile_followers), bodies_following(call, view.bodies));
    side += ui::formats_card(call, {{"JSON", view.url + ".json"}});
    ui::Hero hero;
    hero.title = view.name;
    hero.lead = t(text::profile_lead);
    hero.facts = t(text::profile_version({.number = version.number, .from = t.date(version.valid_from)}));
    if (version.is_in_force) hero.tags.push_back(ui::tag(t(text::profile_in_force), ui::Tone::success));
    if (version.valid_from > call.today()) hero.tags.push_back(ui::tag(t(text::profile_not_yet)));
    if (!view.unread.empty()) hero.tags.push_back(ui::tag(t(text::profile_unread), ui::Tone::warning));
    ui::Page page;
    page.title = view.name;
    page.crumbs = {
        {t(text::bodies), call.url("/bodies")}, {t(text::profiles), call.url("/rule-profiles")}, {view.name, {}}};
    page.hero = ui::hero(hero);
    page.content = ui::columns(main, side, t(text::profile_about));
    page.alternates = {{http::Format::json, view.url + ".json"}};
    return ui::page(call, page);
}

} // namespace governance
