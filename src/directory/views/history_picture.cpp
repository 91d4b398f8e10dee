#include "directory/views/history_picture.hpp"

#include "directory/texts.hpp"
#include "directory/views/labels.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/numbers.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace directory {

using html::attribute;
using html::cls;

namespace {

constexpr int row_height = 34, top = 26, bar_height = 8, bar_below_name = 8;

/// Days as shares of the picture's width, from a little before the first change to today.
class Axis {
public:
    Axis(const LineageView& lineage, Date today) : last_{today} {
        first_ = lineage.successions.front().on;
        for (const auto& node : lineage.organisations) {
            if (node.valid_from) first_ = std::min(first_, std::chrono::sys_days{*node.valid_from});
        }
        first_ -= std::max((last_ - first_) / 8, std::chrono::days{365});
    }
    [[nodiscard]] double share(Date day) const {
        const auto whole = (last_ - first_).count(), part = (std::chrono::sys_days{day} - first_).count();
        return std::clamp(static_cast<double>(part) / static_cast<double>(std::max<decltype(whole)>(whole, 1)), 0.0,
                          1.0);
    }
    [[nodiscard]] std::string at(Date day) const { return ui::percentage(share(day)); }

private:
    std::chrono::sys_days first_, last_;
};

Html bar_of(const LineageNode& node, const Axis& axis, int y, bool is_highlighted, Date today) {
    const double from = node.valid_from ? axis.share(*node.valid_from) : 0;
    const double to = node.valid_to ? axis.share(*node.valid_to) : axis.share(today);
    // A name that begins far to the right ends where its bar does, so that it never leaves the picture.
    const bool is_late = from > 0.6;
    return html::g(html::text(attribute("x", ui::percentage(is_late ? to : from)), attribute("y", std::to_string(y)),
                              attribute("text-anchor", is_late ? "end" : "start"), attribute("font-size", "14"),
                              attribute("fill", "currentColor"),
                              html::attribute_if(is_highlighted, "font-weight", "600"), node.name),
                   html::rect(attribute("x", ui::percentage(from)), attribute("y", std::to_string(y + bar_below_name)),
                              attribute("width", ui::percentage(std::max(to - from, 0.004))),
                              attribute("height", std::to_string(bar_height)), attribute("rx", "2"),
                              attribute("fill", "currentColor"),
                              attribute("fill-opacity", is_highlighted ? "0.85" : "0.45")));
}

std::vector<Html> links_of(const LineageView& lineage, const Axis& axis) {
    const auto middle_of = [&](OrganisationId id) {
        const auto found = std::ranges::find(lineage.organisations, id, &LineageNode::id);
        const auto row = static_cast<int>(found - lineage.organisations.begin());
        return std::to_string(top + row * row_height + bar_below_name + bar_height / 2);
    };
    std::vector<Html> lines;
    for (const auto& succession : lineage.successions) {
        const auto x = axis.at(succession.on);
        lines.push_back(
            html::line(attribute("x1", x), attribute("x2", x), attribute("y1", middle_of(succession.predecessor)),
                       attribute("y2", middle_of(succession.successor)), attribute("stroke", "currentColor"),
                       attribute("stroke-width", "1.5"), attribute("stroke-dasharray", "3 3")));
    }
    return lines;
}

Html table_of(const http::Call& call, const LineageView& lineage) {
    const auto named = [&](OrganisationId id) {
        const auto found = std::ranges::find(lineage.organisations, id, &LineageNode::id);
        return ui::link(found->name, call.url(found->url));
    };
    std::vector<std::vector<Html>> rows;
    for (const auto& succession : lineage.successions) {
        rows.push_back({call.t.date(succession.on), named(succession.predecessor), named(succession.successor)});
    }
    return ui::table(call.t(text::history_table),
                     {{.name = call.t(text::column_day)},
                      {.name = call.t(text::column_predecessor)},
                      {.name = call.t(text::column_successor)}},
                     rows);
}

} // namespace

Html history_picture(const http::Call& call, const LineageView& lineage, OrganisationId highlighted) {
    if (lineage.successions.empty()) return {};
    const auto today = call.today();
    const Axis axis{lineage, today};
    std::vector<Html> bars;
    int y = top;
    for (const auto& node : lineage.organisations) {
        bars.push_back(bar_of(node, axis, y, node.id == highlighted, today));
        y += row_height;
    }
    const auto title = call.t(text::history_title);
    const auto finding =
        call.t(text::history_finding({.organisations = static_cast<std::int64_t>(lineage.organisations.size()),
                                      .from = call.t.date(lineage.successions.front().on),
                                      .to = call.t.date(lineage.successions.back().on)}));
    const auto picture =
        html::svg(attribute("width", "100%"), attribute("height", std::to_string(y)), attribute("role", "img"),
                  attribute("aria-label", title + ". " + finding), html::g(links_of(lineage, axis)), html::g(bars));
    return html::figure(picture, ui::details(call.t(text::history_as_table), table_of(call, lineage)));
}

} // namespace directory
