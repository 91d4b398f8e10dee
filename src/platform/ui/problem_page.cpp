#include "platform/texts.hpp"
#include "platform/ui/page.hpp"
#include "platform/ui/words.hpp"

namespace ui {

using html::attribute;
using html::cls;

/// The stronger log-in that an error asks for: its value neededLevel.
static std::string_view needed_level(const Error& error) {
    for (const auto& each : error.values) {
        const auto* level = std::get_if<std::string>(&each.value);
        if (each.name == "neededLevel" && level != nullptr) return *level;
    }
    return {};
}

/// What can be done from here: log in when that is what is missing, search when nothing was found, the front page
/// always.
static Html ways_on(const http::Call& call, const Error& error) {
    std::vector<Html> buttons;
    const auto level = needed_level(error);
    if (error.kind == ErrorKind::unauthenticated || !level.empty()) {
        http::Form query;
        query.add("next", std::string{path_sent(call)});
        if (!level.empty()) query.add("level", std::string{level});
        buttons.push_back(
            button_link(call.t(platform::text::ui_log_in), call.url(call.site.log_in_path) + "?" + query.to_string()));
    }
    if (error.kind == ErrorKind::not_found) {
        buttons.push_back(button_link(call.t(platform::text::ui_problem_search), call.url(call.site.search_path),
                                      "primary", Icon::magnifier));
    }
    buttons.push_back(button_link(call.t(platform::text::ui_problem_front_page), call.url("/"), "secondary"));
    return html::div(cls("buttons"), buttons);
}

Html problem_page(const http::Call& call, const Error& error) {
    const auto& t = call.t;
    std::vector<Html> content;
    if (!error.faults.empty()) {
        std::vector<Html> faults;
        for (const Fault& fault : error.faults) {
            faults.push_back(html::li(html::code(fault.pointer), " ", t.detail_of(fault)));
        }
        content.push_back(html::ul(cls("ds-list"), faults));
    }
    content.push_back(ways_on(call, error));
    content.push_back(html::p(cls("meta"), words(call, platform::text::ui_problem_reference), " ",
                              html::code(call.request.id), " ", html::code(error.code)));
    Page whole;
    whole.title = t.title_of(error);
    whole.hero = hero({.title = whole.title, .lead = t.detail_of(error)});
    whole.content = html::div(cls("narrow"), content);
    whole.has_errors = true;
    return page(call, whole);
}

} // namespace ui
