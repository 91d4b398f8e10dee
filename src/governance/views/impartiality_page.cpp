#include "governance/views/impartiality_page.hpp"
#include "governance/domain/los.hpp"
#include "governance/views/meeting_forms.hpp"

#include <fmt/format.h>

namespace governance {

std::string impartiality_in_words(const http::Call& call, const ImpartialityView& raised) {
    const auto who = with_organisation(raised.name, raised.on_behalf_of);
    const auto ruling = raised.ruling ? label(call, *raised.ruling) : call.t(text::impartiality_is_open);
    return fmt::format("{}: {}, {}", who, ruling, label(call, raised.ground));
}

Html impartiality_of(const http::Call& call, const std::vector<ImpartialityView>& all) {
    if (all.empty()) return {};
    std::vector<Html> lines;
    for (const auto& raised : all) {
        auto line = Html{impartiality_in_words(call, raised)};
        if (raised.record) {
            const auto path = call.url("/decisions/" + raised.record->to_string());
            line = html::join({line, Html{" "}, ui::link(call.t(text::working_show), path)});
        }
        lines.push_back(html::li(line));
    }
    return html::join(
        {html::h4(html::cls("ds-heading"), html::attribute("data-size", "2xs"), call.t(text::impartiality)),
         html::ul(html::cls("ds-list"), lines)});
}

template <class Wanted>
static std::vector<ui::Choice> attendees_that(const MeetingView& view, Wanted&& wanted) {
    std::vector<ui::Choice> choices;
    for (const auto& attendee : view.attendees) {
        if (!wanted(attendee)) continue;
        choices.push_back(
            {attendee.appointment.to_string(), with_organisation(attendee.name, attendee.on_behalf_of), {}, false});
    }
    return choices;
}

static std::vector<ui::Choice> or_nobody(std::vector<ui::Choice> choices, std::string nobody) {
    choices.insert(choices.begin(), ui::Choice{.value = {}, .label = std::move(nobody)});
    return choices;
}

static Html hints_of(const http::Call& call, const std::vector<ImpartialityHint>& hints) {
    if (hints.empty()) return {};
    std::vector<Html> lines;
    for (const auto& hint : hints) {
        const auto why = hint.kind == ImpartialityHint::Kind::owner   ? call.t(text::impartiality_hint_owner)
                         : hint.kind == ImpartialityHint::Kind::named ? call.t(text::impartiality_hint_named)
                                                                      : call.t(text::impartiality_hint_other_body);
        lines.push_back(html::li(with_organisation(hint.name, hint.on_behalf_of) + ": " + why));
    }
    return ui::alert(ui::Tone::info, call.t(text::impartiality_hints), html::ul(html::cls("ds-list"), lines));
}

/// The body's ruling on one question that is open, counted without whom it is about.
static Html ruling_form(const http::Call& call, const MeetingView& view, const std::string& path,
                        const ImpartialityView& raised) {
    const ui::FormState nothing;
    const auto number = [&](std::string_view name, const i18n::Message& words) {
        auto field = ui::required_field(call, name, words, "0");
        field.type = "number";
        field.width = "sm";
        return ui::field(call, nothing, field);
    };
    const auto deputies = or_nobody(
        attendees_that(
            view, [](const AttendeeView& each) { return each.role == AppointmentRole::deputy && !each.is_present; }),
        call.t(text::impartiality_no_deputy));
    const auto method = html::input(html::attribute("type", "hidden"), html::attribute("name", "method"),
                                    html::attribute("value", "count"));
    auto remark = ui::labelled_field(call, "remark", text::field_remark);
    remark.hint = call.t(text::field_remark_hint);
    const auto fields =
        html::join({html::p(impartiality_in_words(call, raised)), method,
                    number("inFavour", text::impartiality_in_favour), number("against", text::impartiality_against),
                    ui::select(call, nothing, ui::labelled_field(call, "deputy", text::impartiality_deputy), deputies),
                    ui::field(call, nothing, remark), ui::submit(call.t(text::impartiality_rule))});
    return ui::form(call, fmt::format("{}/{}/ruling", path, raised.id.to_string()), fields);
}

Html impartiality_page(const http::Call& call, const ui::FormState& state, const MeetingView& view,
                       const ItemView& item, const std::vector<ImpartialityHint>& hints) {
    const auto back = fmt::format("{}/items/{}", view.url, item.id.to_string());
    const auto path = back + "/impartiality";
    auto above = html::join({hints_of(call, hints), impartiality_of(call, item.impartiality)});
    for (const auto& raised : item.impartiality) {
        if (!raised.ruling) above += ruling_form(call, view, path, raised);
    }
    const auto members = attendees_that(view, [](const AttendeeView& each) {
        return each.may_vote || each.role == AppointmentRole::deputy || each.is_present;
    });
    const auto voters = or_nobody(attendees_that(view, [](const AttendeeView& each) { return each.may_vote; }),
                                  call.t(text::impartiality_by_oneself));
    auto reason = ui::labelled_field(call, "reason", text::impartiality_reason);
    reason.rows = 3;
    reason.hint = call.t(text::impartiality_reason_hint);
    return ui::form_page(
        call, state,
        {.title = call.t(text::impartiality),
         .lead = call.t(text::impartiality_lead),
         .send = call.t(text::impartiality_raise),
         .path = path,
         .crumbs = crumbs_of(call, view),
         .back = back,
         .facts = title_of(call, view) + " · " + item.number + " " + title_of(call, item)},
        html::join(
            {ui::select(call, state, ui::required_field(call, "who", text::impartiality_who), members),
             ui::select(call, state, ui::labelled_field(call, "raisedBy", text::impartiality_raised_by), voters),
             ui::select(call, state, ui::required_field(call, "ground", text::impartiality_ground_field, "particular"),
                        words_as_choices<ImpartialityGround>(call)),
             ui::field(call, state, reason)}),
        above);
}

Html role_conflict_page(const http::Call& call, const ui::FormState& state, const NamedLink& body,
                        const std::vector<ui::Choice>& others) {
    std::vector<ui::Choice> choices{{{}, call.t(text::role_conflict_all_themes), {}, false}};
    for (const auto& theme : themes()) {
        if (theme.broader.empty()) {
            choices.push_back({std::string{theme.slug}, std::string{theme.name(call.request.language)}, {}, false});
        }
    }
    return ui::form_page(
        call, state,
        {.title = call.t(text::role_conflict_new),
         .lead = call.t(text::role_conflict_lead),
         .send = call.t(text::form_save),
         .path = body.url + "/role-conflicts",
         .crumbs = {{call.t(text::bodies), call.url("/bodies")}, {body.name, call.url(body.url)}},
         .back = body.url + "/role-conflicts",
         .facts = body.name},
        html::join(
            {ui::select(call, state, ui::required_field(call, "memberOf", text::role_conflict_member_of), others),
             ui::select(call, state, ui::labelled_field(call, "theme", text::case_themes), choices),
             ui::field(call, state, ui::required_field(call, "basis", text::profile_basis))}));
}

static Html role_conflict_table(const http::Call& call, const RoleConflictListView& view) {
    const auto& t = call.t;
    std::vector<std::vector<Html>> rows;
    for (const auto& row : view.conflicts) {
        const auto members =
            row.members.empty() ? t(text::role_conflict_nobody) : fmt::format("{}", fmt::join(row.members, ", "));
        std::vector<Html> cells{ui::linked(call, row.other),
                                Html{row.theme.empty() ? t(text::role_conflict_all_themes) : row.theme_name},
                                Html{members}, Html{row.basis}};
        if (view.may_change) {
            cells.push_back(ui::post_button(call, t(text::role_conflict_remove),
                                            view.body.url + "/role-conflicts/removal", "tertiary",
                                            {{"memberOf", row.member_of.to_string()}, {"theme", row.theme}}));
        }
        rows.push_back(std::move(cells));
    }
    std::vector<ui::Column> columns{{.name = t(text::role_conflict_member_of)},
                                    {.name = t(text::case_themes), .hides_on_phone = true},
                                    {.name = t(text::role_conflict_members)},
                                    {.name = t(text::profile_basis), .hides_on_phone = true}};
    if (view.may_change) columns.push_back({.name = t(text::role_conflict_remove)});
    return rows.empty() ? html::p(t(text::role_conflict_none)) : ui::table(t(text::role_conflicts), columns, rows);
}

Html role_conflict_list_page(const http::Call& call, const RoleConflictListView& view, const ui::FormState& state) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::role_conflicts);
    page.crumbs = {{t(text::bodies), call.url("/bodies")}, {view.body.name, call.url(view.body.url)}, {page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::role_conflict_lead);
    hero.facts = view.body.name;
    page.hero = ui::hero(hero);
    Html add;
    if (view.may_change) {
        const auto form = call.url(view.body.url + "/role-conflicts/new");
        add = html::div(html::cls("buttons"),
                        ui::button_link(t(text::role_conflict_add), form, "primary", ui::Icon::plus));
    }
    const auto json = view.body.url + "/role-conflicts.json";
    page.content = ui::columns(html::join({ui::error_summary(call, state), role_conflict_table(call, view), add}),
                               ui::formats_card(call, {{"JSON", json}}), t(text::role_conflicts));
    page.alternates = {{http::Format::json, json}};
    page.has_errors = state.error != nullptr;
    return ui::page(call, page);
}

} // namespace governance
