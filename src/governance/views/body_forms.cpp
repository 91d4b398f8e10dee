#include "governance/domain/los.hpp"
#include "governance/texts.hpp"
#include "governance/views/body_pages.hpp"
#include "governance/views/meeting_forms.hpp"
#include "governance/views/meeting_labels.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

static std::vector<ui::Choice> with_none(std::vector<ui::Choice> choices, const std::string& none) {
    choices.insert(choices.begin(), ui::Choice{.value = {}, .label = none, .hint = {}});
    return choices;
}

static Html name_fields(const http::Call& call, const ui::FormState& state, const BodyView* view,
                        const BodyChoices& choices) {
    const bool is_new = view == nullptr;
    auto name_nb = ui::required_field(call, "nameNb", text::field_name_nb, is_new ? "" : view->name_nb);
    auto name_nn = ui::required_field(call, "nameNn", text::field_name_nn, is_new ? "" : view->name_nn);
    auto kind = ui::required_field(call, "kind", text::body_kind,
                                   std::string{json::name_of(is_new ? BodyKind::council : view->kind)});
    auto parent = ui::labelled_field(call, "parent", text::body_parent,
                                     !is_new && view->parent_id ? view->parent_id->to_string() : std::string{});
    std::vector<ui::Choice> chosen_themes;
    for (const auto& theme : themes()) {
        const bool is_chosen =
            !is_new && std::ranges::find(view->themes, theme.slug, &ThemeView::slug) != view->themes.end();
        if (!theme.broader.empty() && !is_chosen) continue;
        chosen_themes.push_back(
            {std::string{theme.slug}, std::string{theme.name(call.request.language)}, {}, is_chosen});
    }
    return html::join(
        {ui::field(call, state, name_nb), ui::field(call, state, name_nn),
         ui::select(call, state, kind, words_as_choices<BodyKind>(call)),
         ui::select(call, state, parent, with_none(choices.bodies, call.t(text::field_none))),
         tick_box(call, state, "isOpen", text::field_is_open, is_new || view->is_open),
         ui::checkboxes(call, state, ui::labelled_field(call, "themes", text::case_themes), chosen_themes)});
}

static Html profile_choice(const http::Call& call, const ui::FormState& state, const std::string& chosen,
                           const BodyChoices& choices) {
    return ui::select(call, state, ui::labelled_field(call, "profile", text::profile_follows, chosen),
                      with_none(choices.profiles, call.t(text::profile_none)));
}

Html new_body_page(const http::Call& call, const ui::FormState& state, const BodyChoices& choices) {
    auto slug = ui::required_field(call, "slug", text::field_slug);
    slug.hint = call.t(text::field_slug_hint);
    slug.width = "md";
    auto valid_from = ui::required_field(call, "validFrom", text::field_valid_from, to_string(call.today()));
    valid_from.type = "date";
    auto adopted_by = ui::required_field(call, "adoptedBy", text::field_adopted_by);
    adopted_by.hint = call.t(text::field_adopted_by_hint);
    auto mandate = ui::labelled_field(call, "mandate", text::mandate);
    mandate.rows = 12;
    mandate.hint = call.t(text::field_markdown_hint);
    return ui::form_page(
        call, state,
        {.title = call.t(text::body_new),
         .lead = call.t(text::body_new_lead),
         .send = call.t(text::form_save),
         .path = "/bodies",
         .crumbs = {{call.t(text::bodies), call.url("/bodies")}},
         .back = "/bodies"},
        html::join({ui::field(call, state, slug), name_fields(call, state, nullptr, choices),
                    ui::select(call, state, ui::required_field(call, "organisation", text::body_organisation),
                               choices.organisations),
                    ui::field(call, state, valid_from), ui::field(call, state, adopted_by),
                    profile_choice(call, state, "ADVISORY", choices), ui::field(call, state, mandate)}));
}

static ui::FormFrame place_of(const http::Call& call, const BodyView& view, const i18n::Message& heading,
                              const i18n::Message& lead, std::string_view path) {
    return {.title = call.t(heading),
            .lead = call.t(lead),
            .send = call.t(text::form_save),
            .path = view.url + std::string{path},
            .crumbs = {{call.t(text::bodies), call.url("/bodies")}, {view.name, call.url(view.url)}},
            .back = view.url};
}

Html change_body_page(const http::Call& call, const ui::FormState& state, const BodyView& view,
                      const BodyChoices& choices) {
    auto place = place_of(call, view, text::body_change, text::body_change_lead, "/change");
    place.version = view.version;
    return ui::form_page(call, state, place, name_fields(call, state, &view, choices));
}

Html new_mandate_page(const http::Call& call, const ui::FormState& state, const BodyView& view) {
    auto words =
        ui::required_field(call, "text", text::mandate, view.mandates.empty() ? "" : view.mandates.front().text);
    words.rows = 20;
    words.hint = call.t(text::field_markdown_hint);
    auto valid_from = ui::required_field(call, "validFrom", text::field_valid_from, to_string(call.today()));
    valid_from.type = "date";
    auto adopted_by = ui::required_field(call, "adoptedBy", text::field_adopted_by);
    adopted_by.hint = call.t(text::field_adopted_by_hint);
    return ui::form_page(call, state, place_of(call, view, text::mandate_new, text::mandate_new_lead, "/mandates"),
                         html::join({ui::field(call, state, words), ui::field(call, state, valid_from),
                                     ui::field(call, state, adopted_by)}));
}

/// A number that may stand empty: then the profile's holds.
static Html setting_field(const http::Call& call, const ui::FormState& state, std::string_view name,
                          const i18n::Message& words, const std::optional<int>& own, int of_profile) {
    auto field = ui::labelled_field(call, name, words, own ? std::to_string(*own) : std::string{});
    field.type = "number";
    field.width = "sm";
    field.hint = call.t(text::field_setting_hint({.value = of_profile}));
    return ui::field(call, state, field);
}

/// Yes, no, or as the profile has it.
static Html setting_choice(const http::Call& call, const ui::FormState& state, std::string_view name,
                           const i18n::Message& words, const std::optional<bool>& own) {
    const auto value = !own ? "" : *own ? "true" : "false";
    return ui::select(call, state, ui::labelled_field(call, name, words, value),
                      {{"", call.t(text::field_as_profile), {}, false},
                       {"true", call.t(text::field_yes), {}, false},
                       {"false", call.t(text::field_no), {}, false}});
}

Html new_rules_page(const http::Call& call, const ui::FormState& state, const BodyView& view,
                    const BodyChoices& choices) {
    const auto& rules = view.rules.rules;
    const auto& own = view.rules.own;
    auto outcomes = words_as_choices<Outcome>(call);
    for (auto& choice : outcomes) {
        const auto outcome = json::enumerator_of<Outcome>(choice.value);
        choice.is_chosen =
            own.allowed_outcomes && std::ranges::find(*own.allowed_outcomes, *outcome) != own.allowed_outcomes->end();
    }
    auto valid_from = ui::required_field(call, "validFrom", text::field_valid_from);
    valid_from.type = "date";
    auto majorities = words_as_choices<Majority>(call);
    std::erase_if(majorities,
                  [](const ui::Choice& choice) { return choice.value == json::name_of(Majority::special); });
    const auto majority = ui::labelled_field(call, "rules.majority", text::field_majority,
                                             own.majority ? std::string{json::name_of(*own.majority)} : std::string{});
    auto allowed = ui::labelled_field(call, "rules.allowedOutcomes", text::field_outcomes);
    allowed.hint = call.t(text::field_outcomes_hint);
    const auto quorum = rules.quorum.share.numerator * 100 / rules.quorum.share.denominator;
    return ui::form_page(
        call, state, place_of(call, view, text::rules_new, text::rules_new_lead, "/rules"),
        html::join({ui::field(call, state, valid_from),
                    ui::field(call, state, ui::required_field(call, "adoptedBy", text::field_adopted_by)),
                    profile_choice(call, state, view.rules.profile, choices),
                    setting_field(call, state, "rules.noticeDaysMin", text::field_notice_days, own.notice_days_min,
                                  rules.notice_days_min),
                    setting_field(call, state, "rules.paperDaysMin", text::field_paper_days, own.paper_days_min,
                                  rules.paper_days_min),
                    setting_field(call, state, "rules.hearingDaysMin", text::field_hearing_days, own.hearing_days_min,
                                  rules.hearing_days_min),
                    setting_field(call, state, "rules.quorumPercent", text::field_quorum, own.quorum_percent, quorum),
                    ui::select(call, state, majority, with_none(std::move(majorities), call.t(text::field_as_profile))),
                    setting_choice(call, state, "rules.hasCastingVote", text::field_casting, own.has_casting_vote),
                    setting_choice(call, state, "rules.mayVoteBlank", text::field_blank, own.may_vote_blank),
                    setting_choice(call, state, "rules.mustVote", text::field_must_vote, own.must_vote),
                    setting_choice(call, state, "rules.mayMeetRemotely", text::field_may_remote, own.may_meet_remotely),
                    ui::checkboxes(call, state, allowed, outcomes),
                    setting_choice(call, state, "rules.mayRefer", text::field_may_refer, own.may_refer),
                    setting_choice(call, state, "rules.mayBeFinal", text::field_may_be_final, own.may_be_final),
                    setting_choice(call, state, "rules.isPolitical", text::field_political, own.is_political)}));
}

/// Whose people to choose among: a form of its own, because the choice of people follows from it.
static Html organisation_question(const http::Call& call, const BodyView& view, const BodyChoices& choices) {
    auto organisation = ui::labelled_field(call, "organisation", text::field_on_behalf_of, choices.organisation);
    organisation.hint = call.t(text::field_organisation_hint);
    organisation.width = "md";
    const ui::FormState nothing;
    return ui::filter_form(call, view.url + "/appointments/new", ui::field(call, nothing, organisation));
}

Html appointment_page(const http::Call& call, const ui::FormState& state, const BodyView& view,
                      const BodyChoices& choices) {
    auto valid_from = ui::required_field(call, "validFrom", text::field_valid_from, to_string(call.today()));
    valid_from.type = "date";
    auto valid_to = ui::labelled_field(call, "validTo", text::field_valid_to);
    valid_to.type = "date";
    valid_to.hint = call.t(text::field_valid_to_hint);
    auto basis = ui::required_field(call, "basis", text::field_basis);
    basis.hint = call.t(text::field_basis_hint);
    auto order = ui::labelled_field(call, "deputyOrder", text::field_deputy_order);
    order.type = "number";
    order.width = "sm";
    order.hint = call.t(text::field_deputy_order_hint);
    const auto people =
        choices.people.empty()
            ? html::p(call.t(text::appoint_no_people))
            : ui::select(call, state, ui::required_field(call, "personId", text::field_person), choices.people);
    const auto on_behalf = html::input(html::attribute("type", "hidden"), html::attribute("name", "onBehalfOf"),
                                       html::attribute("value", choices.organisation_id));
    return ui::form_page(
        call, state, place_of(call, view, text::member_appoint, text::member_appoint_lead, "/appointments"),
        html::join({people, on_behalf,
                    ui::select(call, state, ui::required_field(call, "role", text::member_role, std::string{"member"}),
                               words_as_choices<AppointmentRole>(call)),
                    ui::select(call, state, ui::labelled_field(call, "deputyFor", text::field_deputy_for),
                               with_none(choices.members, call.t(text::field_deputy_for_all))),
                    ui::field(call, state, order), ui::field(call, state, valid_from), ui::field(call, state, valid_to),
                    ui::select(call, state, ui::labelled_field(call, "region", text::field_region),
                               with_none(choices.regions, call.t(text::field_none))),
                    tick_box(call, state, "isAmbassador", text::field_is_ambassador, false),
                    ui::field(call, state, basis)}),
        organisation_question(call, view, choices));
}

Html ending_page(const http::Call& call, const ui::FormState& state, const BodyView& view, const MemberView& member) {
    auto from = ui::required_field(call, "from", text::field_ends_from);
    from.type = "date";
    from.hint = call.t(text::field_ends_from_hint);
    auto reason = ui::required_field(call, "reason", text::field_reason);
    reason.rows = 3;
    auto place = place_of(call, view, text::member_end, text::member_end_lead,
                          fmt::format("/appointments/{}/ending", member.id.to_string()));
    place.version = member.version;
    place.facts = with_organisation(member.name, label(call, member.role));
    return ui::form_page(call, state, place,
                         html::join({ui::field(call, state, from), ui::field(call, state, reason)}));
}

} // namespace governance
