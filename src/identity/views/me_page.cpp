#include "identity/texts.hpp"
#include "identity/views/pages.hpp"

#include <fmt/format.h>

namespace identity::views {

using namespace html;

static std::string role_name(const http::Call& call, std::string_view role) {
    return call.t.by_name(fmt::format("role.{}", role));
}

static Html roles_section(const http::Call& call, const MeView& view) {
    const auto& t = call.t;
    if (view.roles.empty()) return ui::empty_state(t(text::me_no_roles_heading), t(text::me_no_roles_text));
    std::vector<std::vector<Html>> rows;
    for (const auto& role : view.roles) {
        const auto use =
            role.is_current
                ? ui::tag(t(text::me_role_current), ui::Tone::success, ui::Icon::checkmark_circle)
                : ui::post_button(call, t(text::me_role_use), "/me/role", "secondary", {{"holdingId", role.id}});
        rows.push_back({Html{role.title}, Html{role_name(call, role.role)}, Html{role.organisation}, use});
    }
    return ui::table(t(text::me_roles_heading),
                     {{t(text::me_role_title)},
                      {t(text::me_role_kind), false, true},
                      {t(text::me_role_organisation), false, true},
                      {t(text::me_role_use_column)}},
                     rows);
}

static Html sessions_section(const http::Call& call, const MeView& view) {
    const auto& t = call.t;
    std::vector<std::vector<Html>> rows;
    for (const auto& session : view.sessions) {
        const auto end = session.is_current
                             ? ui::tag(t(text::me_session_current), ui::Tone::info)
                             : ui::post_button(call, t(text::me_session_end),
                                               fmt::format("/me/sessions/{}/end", session.id), "secondary");
        rows.push_back({Html{t.date_time(session.began_at)}, Html{t.date_time(session.ends_at)}, end});
    }
    return ui::table(
        t(text::me_sessions_heading),
        {{t(text::me_session_began)}, {t(text::me_session_ends), false, true}, {t(text::me_session_end_column)}}, rows);
}

Html me_page(const http::Call& call, const MeView& view) {
    const auto& t = call.t;
    std::vector<Html> rights;
    for (const auto& right : view.rights) {
        const auto words = t.by_name(fmt::format("right.{}", right));
        rights.push_back(li(words.empty() ? right : words));
    }
    ui::Page page;
    page.title = t(text::me_title);
    page.crumbs = {{page.title, ""}};
    page.hero =
        ui::hero({.title = view.name,
                  .lead = view.authority,
                  .facts = view.organisation.empty() ? t(text::me_own_behalf)
                                                     : t(text::me_on_behalf({.organisation = view.organisation}))});
    const auto ways = ui::person_links(call, "ds-link");
    const auto main =
        join({ways.empty() ? Html{} : ui::section(t(text::me_ways_heading), "ways", ul(cls("ds-list"), ways)),
              ui::section(t(text::me_roles_heading), "roles", roles_section(call, view)),
              ui::section(t(text::me_sessions_heading), "sessions", sessions_section(call, view))});
    const auto side = join(
        {ui::card(t(text::me_rights_heading), rights.empty() ? p(t(text::me_rights_none)) : ul(cls("ds-list"), rights)),
         ui::card(t(text::me_log_out_heading), ui::post_button(call, t(text::me_log_out), "/logout")),
         p(ui::link(t(text::rights_title), call.url("/rights")))});
    page.content = ui::columns(main, side, t(text::me_side_label));
    return ui::page(call, page);
}

Html rights_page(const http::Call& call, const RightsView& view) {
    const auto& t = call.t;
    std::vector<std::vector<Html>> rows;
    for (const auto& line : view.roles) {
        std::vector<Html> rights;
        for (const auto& right : line.rights) {
            const auto words = t.by_name(fmt::format("right.{}", right));
            rights.push_back(li(words.empty() ? right : words));
        }
        rows.push_back({Html{role_name(call, line.role)}, Html{t.by_name(fmt::format("reach.{}", line.reach))},
                        rights.empty() ? Html{t(text::rights_only_public)} : ul(cls("ds-list"), rights)});
    }
    ui::Page page;
    page.title = t(text::rights_title);
    page.crumbs = {{page.title, ""}};
    page.hero = ui::hero({.title = page.title, .lead = t(text::rights_lead)});
    page.content =
        ui::table(page.title, {{t(text::rights_role)}, {t(text::rights_reach)}, {t(text::rights_rights)}}, rows);
    page.alternates = {{http::Format::json, "/rights.json"}};
    return ui::page(call, page);
}

} // namespace identity::views
