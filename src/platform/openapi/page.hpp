#pragma once
// The same table of routes for people: what there is, who may use it, what goes in and comes out, an example to copy.
#include "platform/http/router.hpp"

#include <optional>

namespace openapi {

struct ApiField {
    std::string name; ///< "points[].text" for a field inside a list.
    std::string type; ///< In words: "text, at most 200 characters".
    bool is_required = false;
};
BOOST_DESCRIBE_STRUCT(ApiField, (), (name, type, is_required))

struct ApiRoute {
    std::string operation, method, path, summary, right;
    std::vector<std::string> formats;
    std::vector<ApiField> query, body, answer;
    std::string example; ///< A line for a shell.
};
BOOST_DESCRIBE_STRUCT(ApiRoute, (), (operation, method, path, summary, right, formats, query, body, answer, example))

/// All that is asked at addresses with one first segment: "cases", or "front" for the front page.
struct ApiSection {
    std::string tag;
    std::vector<ApiRoute> routes;
};
BOOST_DESCRIBE_STRUCT(ApiSection, (), (tag, routes))

struct ApiOverviewRoute {
    std::string operation, method, path, summary, right;
};
BOOST_DESCRIBE_STRUCT(ApiOverviewRoute, (), (operation, method, path, summary, right))

struct ApiOverviewSection {
    std::string tag;
    std::vector<ApiOverviewRoute> routes;
};
BOOST_DESCRIBE_STRUCT(ApiOverviewSection, (), (tag, routes))

/// Every route in one line; the fields stand in the sections.
struct ApiOverview {
    std::string document_url;
    std::vector<ApiOverviewSection> sections;
};
BOOST_DESCRIBE_STRUCT(ApiOverview, (), (document_url, sections))

ApiOverview api_overview(const std::vector<http::Route>&, std::string_view public_url, const i18n::Translator&);
/// Nothing when no route has the tag.
std::optional<ApiSection> api_section(const std::vector<http::Route>&, std::string_view tag,
                                      std::string_view public_url, const i18n::Translator&);
Html draw(const http::Call&, const ApiOverview&);
Html draw(const http::Call&, const ApiSection&);

/// GET /openapi.json, GET /api, GET /api/{section} and the problem pages. They tell of all routes that the router has
/// when they are asked, so the router must outlive them where it stands.
void add_routes(http::Router&);

} // namespace openapi
