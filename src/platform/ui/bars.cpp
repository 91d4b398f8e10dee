// Bars: one bar in parts, and tables whose cells are bars. Lengths are SVG attributes, colours are classes.
#include "platform/ui/components.hpp"
#include "platform/ui/numbers.hpp"

#include <algorithm>

namespace ui {

using html::attribute;
using html::cls;

/// "For 10, Mot 1": the whole bar in words.
static std::string in_words(const i18n::Translator& t, std::string_view label, const std::vector<Share>& shares) {
    std::string words{label};
    for (std::size_t index = 0; index < shares.size(); ++index) {
        words += (index == 0 ? ": " : ", ") + shares[index].label + " " + amount(t, shares[index].amount);
    }
    return words;
}

Html stacked_bar(const http::Call& call, std::string_view label, const std::vector<Share>& shares) {
    double whole = 0;
    for (const Share& share : shares) {
        whole += std::max(share.amount, 0.0);
    }
    std::vector<Html> parts, legend;
    if (whole <= 0) {
        parts.push_back(html::rect(cls("f-none"), attribute("width", "100%"), attribute("height", "20")));
    }
    double begin = 0;
    for (const Share& share : shares) {
        legend.push_back(html::li(html::i(cls("swatch " + share.css_class)), share.label, ": ",
                                  html::strong(amount(call.t, share.amount))));
        if (share.amount <= 0) {
            continue;
        }
        const double length = share.amount / whole;
        parts.push_back(html::rect(cls(share.css_class), attribute("x", percentage(begin)),
                                   attribute("width", percentage(length)), attribute("height", "20")));
        if (begin > 0) {
            parts.push_back(html::line(cls("stack__gap"), attribute("x1", percentage(begin)),
                                       attribute("x2", percentage(begin)), attribute("y1", "0"),
                                       attribute("y2", "20")));
        }
        begin += length;
    }
    return html::div(cls("stacked"),
                     html::svg(cls("stack"), attribute("width", "100%"), attribute("height", "20"),
                               attribute("role", "img"), attribute("aria-label", in_words(call.t, label, shares)),
                               parts),
                     html::ul(cls("legend"), attribute("role", "list"), legend));
}

Html bar_table(std::string_view caption, std::string_view label_column, std::string_view amount_column,
               const std::vector<BarRow>& rows) {
    double longest = 0;
    for (const BarRow& row : rows) {
        longest = std::max(longest, row.amount);
    }
    std::vector<Html> body;
    for (const BarRow& row : rows) {
        const double length = longest > 0 ? std::max(row.amount, 0.0) / longest : 0;
        body.push_back(html::tr(
            html::th(attribute("scope", "row"), row.path.empty() ? Html{row.label} : link(row.label, row.path)),
            html::td(html::svg(attribute("width", "100%"), attribute("height", "16"), attribute("aria-hidden", "true"),
                               attribute("focusable", "false"),
                               html::rect(cls("bar"), attribute("width", percentage(length)), attribute("height", "16"),
                                          attribute("rx", "2"))),
                     html::span(row.shown))));
    }
    return html::table(cls("bars"), html::caption(cls("ds-sr-only"), caption),
                       html::thead(cls("ds-sr-only"), html::tr(html::th(attribute("scope", "col"), label_column),
                                                               html::th(attribute("scope", "col"), amount_column))),
                       html::tbody(body));
}

} // namespace ui
