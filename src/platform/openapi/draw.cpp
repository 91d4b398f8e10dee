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

/// The path as it stands in addresses: "front" is a tag for what has no first segment.
static std::string address_of(const std::string& tag) {
    return "/" + (tag == "front" ? "" : tag);
}

static Html overview_table(const http::Call& call, const ApiOverviewSection& section) {
    std::vector<std::vector<Html>> rows;
    for (const auto& route : section.routes) {
        rows.push_back(
            {ui::link(route.method + " " + route.path, call.url("/api/" + section.tag) + "#" + route.operation),
             html::span(attribute("lang", "en"), route.summary), Html{route.right}});
    }
    return ui::table(address_of(section.tag),
                     {{call.t(text::api_column_route)},
                      {call.t(text::api_column_does)},
                      {.name = call.t(text::api_column_right), .hides_on_phone = true}},
                     rows);
}

Html draw(const http::Call& call, const ApiOverview& view) {
    const auto& t = call.t;
    std::vector<Html> sections;
    std::vector<Html> links;
    for (const auto& section : view.sections) {
        sections.push_back(ui::section(address_of(section.tag), section.tag, overview_table(call, section)));
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

Html draw(const http::Call& call, const ApiSection& view) {
    const auto& t = call.t;
    std::vector<Html> blocks;
    std::vector<Html> links;
    for (const auto& route : view.routes) {
        blocks.push_back(route_block(call, route));
        links.push_back(html::li(ui::link(route.method + " " + route.path, "#" + route.operation)));
    }
    const auto title = address_of(view.tag);
    return ui::page(call,
                    {.title = title,
                     .crumbs = {{t(text::api_title), "/api"}, {title, ""}},
                     .hero = ui::hero({.title = title, .lead = t(text::api_section_lead)}),
                     .content = ui::columns(ui::section(t(text::api_routes), "routes", html::join(blocks)),
                                            ui::card(t(text::api_contents), html::ul(links)), t(text::api_side_label)),
                     .alternates = {{http::Format::json, "/api/" + view.tag + ".json"}}});
}

} // namespace openapi
