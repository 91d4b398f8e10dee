#include "identity/texts.hpp"
#include "identity/views/pages.hpp"

#include <fmt/format.h>

namespace identity::views {

using namespace html;

static Html person_form(const http::Call& call, const LoginView& view, const InventedPerson& person) {
    const auto who =
        person.organisation.empty() ? person.title : fmt::format("{} – {}", person.title, person.organisation);
    return li(
        cls("people__row"), div(p(cls("people__name"), strong(person.name)), p(cls("meta"), who)),
        ui::form(call, "/login/demonstration",
                 join({input(attribute("type", "hidden"), attribute("name", "personId"), attribute("value", person.id)),
                       input(attribute("type", "hidden"), attribute("name", "returnPath"),
                             attribute("value", view.return_path)),
                       view.is_for_high
                           ? input(attribute("type", "hidden"), attribute("name", "level"), attribute("value", "high"))
                           : Html{},
                       button(cls("ds-button"), attribute("type", "submit"), attribute("data-variant", "secondary"),
                              attribute("aria-label", call.t(text::login_as_person({.name = person.name}))),
                              call.t(text::login_choose))})));
}

static std::string next_query(const LoginView& view) {
    http::Form query;
    query.add("next", view.return_path);
    if (view.is_for_high) query.add("level", "high");
    return query.to_string();
}

Html login_page(const http::Call& call, const LoginView& view, const ui::FormState& state) {
    const auto& t = call.t;
    std::vector<Html> parts{ui::error_summary(call, state)};
    if (view.has_provider) {
        parts.push_back(ui::card(t(text::login_provider_heading),
                                 join({p(t(text::login_provider_lead)),
                                       p(ui::button_link(t(text::login_provider_button),
                                                         call.url("/login/start") + "?" + next_query(view)))})));
    }
    if (view.has_demonstration) {
        std::vector<Html> rows;
        for (const auto& person : view.people)
            rows.push_back(person_form(call, view, person));
        parts.push_back(ui::section(t(text::login_demonstration_heading), "invented",
                                    join({p(t(text::login_demonstration_lead)), ul(cls("people"), rows)})));
    }
    if (!view.has_demonstration && !view.has_provider) {
        parts.push_back(ui::empty_state(t(text::login_closed_heading), t(text::login_closed_text)));
    }
    ui::Page page;
    page.title = t(text::login_title);
    page.crumbs = {{page.title, ""}};
    page.hero = ui::hero({.title = page.title, .lead = t(view.is_for_high ? text::login_lead_high : text::login_lead)});
    page.content = join(parts);
    page.has_errors = state.error != nullptr;
    return ui::page(call, page);
}

Html goodbye_page(const http::Call& call, std::string_view provider_address) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::goodbye_title);
    page.crumbs = {{page.title, ""}};
    page.hero = ui::hero({.title = page.title, .lead = t(text::goodbye_lead)});
    page.content = p(ui::button_link(t(text::goodbye_button), provider_address));
    return ui::page(call, page);
}

} // namespace identity::views
