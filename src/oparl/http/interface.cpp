// OParl 1.1 for others: single objects, and lists by page. Open to pages of every origin; nobody logs in here.
#include "oparl/domain/errors.hpp"
#include "oparl/http/handlers.hpp"
#include "oparl/http/own_graph.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "platform/http/percent.hpp"

namespace oparl {

namespace {

namespace open_record = governance::open_record;

constexpr int objects_on_page = 50;
constexpr std::array<std::string_view, 4> time_filters{"created_since", "created_until", "modified_since",
                                                       "modified_until"};

http::Response open_to_all(std::string json) {
    auto response = http::json_text(std::move(json));
    response.with("access-control-allow-origin", "*");
    return response;
}

/// A "+" that was not encoded has become a space on its way; in a time it can be nothing else.
Result<std::optional<Instant>> instant_asked(const http::Request& request, std::string_view name) {
    const auto sent = request.query.first(name);
    if (!sent || sent->empty()) return std::optional<Instant>{};
    std::string text{*sent};
    std::ranges::replace(text, ' ', '+');
    return std::optional{TRY(parse_instant(text))};
}

int page_asked(const http::Request& request) {
    const auto sent = request.query.first("page").value_or("1");
    int page = 1;
    const auto [end, fault] = std::from_chars(sent.data(), sent.data() + sent.size(), page);
    return fault == std::errc{} && end == sent.data() + sent.size() ? std::clamp(page, 1, 10'000'000) : 1;
}

bool omits_embedded(const http::Request& request) {
    return request.query.first("omit_internal") == "true";
}

std::optional<open_record::Kind> kind_listed(ObjectType type) {
    using Kind = open_record::Kind;
    switch (type) {
    case ObjectType::organization:
        return Kind::body;
    case ObjectType::person:
        return Kind::person;
    case ObjectType::membership:
        return Kind::appointment;
    case ObjectType::meeting:
        return Kind::meeting;
    case ObjectType::agenda_item:
        return Kind::item;
    case ObjectType::paper:
        return Kind::matter;
    case ObjectType::consultation:
        return Kind::treatment;
    case ObjectType::file:
        return Kind::document;
    case ObjectType::location:
        return Kind::meeting_with_place;
    default:
        return {};
    }
}

/// Fills in what the question asks by its address. What was removed is told to those alone who ask for changes: they
/// have something to forget.
Result<open_record::Question> question_of(const http::Request& request, open_record::Kind kind) {
    open_record::Question question;
    question.kind = kind;
    question.created_since = TRY(instant_asked(request, "created_since"));
    question.created_until = TRY(instant_asked(request, "created_until"));
    question.modified_since = TRY(instant_asked(request, "modified_since"));
    question.modified_until = TRY(instant_asked(request, "modified_until"));
    question.with_removed = question.modified_since.has_value();
    question.limit = objects_on_page;
    question.offset = (page_asked(request) - 1) * objects_on_page;
    return question;
}

std::string page_address(const http::Query& query, const std::string& list, int page) {
    auto text = fmt::format("{}?page={}", list, page);
    for (const auto name : time_filters) {
        if (const auto sent = query.request.query.first(name))
            text += fmt::format("&{}={}", name, http::percent_encoded(*sent));
    }
    if (omits_embedded(query.request)) text += "&omit_internal=true";
    return text;
}

http::Response page_of(const http::Query& query, const std::string& list, std::int64_t total, json::Array data) {
    const int page = page_asked(query.request);
    const auto pages = static_cast<int>(std::max<std::int64_t>(1, (total + objects_on_page - 1) / objects_on_page));
    json::Object links{{"first", json::Value{page_address(query, list, 1)}},
                       {"self", json::Value{page_address(query, list, page)}},
                       {"last", json::Value{page_address(query, list, pages)}}};
    if (page > 1) links.push_back({"prev", json::Value{page_address(query, list, std::min(page - 1, pages))}});
    if (page < pages) links.push_back({"next", json::Value{page_address(query, list, page + 1)}});
    json::Object pagination{{"totalElements", json::Value{total}},
                            {"elementsPerPage", json::Value{objects_on_page}},
                            {"currentPage", json::Value{page}},
                            {"totalPages", json::Value{pages}}};
    return open_to_all(json::to_string(json::Value{json::Object{{"data", json::Value{std::move(data)}},
                                                                {"pagination", json::Value{std::move(pagination)}},
                                                                {"links", json::Value{std::move(links)}}}}));
}

Result<http::Response> answer_list(const http::Query& query, OwnGraph& graph, const std::string& list, ObjectType type,
                                   const open_record::Question& question) {
    const auto found = TRY(open_record::find(query.reader, question, query.today()));
    json::Array data;
    for (const auto& id : found.ids)
        data.push_back(TRY(graph.object(type, id, omits_embedded(query.request))));
    return page_of(query, list, found.total, std::move(data));
}

/// Terms are read from the appointments, not kept: they are few, and all stand in the body.
Result<http::Response> answer_terms(const http::Query& query, OwnGraph& graph, const std::string& list,
                                    std::string_view owner) {
    const auto body = TRY(graph.object(ObjectType::body, owner));
    const auto question = TRY(question_of(query.request, open_record::Kind::owner));
    json::Array data;
    const auto* terms = body.find("legislativeTerm");
    for (const auto& inside : terms == nullptr ? json::Array{} : *terms->array()) {
        const auto address = inside.text_of("id");
        auto term = TRY(graph.object(ObjectType::legislative_term, address.substr(address.rfind('/') + 1)));
        const auto created = *parse_instant(term.text_of("created")),
                   modified = *parse_instant(term.text_of("modified"));
        const bool is_asked_for = (!question.created_since || created >= *question.created_since) &&
                                  (!question.created_until || created < *question.created_until) &&
                                  (!question.modified_since || modified >= *question.modified_since) &&
                                  (!question.modified_until || modified < *question.modified_until);
        if (is_asked_for) data.push_back(std::move(term));
    }
    const auto total = std::ssize(data);
    if (question.offset > 0) data.clear();
    return page_of(query, list, total, std::move(data));
}

} // namespace

Result<http::Response> show_oparl_system(const http::Query& query) {
    OwnGraph graph{query};
    return open_to_all(json::to_string(TRY(graph.object(ObjectType::system, {}))));
}

Result<http::Response> list_oparl_bodies(const http::Query& query) {
    OwnGraph graph{query};
    const auto question = TRY(question_of(query.request, open_record::Kind::owner));
    return answer_list(query, graph, query.public_url + "/oparl/v1.1/bodies", ObjectType::body, question);
}

Result<http::Response> show_oparl_object(const http::Query& query) {
    const auto type = type_of_segment(query.request.path_value("type"));
    if (!type || *type == ObjectType::system) return object_not_found.error();
    OwnGraph graph{query};
    const auto found = TRY(graph.object(*type, query.request.path_value("object")));
    return open_to_all(json::to_string(found));
}

Result<http::Response> list_of_oparl_body(const http::Query& query) {
    const auto type = type_of_segment(query.request.path_value("type"));
    const auto key = query.request.path_value("body");
    const auto owner = directory::OrganisationId::parse(key);
    if (!type || !owner || !TRY(open_record::owner_times(query.reader, *owner))) return object_not_found.error();
    OwnGraph graph{query};
    const auto list = graph.list_address(ObjectType::body, key, *type);
    if (*type == ObjectType::legislative_term) return answer_terms(query, graph, list, key);
    const auto kind = kind_listed(*type);
    if (!kind) return object_not_found.error();
    auto question = TRY(question_of(query.request, *kind));
    question.owner = *owner;
    return answer_list(query, graph, list, *type, question);
}

Result<http::Response> list_of_oparl_organization(const http::Query& query) {
    const auto type = type_of_segment(query.request.path_value("type"));
    const auto key = query.request.path_value("organization");
    const auto body = governance::BodyId::parse(key);
    const bool is_listed = type && (*type == ObjectType::meeting || *type == ObjectType::consultation);
    if (!is_listed || !body) return object_not_found.error();
    OwnGraph graph{query};
    TRY(graph.object(ObjectType::organization, key, true));
    auto question = TRY(question_of(query.request, *kind_listed(*type)));
    question.body = *body;
    return answer_list(query, graph, graph.list_address(ObjectType::organization, key, *type), *type, question);
}

} // namespace oparl
