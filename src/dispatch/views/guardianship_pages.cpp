#include "dispatch/views/guardianship_pages.hpp"

#include "dispatch/texts.hpp"
#include "platform/ui/form_page.hpp"
#include "platform/ui/page.hpp"

namespace dispatch {

static Html ward_cards(const http::Call& call, const GuardianshipsView& view) {
    const auto& t = call.t;
    if (view.wards.empty()) return html::p(t(text::guardianships_wards_none));
    std::vector<Html> cards;
    for (const auto& ward : view.wards) {
        cards.push_back(ui::link_card(t(text::delegation_letters_of({.name = ward.name})), call.url(ward.letters_url),
                                      t(text::guardianship_confirmed({.time = t.date_time(ward.confirmed_at)})), {}));
    }
    return ui::card_grid(cards);
}

static Html guardian_lines(const http::Call& call, const GuardianshipsView& view) {
    const auto& t = call.t;
    if (view.guardians.empty()) return html::p(t(text::guardianships_guardians_none));
    std::vector<ui::Happening> lines;
    for (const auto& guardian : view.guardians) {
        const auto until = guardian.ended_at ? t(text::guardianship_until({.time = t.date_time(*guardian.ended_at)}))
                                             : t(text::guardianship_in_force);
        lines.push_back({.when = t.date_time(guardian.added_at),
                         .machine_time = to_string(guardian.added_at),
                         .what = Html{t(text::guardianship_begun({.name = guardian.name}))},
                         .who = until,
                         .icon = ui::Icon::people});
    }
    return html::join(
        {ui::timeline(lines), html::p(t(text::guardianships_guardians_text)),
         html::p(ui::button_link(t(text::readings), call.url("/post-readings"), "secondary", ui::Icon::eye))});
}

Html guardianships_page(const http::Call& call, const GuardianshipsView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::guardianships);
    page.crumbs = {{t(text::mailbox), call.url("/mailbox")}, {page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::guardianships_lead);
    if (view.is_on && view.is_known) {
        hero.beside =
            ui::button_link(t(text::guardianship_new), call.url("/guardianships/new"), "primary", ui::Icon::plus);
    }
    page.hero = ui::hero(hero);
    Html trouble;
    if (!view.is_on) {
        trouble = ui::alert(ui::Tone::info, t(text::guardianships_off), html::p(t(text::guardianships_off_text)));
    } else if (!view.is_known) {
        trouble = ui::alert(ui::Tone::info, t(text::mailbox_unknown), html::p(t(text::mailbox_unknown_text)));
    }
    page.content = html::join({trouble, ui::section(t(text::guardianships_wards), "wards", ward_cards(call, view)),
                               ui::section(t(text::guardianships_guardians), "guardians", guardian_lines(call, view)),
                               ui::formats_card(call, {{"JSON", "/guardianships.json"}})});
    page.alternates = {{http::Format::json, "/guardianships.json"}};
    return ui::page(call, page);
}

Html new_guardianship_page(const http::Call& call, const ui::FormState& state) {
    const auto& t = call.t;
    auto number = ui::required_field(call, "identityNumber", text::guardianship_number);
    number.hint = t(text::guardianship_number_hint);
    number.width = "md";
    number.autocomplete = "off";
    return ui::form_page(
        call, state,
        {.title = t(text::guardianship_new),
         .lead = t(text::guardianship_new_lead),
         .send = t(text::guardianship_ask),
         .path = "/guardianships",
         .crumbs = {{t(text::mailbox), call.url("/mailbox")}, {t(text::guardianships), call.url("/guardianships")}},
         .back = "/guardianships"},
        ui::field(call, state, number));
}

} // namespace dispatch
