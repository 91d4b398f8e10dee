#include "governance/texts.hpp"
#include "governance/views/case_labels.hpp"
#include "governance/views/case_pages.hpp"

#include <algorithm>

namespace governance {

using html::attribute;
using html::cls;

static Html point_list(const http::Call& call, const CaseView& view, const std::vector<std::string>& points) {
    if (points.empty()) return {};
    std::vector<Html> entries;
    for (const auto& point : points) {
        entries.push_back(html::li(point));
    }
    const auto language = i18n::language_of(view.language).value_or(i18n::Language::nb);
    return html::ol(cls("ds-list"), language_attribute(call, language), entries);
}

static std::string choice_label(const http::Call& call, Choice choice) {
    switch (choice) {
    case Choice::in_favour:
        return call.t(text::vote_in_favour);
    case Choice::against:
        return call.t(text::vote_against);
    case Choice::blank:
        return call.t(text::vote_blank);
    }
    return {};
}

static Html ballots(const http::Call& call, const StepView& step, const std::string& id) {
    if (step.vote->ballots.empty()) return {};
    std::vector<std::vector<Html>> rows;
    for (const auto& ballot : step.vote->ballots) {
        rows.push_back({Html{ballot.name}, Html{ballot.on_behalf_of}, Html{choice_label(call, ballot.choice)}});
    }
    const auto table = ui::table(call.t(text::vote_ballots),
                                 {{.name = call.t(text::vote_name)},
                                  {.name = call.t(text::vote_on_behalf_of)},
                                  {.name = call.t(text::vote_choice)}},
                                 rows);
    return ui::dialog(call, call.t(text::vote_show), id, call.t(text::vote_ballots), table);
}

static Html votes(const http::Call& call, const StepView& step, const std::string& id) {
    if (!step.vote) return step.votes.empty() ? Html{} : html::p(html::strong(step.votes));
    const auto& vote = *step.vote;
    const auto words =
        call.t(text::vote_counts({.in_favour = vote.in_favour, .against = vote.against, .blank = vote.blank}));
    const auto bar = ui::stacked_bar(call, words,
                                     {{call.t(text::vote_in_favour), static_cast<double>(vote.in_favour), "f-ja"},
                                      {call.t(text::vote_against), static_cast<double>(vote.against), "f-imot"},
                                      {call.t(text::vote_blank), static_cast<double>(vote.blank), "f-ingen"}});
    return html::div(cls("vote"), html::div(cls("vote__head"), html::p(html::strong(words)), ballots(call, step, id)),
                     bar);
}

static Html dissents(const http::Call& call, const StepView& step) {
    Html found;
    for (const auto& dissent : step.dissents) {
        const auto who = dissent.on_behalf_of.empty() ? dissent.name : dissent.name + ", " + dissent.on_behalf_of;
        found += html::blockquote(html::p(dissent.text), html::p(cls("meta"), who));
    }
    return found.empty()
               ? Html{}
               : html::join(
                     {html::h3(cls("ds-heading"), attribute("data-size", "2xs"), call.t(text::case_dissents)), found});
}

static Html where_and_when(const http::Call& call, const StepView& step) {
    std::vector<Html> parts{ui::link(step.body.name, call.url(step.body.url))};
    if (!step.item_number.empty()) {
        const auto words = call.t(text::case_item({.number = step.item_number}));
        parts.push_back(step.meeting_url ? ui::link(words, call.url(*step.meeting_url)) : Html{words});
    }
    if (step.day) parts.push_back(html::time(attribute("datetime", to_string(*step.day)), call.t.date(*step.day)));
    auto line = html::p(cls("meta"), html::join(parts, ", "));
    if (!step.authority.empty()) line += html::p(cls("meta"), step.authority);
    return line;
}

static Html treatment(const http::Call& call, const CaseView& view, const StepView& step, const std::string& id) {
    const bool is_hidden = !view.points;
    return html::join({where_and_when(call, step), shield_note(call, view, ShieldField::proposal, is_hidden),
                       point_list(call, view, step.points), votes(call, step, id), dissents(call, step)});
}

static Html heading_of(const http::Call& call, const CaseView& view, const StepView& step) {
    const bool is_end = view.state == CaseState::final || view.state == CaseState::followed_up;
    const auto words = is_end ? call.t(text::case_decision) : call.t(text::case_treatment_by({.body = step.body.name}));
    return html::h2(html::id("decision"), cls("ds-heading"), attribute("data-size", "sm"), ui::icon(ui::Icon::gavel),
                    " ", words);
}

Html case_decision(const http::Call& call, const CaseView& view) {
    std::vector<const StepView*> treated;
    for (const auto& step : view.steps) {
        if (step.outcome) treated.push_back(&step);
    }
    if (treated.empty()) return {};
    const auto& latest = *treated.back();
    auto shown =
        html::section(cls("ds-card decision"), attribute("data-color", "neutral"),
                      attribute("aria-labelledby", "decision"), heading_of(call, view, latest),
                      state_tag(call, CaseState::treated, latest.outcome), treatment(call, view, latest, "ballots"));
    treated.pop_back();
    std::ranges::reverse(treated);
    Html earlier;
    for (std::size_t i = 0; i < treated.size(); ++i) {
        const auto summary = call.t(text::case_earlier_treatment(
            {.body = treated[i]->body.name, .outcome = label(call, *treated[i]->outcome)}));
        earlier += ui::details(summary, treatment(call, view, *treated[i], "ballots-" + std::to_string(i + 2)));
    }
    if (!earlier.empty()) shown += ui::section(call.t(text::case_earlier), "earlier", earlier);
    return shown;
}

Html case_proposal(const http::Call& call, const CaseView& view) {
    const bool is_decided = view.state == CaseState::final || view.state == CaseState::followed_up;
    const auto note = shield_note(call, view, ShieldField::proposal, !view.points);
    const auto points = view.points ? point_list(call, view, *view.points) : Html{};
    if (points.empty() && note.empty()) return {};
    if (is_decided) {
        return ui::section(call.t(text::case_proposal), "proposal",
                           ui::details(call.t(text::case_proposal_show), html::join({note, points})));
    }
    return ui::section(call.t(text::case_proposal), "proposal", html::join({note, points}));
}

} // namespace governance
