#include "platform/ui/named_link.hpp"

#include "platform/ui/components.hpp"

namespace ui {

Html linked(const http::Call& call, const NamedLink& to) {
    return to.url.empty() ? Html{to.name} : ui::link(to.name, call.url(to.url));
}

Html linked_list(const http::Call& call, const std::vector<NamedLink>& all) {
    if (all.empty()) return {};
    std::vector<Html> lines;
    for (const auto& each : all)
        lines.push_back(html::li(linked(call, each)));
    return html::ul(html::cls("ds-list"), lines);
}

} // namespace ui
