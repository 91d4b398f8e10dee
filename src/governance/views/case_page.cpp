#include "governance/texts.hpp"
#include "governance/views/case_labels.hpp"
#include "governance/views/case_pages.hpp"
#include "platform/ui/page.hpp"

#include <algorithm>

namespace governance {

using html::cls;

static i18n::Language language_of(const CaseView& view) {
    return i18n::language_of(view.language).value_or(i18n::Language::nb);
}

std::string title_of(const http::Call& call, const CaseView& view) {
    if (view.title) return *view.title;
    return call.t(text::case_title_shielded({.number = view.number.to_string()}));
}

Html shield_note(const http::Call& call, const ShieldNote& note, bool is_hidden) {
    const auto until = call.t.date(note.until);
    const auto words = is_hidden ? text::shield_hidden({.basis = note.legal_basis, .until = until})
                                 : text::shield_seen({.basis = note.legal_basis, .until = until});
    return html::p(cls("meta"), ui::icon(ui::Icon::padlock), " ", ui::words(call, words));
}

Html shield_note(const http::Call& call, const CaseView& view, ShieldField field, bool is_hidden) {
    const auto found = std::ranges::find(view.shields, field, &FieldShieldNote::field);
    return found == view.shields.end() ? Html{} : shield_note(call, found->shielded, is_hidden);
}

static Html case_hero(const http::Call& call, const CaseView& view) {
    std::vector<Html> tags{state_tag(call, view.state, view.outcome)};
    if (view.is_strategic) tags.push_back(ui::tag(call.t(text::case_strategic)));
    for (const auto& theme : view.themes) {
        tags.push_back(ui::tag(theme.name));
    }
    if (view.is_invented) tags.push_back(ui::tag(call.t(text::case_invented), ui::Tone::warning));
    const bool is_other_language = view.title && language_of(view) != call.request.language;
    return ui::hero({.tags = std::move(tags),
                     .title = title_of(call, view),
                     .lead = view.summary.value_or(""),
                     .facts = call.t(text::case_facts({.number = view.number.to_string(),
                                                       .owner = view.owner.name,
                                                       .changed = call.t.date_time(view.changed_at)})),
                     .beside = {},
                     .title_language = is_other_language ? view.language : std::string{}});
}

static Html notices(const http::Call& call, const CaseView& view) {
    Html found;
    const bool takes_input = view.state == CaseState::noticed || view.state == CaseState::in_preparation;
    if (takes_input && view.input_until && *view.input_until >= call.today()) {
        found +=
            ui::alert(ui::Tone::info, call.t(text::case_input_heading),
                      html::p(ui::words(call, text::case_input_text({.owner = view.owner.name,
                                                                     .day = call.t.weekday_date(*view.input_until)}))));
    }
    if (view.state == CaseState::withdrawn) {
        found += ui::alert(ui::Tone::warning, call.t(text::case_withdrawn_heading), html::p(view.closing_note));
    }
    if (view.state == CaseState::followed_up) {
        found += ui::alert(ui::Tone::success, call.t(text::case_followed_up_heading), html::p(view.closing_note));
    }
    found += shield_note(call, view, ShieldField::title, !view.title);
    found += shield_note(call, view, ShieldField::summary, !view.summary);
    return found;
}

static Html background(const http::Call& call, const CaseView& view) {
    const auto note = shield_note(call, view, ShieldField::background, !view.background);
    const auto words = view.background.value_or("");
    if (words.empty() && note.empty()) return {};
    const auto prose = words.empty()
                           ? Html{}
                           : html::div(cls("prose"), language_attribute(call, language_of(view)), ui::markdown(words));
    return ui::section(call.t(text::case_background), "background", html::join({note, prose}));
}

static Html happenings(const http::Call& call, const CaseView& view) {
    if (view.happenings.empty()) return {};
    const auto count = static_cast<std::int64_t>(view.happenings.size());
    const auto timeline = journal::timeline_of(call, view.happenings);
    const auto proof = html::p(ui::link(call.t(text::case_export), call.url(view.url + "/export.json")));
    return ui::section(call.t(text::case_history), "history",
                       ui::details(call.t(text::case_happenings({.count = count})), html::join({timeline, proof})));
}

Html case_page(const http::Call& call, const CaseView& view, const CaseRights& rights, const Html& follow,
               const Html& panels) {
    const auto main = html::join({notices(call, view), case_decision(call, view), case_proposal(call, view), panels,
                                  background(call, view), case_concerns(call, view), case_documents(call, view, rights),
                                  happenings(call, view)});
    const auto content = html::join(
        {case_steps(call, view), ui::columns(main, case_side(call, view, rights, follow), call.t(text::case_about))});
    return ui::page(call,
                    {.title = title_of(call, view),
                     .crumbs = {{call.t(text::cases), call.url("/cases")}, {view.number.to_string(), {}}},
                     .hero = case_hero(call, view),
                     .content = content,
                     .alternates = {{http::Format::json, view.url + ".json"}, {http::Format::atom, view.url + ".atom"}},
                     .has_errors = false,
                     .description = view.summary.value_or(""),
                     .attribution = {}});
}

} // namespace governance
