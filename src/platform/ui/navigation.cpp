// From page to page of a list, and from page to data.
#include "platform/texts.hpp"
#include "platform/ui/words.hpp"

#include <algorithm>

namespace ui {

using html::attribute;
using html::attribute_if;
using html::cls;

/// This list's address with another page number and everything else kept.
static std::string address_of_page(const http::Call& call, int page) {
    http::Form query;
    for (const auto& [name, value] : call.request.query.fields()) {
        if (name != "page") {
            query.add(name, value);
        }
    }
    if (page > 1) {
        query.add("page", std::to_string(page));
    }
    const std::string fields = query.to_string();
    return std::string{path_sent(call)} + (fields.empty() ? "" : "?" + fields);
}

/// First, last, and those next to the current one; 0 stands for the gap between.
static std::vector<int> shown_pages(int page, int pages) {
    std::vector<int> shown;
    for (int number = 1; number <= pages; ++number) {
        if (number == 1 || number == pages || std::abs(number - page) <= 1) {
            shown.push_back(number);
        } else if (shown.back() != 0) {
            shown.push_back(0);
        }
    }
    return shown;
}

static Html page_link(const http::Call& call, int page, const Html& content, std::string_view relation,
                      bool is_current) {
    return html::li(html::a(cls("ds-button"), attribute("data-variant", "tertiary"),
                            html::href(address_of_page(call, page)), attribute_if(!relation.empty(), "rel", relation),
                            attribute_if(is_current, "aria-current", "true"), content));
}

/// The style sheet draws an arrow in the first and last entries; where there is no way on, an empty place keeps it.
static Html arrow(const http::Call& call, int page, const i18n::Message& name, std::string_view relation,
                  bool leads_on) {
    if (!leads_on) {
        return html::li(html::span(cls("ds-button"), attribute("data-variant", "tertiary"),
                                   attribute("aria-hidden", "true"), words(call, name)));
    }
    return page_link(call, page, words(call, name), relation, false);
}

Html pagination(const http::Call& call, int page, int pages) {
    if (pages <= 1) {
        return {};
    }
    const auto& t = call.t;
    std::vector<Html> entries{arrow(call, page - 1, platform::text::ui_pagination_previous, "prev", page > 1)};
    for (const int number : shown_pages(page, pages)) {
        if (number == 0) {
            entries.push_back(html::li()); // The style sheet puts the dots in.
            continue;
        }
        const Html before = hidden_words(html::join({words(call, platform::text::ui_pagination_page), Html{" "}}));
        entries.push_back(page_link(call, number, html::join({before, Html{t.number(number)}}), {}, number == page));
    }
    entries.push_back(arrow(call, page + 1, platform::text::ui_pagination_next, "next", page < pages));
    return html::nav(cls("ds-pagination pagination"), attribute("aria-label", t(platform::text::ui_pagination_label)),
                     html::ul(attribute("role", "list"), entries));
}

Html formats_card(const http::Call& call, const std::vector<std::pair<std::string, std::string>>& name_and_path) {
    std::vector<Html> chips;
    for (const auto& [name, path] : name_and_path) {
        chips.push_back(html::li(
            html::a(cls("ds-tag"), attribute("data-variant", "outline"), html::href(local_path(call, path)), name)));
    }
    return card(call.t(platform::text::ui_formats_heading),
                html::join({html::p(words(call, platform::text::ui_formats_text)),
                            html::ul(cls("formats"), attribute("role", "list"), chips)}),
                true);
}

} // namespace ui
