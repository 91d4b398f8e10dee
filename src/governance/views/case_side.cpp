#include "governance/texts.hpp"
#include "governance/views/case_labels.hpp"
#include "governance/views/case_pages.hpp"

#include <algorithm>

namespace governance {

static Html current_body(const http::Call& call, const CaseView& view) {
    const auto found = std::ranges::find_if(view.steps, &StepView::is_current);
    if (found != view.steps.end()) return ui::linked(call, found->body);
    return view.steps.empty() ? Html{} : ui::linked(call, view.steps.back().body);
}

static Html handler(const http::Call& call, const CaseView& view) {
    const auto note = shield_note(call, view, ShieldField::handler, !view.handler);
    return html::join({Html{view.handler.value_or("")}, note});
}

static Html about(const http::Call& call, const CaseView& view) {
    std::vector<Html> themes;
    for (const auto& theme : view.themes) {
        themes.push_back(ui::link(theme.name, call.url("/cases?theme=" + theme.slug)));
    }
    Html lead_time;
    if (view.lead_time_days) lead_time = Html{call.t(text::case_days({.count = *view.lead_time_days}))};
    const auto language = i18n::language_of(view.language).value_or(i18n::Language::nb);
    return ui::card(
        call.t(text::case_about),
        ui::facts({{call.t(text::case_number), Html{view.number.to_string()}},
                   {call.t(text::case_treated_by), current_body(call, view)},
                   {call.t(text::case_owner), ui::linked(call, view.owner)},
                   {call.t(text::case_owner_body), view.owner_body ? ui::linked(call, *view.owner_body) : Html{}},
                   {call.t(text::case_handler), handler(call, view)},
                   {call.t(text::case_themes), html::join(themes, ", ")},
                   {call.t(text::case_lead_time), lead_time},
                   {call.t(text::case_language), Html{label(call, language)}}}));
}

struct Tool {
    CaseRequest request;
    bool CaseRights::*right;
    i18n::Message name;
    std::string_view path; ///< Below the case.
    bool has_page;         ///< A page of its own; else one button does it.
};

static const Tool case_tools[] = {
    {CaseRequest::give_notice, &CaseRights::may_plan, text::case_tool_notice, "/notice", true},
    {CaseRequest::begin_preparation, &CaseRights::may_prepare, text::case_tool_preparation, "/preparation", false},
    {CaseRequest::send_on, &CaseRights::may_plan, text::case_tool_send_on, "/sending-on", false},
    {CaseRequest::make_final, &CaseRights::may_plan, text::case_tool_final, "/final", false},
    {CaseRequest::follow_up, &CaseRights::may_plan, text::case_tool_follow_up, "/follow-up", true},
    {CaseRequest::change_path, &CaseRights::may_plan, text::case_tool_path, "/path", true},
    {CaseRequest::withdraw, &CaseRights::may_plan, text::case_tool_withdraw, "/withdrawal", true},
};

static Html entry_for(const http::Call& call, const CaseView& view, const Tool& tool) {
    const auto path = view.url + std::string{tool.path};
    if (tool.has_page) return html::li(ui::link(call.t(tool.name), call.url(path)));
    return html::li(
        ui::post_button(call, call.t(tool.name), path, "secondary", {{"version", std::to_string(view.version)}}));
}

static Html work(const http::Call& call, const CaseView& view, const CaseRights& rights) {
    std::vector<Html> entries;
    const auto page = [&](const i18n::Message& name, std::string_view path) {
        entries.push_back(html::li(ui::link(call.t(name), call.url(view.url + std::string{path}))));
    };
    for (const auto& tool : case_tools) {
        const bool is_allowed = std::ranges::find(view.allowed, tool.request) != view.allowed.end();
        if (is_allowed && rights.*tool.right) entries.push_back(entry_for(call, view, tool));
    }
    const bool can_change = view.state != CaseState::on_agenda &&
                            std::ranges::find(view.allowed, CaseRequest::change_path) != view.allowed.end();
    if (rights.may_prepare && can_change) {
        page(text::case_tool_texts, "/texts");
        page(text::case_tool_concerns, "/concerns");
    }
    if (rights.may_shield) page(text::case_tool_shields, "/shields");
    if (entries.empty()) return {};
    return ui::card(call.t(text::case_work), html::ul(html::cls("ds-list"), entries));
}

Html case_side(const http::Call& call, const CaseView& view, const CaseRights& rights, const Html& follow) {
    const auto formats = ui::formats_card(call, {{"JSON", view.url + ".json"}, {"Atom", view.url + ".atom"}});
    return html::join({about(call, view), work(call, view, rights), follow, formats});
}

} // namespace governance
