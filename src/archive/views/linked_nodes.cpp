#include "archive/views/linked_nodes.hpp"

#include "archive/domain/derived_id.hpp"

namespace archive {

using json::Array;
using json::Object;
using json::Value;

static Value typed(std::string_view type, std::string text) {
    return Object{{"@type", std::string{type}}, {"@value", std::move(text)}};
}

static Value reference(std::string_view id) {
    return Object{{"@id", std::string{id}}};
}

LinkedNode::LinkedNode(std::string_view type, std::string_view id)
    : members_{{"@id", std::string{id}}, {"@type", "arkiv:" + std::string{type}}} {}

LinkedNode& LinkedNode::member(std::string_view name, Value value) {
    members_.push_back({"arkiv:" + std::string{name}, std::move(value)});
    return *this;
}

LinkedNode& LinkedNode::text(std::string_view name, std::string_view value) {
    return value.empty() ? *this : member(name, std::string{value});
}

LinkedNode& LinkedNode::open_title(std::string_view name, std::string_view value) {
    const auto words = value.empty() ? hidden_title : value;
    return text(name, words).text(std::string{name} + "_SENSITIV", words);
}

LinkedNode& LinkedNode::number(std::string_view name, std::int64_t value) {
    return member(name, typed("xsd:integer", std::to_string(value)));
}

LinkedNode& LinkedNode::date(std::string_view name, Date value) {
    return member(name, typed("xsd:date", to_string(value)));
}

LinkedNode& LinkedNode::time(std::string_view name, Instant value) {
    return member(name, typed("xsd:dateTime", to_string(value)));
}

LinkedNode& LinkedNode::link(std::string_view name, std::string_view id) {
    return id.empty() ? *this : member(name, reference(id));
}

LinkedNode& LinkedNode::links(std::string_view name, const std::vector<std::string>& ids) {
    if (ids.empty()) return *this;
    if (ids.size() == 1) return link(name, ids.front());
    Array all;
    for (const auto& id : ids)
        all.push_back(reference(id));
    return member(name, std::move(all));
}

LinkedNode& LinkedNode::texts(std::string_view name, const std::vector<std::string>& values) {
    if (values.empty()) return *this;
    Array all;
    for (const auto& value : values)
        all.emplace_back(value);
    return member(name, std::move(all));
}

std::string add_shield(Array& graph, std::string_view of, std::string_view basis) {
    const auto id = derived_id("skjerming " + std::string{of} + " " + std::string{basis});
    graph.push_back(LinkedNode{"Skjerming", id}
                        .link("tilgangsrestriksjon", "arkiv:unntattOffentlighet")
                        .text("skjermingshjemmel", basis)
                        .value());
    return id;
}

std::string linked_text(Array graph, std::string_view public_url, const Array& withdrawn) {
    Object context{{"@base", std::string{public_url} + "/id/"},
                   {"arkiv", "http://www.arkivverket.no/standarder/noark5/arkivstruktur/"},
                   {"xsd", "http://www.w3.org/2001/XMLSchema#"}};
    if (!withdrawn.empty()) {
        context.push_back({"einnsyn", "http://data.einnsyn.no/"});
        const auto id = derived_id("trekk tilbake " + json::to_string(withdrawn));
        graph.push_back(Object{{"@graph", withdrawn}, {"@id", id}});
        graph.push_back(Object{{"@graph", Array{Object{{"@id", id}, {"@type", "einnsyn:graftype/TrekkeTilbakeGraf"}}}},
                               {"@id", "einnsyn:graf/meta"}});
    }
    return json::to_string(Object{{"@context", std::move(context)}, {"@graph", std::move(graph)}});
}

} // namespace archive
