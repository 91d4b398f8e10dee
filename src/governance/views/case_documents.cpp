#include "governance/texts.hpp"
#include "governance/views/case_labels.hpp"
#include "governance/views/case_pages.hpp"

namespace governance {

static std::string join_words(const std::vector<std::string>& words) {
    std::string line;
    for (const auto& word : words) {
        line += (line.empty() ? "" : " · ") + word;
    }
    return line;
}

/// "Saksframlegg · PDF · 612 kB · 25. februar 2026 · kom etter fristen"
static std::string meta_of(const http::Call& call, const DocumentView& document) {
    std::vector<std::string> parts{label(call, document.kind)};
    if (document.state == DocumentState::removed) {
        parts.push_back(call.t(text::document_removed_on({.day = call.t.date(norwegian_date(*document.removed_at))})));
        if (!document.state_reason.empty()) parts.push_back(document.state_reason);
        return join_words(parts);
    }
    if (document.media_type) parts.emplace_back(short_name(*document.media_type));
    if (document.size) parts.push_back(size_in_words(call, *document.size));
    parts.push_back(call.t.date(document.dated));
    if (document.shielded) parts.push_back(call.t(text::shield_until({.day = call.t.date(document.shielded->until)})));
    if (document.is_late) parts.push_back(call.t(text::document_late));
    if (document.state != DocumentState::available) parts.push_back(label(call, document.state));
    if (document.state == DocumentState::refused && !document.state_reason.empty())
        parts.push_back(document.state_reason);
    return join_words(parts);
}

static Html actions_of(const http::Call& call, const CaseView& view, const DocumentView& document,
                       const CaseRights& rights) {
    if (document.state == DocumentState::removed) return {};
    std::vector<Html> links;
    const auto base = view.url + "/documents/" + document.id.to_string();
    if (rights.may_shield && !document.shielded) {
        links.push_back(
            ui::link(call.t(text::shield_set), call.url(view.url + "/shields?document=" + document.id.to_string())));
    }
    if (rights.may_prepare) links.push_back(ui::link(call.t(text::document_remove), call.url(base + "/removal")));
    return html::join(links, " ");
}

static ui::DocumentRow row_of(const http::Call& call, const CaseView& view, const DocumentView& document,
                              const CaseRights& rights) {
    return {.title = document.title.value_or(label(call, document.kind)),
            .path = document.url ? call.url(*document.url) : std::string{},
            .meta = meta_of(call, document),
            .icon = document.media_type ? icon_of(*document.media_type) : ui::Icon::padlock,
            .shielding = document.shielded ? document.shielded->legal_basis : std::string{},
            .actions = actions_of(call, view, document, rights)};
}

static Html summary_line(const http::Call& call, const CaseView& view) {
    std::int64_t all = 0, open = 0;
    for (const auto& document : view.documents) {
        if (document.state == DocumentState::removed) continue;
        ++all;
        if (!document.shielded) ++open;
    }
    return html::p(ui::words(call, text::documents_open({.open = open, .all = all})));
}

Html case_documents(const http::Call& call, const CaseView& view, const CaseRights& rights) {
    if (view.documents.empty() && !rights.may_prepare) return {};
    std::vector<ui::DocumentRow> rows;
    for (const auto& document : view.documents) {
        rows.push_back(row_of(call, view, document, rights));
    }
    Html content = view.documents.empty() ? html::p(ui::words(call, text::documents_none)) : summary_line(call, view);
    if (!rows.empty()) content += ui::documents(rows);
    if (rights.may_prepare) {
        content += html::p(ui::button_link(call.t(text::document_add), call.url(view.url + "/documents/new"),
                                           "secondary", ui::Icon::upload));
    }
    return ui::section(call.t(text::documents), "documents", content);
}

} // namespace governance
