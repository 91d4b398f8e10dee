#include "platform/openapi/document.hpp"

#include "platform/openapi/schemas.hpp"
#include "platform/texts.hpp"
#include "platform/version.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace openapi {

namespace text = platform::text;
using json::Array;
using json::Object;
using json::Value;

/// RFC 9457, as platform/http/problem.cpp writes it.
struct ProblemFault {
    std::string pointer, code, detail;
};
BOOST_DESCRIBE_STRUCT(ProblemFault, (), (pointer, code, detail))

struct Problem {
    std::string type, title;
    int status = 0;
    std::string detail, instance, code;
    std::optional<std::vector<ProblemFault>> errors;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, detail, instance, code, errors))

std::string tag_of(std::string_view pattern) {
    const auto segment = pattern.substr(1, pattern.find('/', 1) - 1);
    return segment.empty() ? "front" : std::string{segment};
}

std::vector<std::string_view> placeholders_of(std::string_view pattern) {
    std::vector<std::string_view> names;
    for (auto open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{', open + 1)) {
        names.push_back(pattern.substr(open + 1, pattern.find('}', open) - open - 1));
    }
    return names;
}

static bool changes_something(const http::Route& route) {
    return route.method != http::Method::get;
}

static Object reference(std::string_view path) {
    return {{"$ref", "#/components/" + std::string{path}}};
}

/// One parameter for each field; those of a struct inside as "from.year".
static void add_query_parameters(Array& out, const json::Type& query, const std::string& prefix,
                                 const Schemas& schemas) {
    for (const auto& field : query.fields) {
        const auto name = prefix + std::string{field.name};
        const auto* type = field.type();
        if (type->kind == json::Type::Kind::object) {
            add_query_parameters(out, *type, name + ".", schemas);
            continue;
        }
        auto schema = *schemas.schema(type, Role::request).object();
        if (!field.otherwise.empty()) schema.push_back({"default", *json::parse(field.otherwise)});
        out.emplace_back(Object{{"name", name}, {"in", "query"}, {"required", false}, {"schema", std::move(schema)}});
    }
}

static Array parameters_of(const http::Route& route, const Schemas& schemas) {
    Array out;
    for (const auto name : placeholders_of(route.pattern)) {
        out.emplace_back(
            Object{{"name", name}, {"in", "path"}, {"required", true}, {"schema", Object{{"type", "string"}}}});
    }
    if (route.about.query) add_query_parameters(out, *route.about.query, "", schemas);
    if (changes_something(route)) {
        out.emplace_back(reference("parameters/IdempotencyKey"));
        out.emplace_back(reference("parameters/IfMatch"));
    }
    return out;
}

/// The body as JSON refuses what it does not know; a form may hold the fields of the platform too.
static Object body_of(const http::About& about, const Schemas& schemas) {
    Object content;
    if (about.body) {
        const auto schema = schemas.schema(about.body, Role::request);
        auto strict = *schema.object();
        strict.push_back({"unevaluatedProperties", false});
        content.push_back({"application/json", Object{{"schema", std::move(strict)}}});
        content.push_back({"application/x-www-form-urlencoded", Object{{"schema", schema}}});
    }
    if (about.takes_files) {
        Object files{{"type", "object"}, {"additionalProperties", true}};
        auto schema = about.body
                          ? Object{{"allOf", Array{schemas.schema(about.body, Role::request), Value{std::move(files)}}}}
                          : std::move(files);
        content.push_back({"multipart/form-data", Object{{"schema", std::move(schema)}}});
    }
    return {{"required", true}, {"content", std::move(content)}};
}

static std::string plain_media_type(http::Format format) {
    const auto type = http::media_type(format);
    return std::string{type.substr(0, type.find(';'))};
}

static Object content_of(const http::Route& route, const Schemas& schemas) {
    Object content;
    for (const auto format : route.about.formats) {
        const bool is_page_of_form = changes_something(route) && format == http::Format::html;
        if (is_page_of_form) continue; // 303 instead
        const bool has_type = format == http::Format::json && route.about.answer;
        auto schema = has_type ? schemas.schema(route.about.answer, Role::answer)
                               : Value{format == http::Format::json ? Object{} : Object{{"type", "string"}}};
        content.push_back({plain_media_type(format), Object{{"schema", std::move(schema)}}});
    }
    return content;
}

/// The statuses of problems that a route can answer with; see platform/http/problem.cpp.
static std::vector<int> problems_of(const http::Route& route) {
    std::vector<int> statuses{406, 429, 500, 503};
    const bool is_open = route.right == right::everybody;
    const bool reads = route.about.query || route.about.body || route.about.takes_files;
    if (reads) statuses.insert(statuses.end(), {400, 422});
    if (!is_open) statuses.insert(statuses.end(), {401, 403});
    if (is_open && changes_something(route)) statuses.push_back(403);
    if (!placeholders_of(route.pattern).empty()) statuses.push_back(404);
    if (changes_something(route)) statuses.insert(statuses.end(), {409, 412, 413, 415});
    std::sort(statuses.begin(), statuses.end());
    return statuses;
}

static Object responses_of(const http::Route& route, const Schemas& schemas, const i18n::Translator& t) {
    Object out;
    const bool has_page = std::ranges::find(route.about.formats, http::Format::html) != route.about.formats.end();
    Object success{{"description", t(text::api_response_success)}};
    auto content = content_of(route, schemas);
    const bool has_content = !content.empty() && route.about.status != 204 && route.about.status != 303;
    if (has_content) success.push_back({"content", std::move(content)});
    if (route.about.status != 303) out.push_back({std::to_string(route.about.status), std::move(success)});
    if (changes_something(route) && (has_page || route.about.status == 303))
        out.push_back({"303", reference("responses/SeeOther")});
    for (const auto status : problems_of(route)) {
        out.push_back({std::to_string(status), reference(fmt::format("responses/Problem{}", status))});
    }
    return out;
}

static Array security_of(const Right& right) {
    if (right == right::everybody) return {};
    Array rights;
    if (!(right == right::logged_in)) rights.emplace_back(right.name);
    return {Value{Object{{"session", rights}}}, Value{Object{{"bearer", rights}}}};
}

static Object operation_of(const http::Route& route, const Schemas& schemas, const i18n::Translator& t) {
    Object out{{"operationId", route.about.operation},
               {"summary", route.about.summary},
               {"tags", Array{Value{tag_of(route.pattern)}}},
               {"x-right", route.right.name}};
    auto parameters = parameters_of(route, schemas);
    if (!parameters.empty()) out.push_back({"parameters", std::move(parameters)});
    if (route.about.body || route.about.takes_files) out.push_back({"requestBody", body_of(route.about, schemas)});
    out.push_back({"responses", responses_of(route, schemas, t)});
    out.push_back({"security", security_of(route.right)});
    return out;
}

static Object paths_of(const std::vector<http::Route>& routes, const Schemas& schemas, const i18n::Translator& t) {
    std::map<std::string, Object> paths;
    for (const auto& route : routes) {
        std::string method{http::name_of(route.method)};
        std::ranges::transform(method, method.begin(),
                               [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
        paths[std::string{route.pattern}].push_back({method, operation_of(route, schemas, t)});
    }
    Object out;
    for (auto& [path, operations] : paths)
        out.push_back({path, std::move(operations)});
    return out;
}

static Object parameter_components(const i18n::Translator& t) {
    const auto header = [](std::string_view name, const std::string& description) {
        return Object{{"name", name},
                      {"in", "header"},
                      {"required", false},
                      {"description", description},
                      {"schema", Object{{"type", "string"}}}};
    };
    return {{"IdempotencyKey", header("Idempotency-Key", t(text::api_idempotency_key))},
            {"IfMatch", header("If-Match", t(text::api_if_match))}};
}

static Object response_components(const Schemas& schemas, const i18n::Translator& t) {
    Object out{{"SeeOther", Object{{"description", t(text::api_response_303)}}}};
    for (const auto status : {400, 401, 403, 404, 406, 409, 412, 413, 415, 422, 429, 500, 503}) {
        Object content{
            {"application/problem+json", Object{{"schema", schemas.schema(json::type_of<Problem>(), Role::answer)}}}};
        out.push_back({fmt::format("Problem{}", status),
                       Object{{"description", t.by_name(fmt::format("api.response.{}", status))},
                              {"content", std::move(content)}}});
    }
    return out;
}

static Object security_schemes(const i18n::Translator& t) {
    return {{"session", Object{{"type", "apiKey"},
                               {"in", "cookie"},
                               {"name", "__Host-samband"},
                               {"description", t(text::api_security_session)}}},
            {"bearer", Object{{"type", "http"}, {"scheme", "bearer"}, {"description", t(text::api_security_bearer)}}}};
}

static Array tags_of(const std::vector<http::Route>& routes) {
    std::set<std::string> names;
    for (const auto& route : routes)
        names.insert(tag_of(route.pattern));
    Array out;
    for (const auto& name : names)
        out.emplace_back(Object{{"name", name}});
    return out;
}

Value document(const std::vector<http::Route>& routes, std::string_view public_url, const i18n::Translator& t) {
    Schemas schemas{routes};
    schemas.add(json::type_of<Problem>(), Role::answer);
    return Object{
        {"openapi", "3.1.0"},
        {"info", Object{{"title", t(text::api_title)}, {"description", t(text::api_lead)}, {"version", version()}}},
        {"jsonSchemaDialect", "https://json-schema.org/draft/2020-12/schema"},
        {"servers", Array{Value{Object{{"url", public_url}}}}},
        {"tags", tags_of(routes)},
        {"paths", paths_of(routes, schemas, t)},
        {"components", Object{{"schemas", schemas.components()},
                              {"parameters", parameter_components(t)},
                              {"responses", response_components(schemas, t)},
                              {"securitySchemes", security_schemes(t)}}}};
}

} // namespace openapi
