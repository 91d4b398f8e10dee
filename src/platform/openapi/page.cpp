#include "platform/openapi/page.hpp"

#include "platform/errors.hpp"
#include "platform/http/represent.hpp"
#include "platform/openapi/document.hpp"
#include "platform/openapi/problem_pages.hpp"
#include "platform/texts.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace openapi {

namespace text = platform::text;
using json::Type;

/// A type in words.
static std::string words_of(const Type& type, const i18n::Translator& t) {
    switch (type.kind) {
    case Type::Kind::boolean:
        return t(text::api_type_boolean);
    case Type::Kind::integer:
        return t(text::api_type_integer);
    case Type::Kind::number:
        return t(text::api_type_number);
    case Type::Kind::any:
        return t(text::api_type_any);
    case Type::Kind::object:
        return t(text::api_type_object);
    case Type::Kind::array:
        return t(text::api_type_list({.of = words_of(*type.items(), t)}));
    case Type::Kind::enumeration: {
        std::string values;
        for (const auto value : type.values)
            values += (values.empty() ? "" : ", ") + std::string{value};
        return t(text::api_type_one_of({.values = values}));
    }
    case Type::Kind::text:
        break;
    }
    if (type.format == "date") return t(text::api_type_date);
    if (type.format == "date-time") return t(text::api_type_instant);
    if (type.format == "uuid") return t(text::api_type_id);
    if (!type.length_max) return t(text::api_type_text);
    return t(text::api_type_text_up_to({.max = static_cast<std::int64_t>(*type.length_max)}));
}

/// So deep are structs inside structs shown: the page is for reading, the document at /openapi.json has them all.
static constexpr std::size_t levels_shown = 2;

/// The fields of a struct, those of structs inside it under its name; a type that holds itself is not entered twice.
class Fields {
public:
    Fields(const i18n::Translator& t, bool is_request) : t_{&t}, is_request_{is_request} {}

    std::vector<ApiField> of(const Type* type) {
        if (type) add(*type, "");
        return std::move(fields_);
    }

private:
    void add(const Type& type, const std::string& prefix) {
        entered_.push_back(&type);
        for (const auto& field : type.fields) {
            const auto& inner = *field.type();
            const auto name = prefix + std::string{field.name};
            const bool is_there = is_request_ ? field.is_required : !field.is_optional;
            fields_.push_back({name, words_of(inner, *t_), is_there});
            const auto* held = inner.kind == Type::Kind::array ? inner.items() : &inner;
            const bool is_new = std::ranges::find(entered_, held) == entered_.end();
            if (held->kind == Type::Kind::object && is_new && entered_.size() < levels_shown)
                add(*held, name + (held == &inner ? "." : "[]."));
        }
        entered_.pop_back();
    }

    const i18n::Translator* t_;
    bool is_request_;
    std::vector<const Type*> entered_;
    std::vector<ApiField> fields_;
};

/// A body that the type would take, as small as it can be.
static json::Value sample_of(const Type& type) {
    switch (type.kind) {
    case Type::Kind::boolean:
        return false;
    case Type::Kind::integer:
        return type.minimum.value_or(1) > 1 ? *type.minimum : std::int64_t{1};
    case Type::Kind::number:
        return 1.5;
    case Type::Kind::any:
        return nullptr;
    case Type::Kind::array:
        return json::Array{};
    case Type::Kind::enumeration:
        return type.values.empty() ? json::Value{} : json::Value{type.values.front()};
    case Type::Kind::text:
        break;
    case Type::Kind::object: {
        json::Object members;
        for (const auto& field : type.fields) {
            if (field.is_required) members.push_back({std::string{field.name}, sample_of(*field.type())});
        }
        return members;
    }
    }
    if (type.format == "date") return "2026-03-04";
    if (type.format == "date-time") return "2026-03-04T09:00:00Z";
    if (type.format == "uuid") return "01890a5d-ac96-774b-bcce-b302099a8057";
    return "…";
}

/// "/cases/{number}" -> "/cases/NUMBER": curl reads braces as a list.
static std::string sample_path(std::string_view pattern) {
    std::string out;
    bool is_name = false;
    for (const char letter : pattern) {
        if (letter == '{' || letter == '}') {
            is_name = letter == '{';
        } else {
            out += is_name ? static_cast<char>(std::toupper(static_cast<unsigned char>(letter))) : letter;
        }
    }
    return out;
}

static std::string example_of(const http::Route& route, std::string_view public_url) {
    std::string line{"curl"};
    if (route.method != http::Method::get) line += fmt::format(" -X {}", http::name_of(route.method));
    if (!(route.right == right::everybody)) line += " -H 'Authorization: Bearer TOKEN'";
    const bool has_json = std::ranges::find(route.about.formats, http::Format::json) != route.about.formats.end();
    if (has_json) line += " -H 'Accept: application/json'";
    if (route.about.takes_files) {
        line += " -F 'file=@document.pdf'";
    } else if (route.about.body) {
        line +=
            fmt::format(" -H 'Content-Type: application/json' -d '{}'", json::to_string(sample_of(*route.about.body)));
    }
    return line + fmt::format(" '{}{}'", public_url, sample_path(route.pattern));
}

static std::string right_in_words(const Right& right, const i18n::Translator& t) {
    if (right == right::everybody) return t(text::api_right_everybody);
    if (right == right::logged_in) return t(text::api_right_logged_in);
    return std::string{right.name};
}

static ApiRoute api_route(const http::Route& route, std::string_view public_url, const i18n::Translator& t) {
    ApiRoute out{.operation = std::string{route.about.operation},
                 .method = std::string{http::name_of(route.method)},
                 .path = std::string{route.pattern},
                 .summary = std::string{route.about.summary},
                 .right = right_in_words(route.right, t),
                 .formats = {},
                 .query = Fields{t, true}.of(route.about.query),
                 .body = Fields{t, true}.of(route.about.body),
                 .answer = Fields{t, false}.of(route.about.answer),
                 .example = example_of(route, public_url)};
    for (const auto format : route.about.formats) {
        const auto type = http::media_type(format);
        out.formats.emplace_back(type.substr(0, type.find(';')));
    }
    return out;
}

ApiOverview api_overview(const std::vector<http::Route>& routes, std::string_view public_url,
                         const i18n::Translator& t) {
    std::map<std::string, std::vector<ApiOverviewRoute>> by_tag;
    for (const auto& route : routes) {
        by_tag[tag_of(route.pattern)].push_back({std::string{route.about.operation},
                                                 std::string{http::name_of(route.method)}, std::string{route.pattern},
                                                 std::string{route.about.summary}, right_in_words(route.right, t)});
    }
    ApiOverview page{.document_url = std::string{public_url} + "/openapi.json", .sections = {}};
    for (auto& [tag, tagged] : by_tag) {
        std::ranges::stable_sort(tagged, {}, &ApiOverviewRoute::path);
        page.sections.push_back({tag, std::move(tagged)});
    }
    return page;
}

std::optional<ApiSection> api_section(const std::vector<http::Route>& routes, std::string_view tag,
                                      std::string_view public_url, const i18n::Translator& t) {
    ApiSection section{.tag = std::string{tag}, .routes = {}};
    for (const auto& route : routes) {
        if (tag_of(route.pattern) == tag) section.routes.push_back(api_route(route, public_url, t));
    }
    if (section.routes.empty()) return std::nullopt;
    std::ranges::stable_sort(section.routes, {}, &ApiRoute::path);
    return section;
}

static Result<http::Response> show_section(const http::Router& router, const http::Query& query) {
    const auto section = api_section(router.routes(), query.request.path_value("section"), query.public_url, query.t);
    if (!section) return platform::path_not_found.error();
    return http::represent<ApiSection>(query, *section,
                                       {.html = [&](const ApiSection& view) { return draw(query, view); }});
}

void add_routes(http::Router& router) {
    add_problem_routes(router);
    router.get("/openapi", right::everybody,
               [&router](const http::Query& query) -> Result<http::Response> {
                   return http::json_text(json::to_string(document(router.routes(), query.public_url, query.t)));
               },
               {.operation = "describeApi",
                .summary = "The OpenAPI description of everything that can be asked of this service.",
                .formats = {http::Format::json},
                .is_cached = true});
    router.get("/api", right::everybody,
               [&router](const http::Query& query) -> Result<http::Response> {
                   const auto page = api_overview(router.routes(), query.public_url, query.t);
                   return http::represent<ApiOverview>(
                       query, page, {.html = [&](const ApiOverview& view) { return draw(query, view); }});
               },
               {.operation = "showApi",
                .summary = "The same description for people: every route in one line.",
                .answer = json::type_of<ApiOverview>(),
                .is_cached = true});
    router.get("/api/{section}", right::everybody,
               [&router](const http::Query& query) { return show_section(router, query); },
               {.operation = "showApiSection",
                .summary = "The routes below one first segment of the address, with their fields and examples.",
                .answer = json::type_of<ApiSection>(),
                .is_cached = true});
}

} // namespace openapi
