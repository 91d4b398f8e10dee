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
    return html::li(html::a(cls("ds-button"), attribute("data-variant", is_current ? "primary" : "tertiary"),
                            html::href(address_of_page(call, page)), attribute_if(!relation.empty(), "rel", relation),
                            attribute_if(is_current, "aria-current", "page"), content));
}

Html pagination(const http::Call& call, int page, int pages) {
    if (pages <= 1) {
        return {};
    }
    const auto& t = call.t;
    std::vector<Html> entries;
    if (page > 1) {
        entries.push_back(
            page_link(call, page - 1, words(call, platform::text::ui_pagination_previous), "prev", false));
    }
    for (const int number : shown_pages(page, pages)) {
        if (number == 0) {
            entries.push_back(html::li(cls("pagination__gap"), "…"));
            continue;
        }
        const Html name =
            html::join({hidden_words(html::join({words(call, platform::text::ui_pagination_page), Html{" "}})),
                        Html{t.number(number)}});
        entries.push_back(page_link(call, number, name, {}, number == page));
    }
    if (page < pages) {
        entries.push_back(page_link(call, page + 1, words(call, platform::text::ui_pagination_next), "next", false));
    }
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
