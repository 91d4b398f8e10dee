#include "governance/texts.hpp"
#include "governance/views/case_labels.hpp"
#include "governance/views/case_pages.hpp"

namespace governance {

static constexpr std::size_t shown_at_once = 12;

static Html concern_entry(const http::Call& call, const CaseView& view, const ConcernView& concern) {
    const auto whom = concern.organisation ? ui::link(concern.organisation->name, call.url(concern.organisation->url))
                                           : html::strong(label(call, concern.scope));
    if (concern.reason.empty()) return html::li(whom);
    const auto language = i18n::language_of(view.language).value_or(i18n::Language::nb);
    return html::li(whom, ": ", html::span(language_attribute(call, language), concern.reason));
}

Html case_concerns(const http::Call& call, const CaseView& view) {
    if (view.concerns.empty()) return {};
    std::vector<Html> first, rest;
    for (const auto& concern : view.concerns) {
        (first.size() < shown_at_once ? first : rest).push_back(concern_entry(call, view, concern));
    }
    auto content = html::ul(html::cls("ds-list"), first);
    if (!rest.empty()) {
        const auto count = static_cast<std::int64_t>(rest.size());
        content +=
            ui::details(call.t(text::case_concerns_more({.count = count})), html::ul(html::cls("ds-list"), rest));
    }
    return ui::section(call.t(text::case_concerns), "concerns", content);
}

} // namespace governance
