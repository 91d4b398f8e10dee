#include "dispatch/rights.hpp"
#include "dispatch/texts.hpp"
#include "dispatch/views/pages.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/form_page.hpp"
#include "platform/ui/page.hpp"

namespace dispatch {

static Html letter_card(const http::Call& call, const LetterRow& row) {
    const auto& t = call.t;
    std::vector<Html> tags;
    if (row.is_locked) tags.push_back(ui::tag(t(text::letter_locked), ui::Tone::warning, ui::Icon::padlock));
    if (!row.is_opened) tags.push_back(ui::tag(t(text::letter_unopened), ui::Tone::accent, ui::Icon::envelope));
    if (row.waits_for_signature) {
        tags.push_back(ui::tag(t(text::letter_to_sign), ui::Tone::warning, ui::Icon::seal));
    }
    if (!row.department.empty()) tags.push_back(ui::tag(row.department, ui::Tone::neutral));
    if (!row.opened_by.empty()) {
        tags.push_back(ui::tag(t(text::letter_opened_by({.name = row.opened_by})), ui::Tone::neutral, ui::Icon::eye));
    }
    const auto title = row.is_damaged ? t(text::letter_damaged) : t(text::letter_locked_title);
    return ui::link_card(row.is_damaged || row.is_locked ? title : row.title, call.url(row.url),
                         t(text::letter_from({.sender = row.sender, .day = t.date(norwegian_date(row.received_at))})),
                         tags, t(text::letter_documents_count({.count = row.documents})));
}

/// Where a list of letters stands; box and what is asked for besides go into the query.
static std::string mailbox_place(const std::optional<ActingView>& acting) {
    return acting ? acting->url : "/mailbox";
}

static http::Form mailbox_question(Box box, bool is_archive) {
    http::Form query;
    if (box == Box::organisation) query.add("box", "organisation");
    if (is_archive) query.add("archived", "true");
    return query;
}

static std::string mailbox_path(std::string place, Box box, bool is_archive) {
    const auto asked = mailbox_question(box, is_archive).to_string();
    return asked.empty() ? place : place + "?" + asked;
}

std::string path_of_mailbox(const std::optional<ActingView>& acting, Box box, bool is_archive) {
    return mailbox_path(mailbox_place(acting), box, is_archive);
}

/// Own letters, the organisation's, those of others, and what was put away of those shown.
static Html mailbox_choices(const http::Call& call, const MailboxView& view) {
    const auto& t = call.t;
    const auto here = path_of_mailbox(view.acting, view.box, view.is_archive);
    const auto entry = [&](std::string_view label, const std::string& path) {
        return html::li(html::a(html::cls("ds-tag"), html::href(call.url(path)),
                                html::attribute_if(path == here, "aria-current", "true"), label));
    };
    std::vector<Html> entries{entry(t(text::mailbox_own), mailbox_path("/mailbox", Box::own, false))};
    if (!view.organisation.empty()) {
        entries.push_back(entry(view.organisation, mailbox_path("/mailbox", Box::organisation, false)));
    }
    for (const auto& giver : view.others) {
        entries.push_back(entry(t(text::delegation_letters_of({.name = giver.name})), giver.url));
    }
    entries.push_back(entry(t(text::mailbox_archive), path_of_mailbox(view.acting, view.box, true)));
    return html::nav(html::attribute("aria-label", t(text::mailbox_choices)), html::ul(html::cls("fmt"), entries));
}

/// What somebody has given and waits for an answer to.
static Html mailbox_offers(const http::Call& call, const MailboxView& view) {
    if (view.offers.empty() || view.acting) return {};
    const auto& t = call.t;
    std::vector<Html> entries;
    for (const auto& giver : view.offers) {
        entries.push_back(
            html::li(ui::link(t(text::delegation_offered_by({.name = giver.name})), call.url(giver.url))));
    }
    return ui::alert(ui::Tone::info, t(text::delegation_offers), html::ul(html::cls("ds-list"), entries));
}

/// Who reads the post besides the one whose it is, without having been asked by them.
static Html mailbox_guardians(const http::Call& call, const MailboxView& view) {
    if (view.guardians.empty()) return {};
    const auto& t = call.t;
    std::vector<Html> entries;
    for (const auto& name : view.guardians) {
        entries.push_back(html::li(name));
    }
    return ui::alert(ui::Tone::info, t(text::guardianship_yours),
                     html::join({html::ul(html::cls("ds-list"), entries),
                                 html::p(ui::link(t(text::guardianship_yours_more), call.url("/guardianships")))}));
}

/// The same question, from the last letter on.
static Html older_letters(const http::Call& call, const MailboxView& view) {
    if (!view.has_more) return {};
    auto query = mailbox_question(view.box, view.is_archive);
    if (!view.words.empty()) query.add("words", view.words);
    if (!view.department.empty()) query.add("department", view.department);
    query.add("behind", view.letters.back().id.to_string());
    return html::p(ui::button_link(call.t(text::mailbox_older),
                                   call.url(mailbox_place(view.acting)) + "?" + query.to_string(), "secondary",
                                   ui::Icon::arrow_right));
}

static Html hidden(std::string_view name, std::string_view value) {
    return html::input(html::attribute("type", "hidden"), html::attribute("name", name),
                       html::attribute("value", value));
}

/// Only where the organisation has any.
static Html department_select(const http::Call& call, const MailboxView& view) {
    if (view.departments.empty()) return {};
    auto field = ui::labelled_field(call, "department", text::department);
    field.value = view.department;
    std::vector<ui::Choice> choices{{.value = {}, .label = call.t(text::choice_all_departments), .hint = {}}};
    for (const auto& department : view.departments)
        choices.push_back({.value = department.key, .label = department.name, .hint = {}});
    return ui::select(call, {}, field, choices);
}

static Html mailbox_search(const http::Call& call, const MailboxView& view) {
    ui::Field words;
    words.name = "words";
    words.label = call.t(text::mailbox_search);
    words.type = "search";
    words.value = view.words;
    words.width = "md";
    return ui::filter_form(call, mailbox_place(view.acting),
                           html::join({view.box == Box::organisation ? hidden("box", "organisation") : Html{},
                                       view.is_archive ? hidden("archived", "true") : Html{},
                                       ui::field(call, {}, words), department_select(call, view)}));
}

static Html nothing_to_show(const http::Call& call, const MailboxView& view) {
    const auto& t = call.t;
    if (!view.is_known) return ui::empty_state(t(text::mailbox_unknown), t(text::mailbox_unknown_text));
    if (!view.words.empty()) return ui::empty_state(t(text::mailbox_not_found), t(text::mailbox_not_found_text));
    if (view.acting) {
        return ui::empty_state(t(text::mailbox_none),
                               t(view.acting->is_guardian ? text::guardianship_none_text : text::delegation_none_text));
    }
    if (view.is_archive) return ui::empty_state(t(text::mailbox_archive_none), t(text::mailbox_archive_none_text));
    return ui::empty_state(t(text::mailbox_none), t(text::mailbox_none_text));
}

std::string acting_words(const http::Call& call, const ActingView& acting) {
    const auto& name = acting.name;
    return acting.is_guardian ? call.t(text::guardianship_acting({.name = name}))
                              : call.t(text::delegation_acting({.name = name}));
}

static ui::Hero mailbox_hero(const http::Call& call, const MailboxView& view, const std::string& title) {
    const auto& t = call.t;
    ui::Hero hero;
    hero.title = title;
    hero.lead = t(view.box == Box::own ? text::mailbox_lead : text::mailbox_organisation_lead);
    if (view.acting) {
        hero.lead = acting_words(call, *view.acting);
        return hero;
    }
    std::vector<Html> ways;
    if (view.is_known && view.box == Box::own) {
        ways.push_back(ui::button_link(t(text::delegations), call.url("/delegations"), "secondary", ui::Icon::people));
        ways.push_back(
            ui::button_link(t(text::guardianships), call.url("/guardianships"), "secondary", ui::Icon::person));
    }
    if (call.principal.may_somewhere(right::see_outbox)) {
        ways.push_back(ui::button_link(t(text::outbox), call.url("/outbox"), "secondary", ui::Icon::upload));
    }
    if (!ways.empty()) hero.beside = html::div(html::cls("buttons"), ways);
    return hero;
}

/// Letters of level 4 are not there for whoever reads for another at a weaker log-in, so nothing tells of them.
static Html acting_limits(const http::Call& call, const MailboxView& view) {
    if (!view.acting || view.acting->shows_high) return {};
    return html::p(html::cls("meta"),
                   call.t(view.acting->is_guardian ? text::guardianship_acting_high : text::delegation_acting_high));
}

Html mailbox_page(const http::Call& call, const MailboxView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = view.acting            ? t(text::mailbox_of({.name = view.acting->name}))
                 : view.box == Box::own ? t(text::mailbox)
                                        : t(text::mailbox_of({.name = view.organisation}));
    page.crumbs = {{page.title, {}}};
    if (view.acting) page.crumbs.insert(page.crumbs.begin(), ui::Crumb{t(text::mailbox), call.url("/mailbox")});
    page.hero = ui::hero(mailbox_hero(call, view, page.title));
    std::vector<Html> cards;
    for (const auto& row : view.letters) {
        cards.push_back(letter_card(call, row));
    }
    const auto place = mailbox_place(view.acting);
    const auto json_path = mailbox_path(place, view.box, view.is_archive).insert(place.size(), ".json");
    page.content =
        html::join({mailbox_offers(call, view), mailbox_guardians(call, view), mailbox_choices(call, view),
                    acting_limits(call, view), view.is_known ? mailbox_search(call, view) : Html{},
                    cards.empty() ? nothing_to_show(call, view) : ui::card_grid(cards), older_letters(call, view),
                    view.is_cut ? html::p(html::cls("meta"), t(text::mailbox_cut)) : Html{},
                    ui::formats_card(call, {{"JSON", json_path}})});
    page.alternates = {{http::Format::json, json_path}};
    return ui::page(call, page);
}

} // namespace dispatch
