// The API page in markup.
#include "platform/openapi/page.hpp"
#include "platform/texts.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

namespace openapi {

namespace text = platform::text;
using html::attribute;

static Html fields_table(const http::Call& call, const std::string& caption, const std::vector<ApiField>& fields) {
    if (fields.empty()) return {};
    std::vector<std::vector<Html>> rows;
    for (const auto& field : fields) {
        rows.push_back(
            {html::code(field.name), Html{field.type}, field.is_required ? Html{call.t(text::common_yes)} : Html{}});
    }
    const auto table = ui::table(
        caption,
        {{call.t(text::api_column_field)}, {call.t(text::api_column_type)}, {call.t(text::api_column_required)}}, rows);
    return ui::details(caption, table);
}

static std::string listed(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words)
        out += (out.empty() ? "" : ", ") + word;
    return out;
}

/// "Alle, uten innlogging · text/html, application/json"
static Html terms_of(const ApiRoute& route) {
    return html::p(html::cls("meta"), route.right + " · " + listed(route.formats));
}

static Html route_block(const http::Call& call, const ApiRoute& route) {
    const auto& t = call.t;
    // The card makes room for details of its own only, so everything is one block inside it.
    const auto block = html::div(
        html::cls("section"),
        html::h3(html::cls("ds-heading"), attribute("data-size", "2xs"), html::code(route.method + " " + route.path)),
        html::p(attribute("lang", "en"), route.summary), terms_of(route),
        fields_table(call, t(text::api_query), route.query), fields_table(call, t(text::api_body), route.body),
        fields_table(call, t(text::api_answer), route.answer), html::p(html::code(route.example)));
    return html::article(html::id(route.operation), ui::card("", block));
}

Html draw(const http::Call& call, const ApiPage& view) {
    const auto& t = call.t;
    std::vector<Html> sections;
    std::vector<Html> links;
    for (const auto& section : view.sections) {
        std::vector<Html> blocks;
        for (const auto& route : section.routes)
            blocks.push_back(route_block(call, route));
        sections.push_back(
            ui::section("/" + (section.tag == "front" ? "" : section.tag), section.tag, html::join(blocks)));
        links.push_back(html::li(ui::link(section.tag, "#" + section.tag)));
    }
    const auto side = html::join({
        ui::card(t(text::api_document),
                 html::ul(html::li(ui::link("openapi.json", "/openapi.json")),
                          html::li(ui::link(t(text::api_problems_title), call.url("/problems")))),
                 true),
        ui::card(t(text::api_rules), html::ul(html::li(t(text::api_rule_formats)), html::li(t(text::api_rule_log_in)),
                                              html::li(t(text::api_rule_problems)), html::li(t(text::api_rule_once)))),
        ui::card(t(text::api_contents), html::ul(links)),
    });
    return ui::page(call, {.title = t(text::api_title),
                           .crumbs = {{t(text::api_title), ""}},
                           .hero = ui::hero({.title = t(text::api_title), .lead = t(text::api_lead)}),
                           .content = ui::columns(html::join(sections), side, t(text::api_side_label)),
                           .alternates = {{http::Format::json, "/api.json"}}});
}

} // namespace openapi
