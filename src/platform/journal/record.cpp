#include "platform/journal/record.hpp"

#include <array>

namespace journal {

static constexpr std::array<std::string_view, 3> visibility_names{"everybody", "internal", "operators"};

std::string_view name_of(Visibility visibility) {
    return visibility_names.at(static_cast<std::size_t>(visibility));
}

std::optional<Visibility> visibility_of(std::string_view name) {
    for (std::size_t i = 0; i < visibility_names.size(); ++i)
        if (visibility_names.at(i) == name) return static_cast<Visibility>(i);
    return {};
}

Result<json::Object> form_of(const Record& record) {
    json::Array subjects;
    for (const auto& [kind, id] : record.subjects)
        subjects.emplace_back(json::Array{json::Value{kind}, json::Value{id}});
    auto actor_name = TRY(json::parse(record.actor_name));
    auto body = TRY(json::parse(record.body));
    return json::Object{
        {"sequence", record.sequence},
        {"id", record.id},
        {"at", record.at},
        {"type", record.type},
        {"visibility", name_of(record.visibility)},
        {"actor", json::Object{{"kind", record.actor_kind}, {"id", record.actor_id}, {"name", std::move(actor_name)}}},
        {"organisation", json::Object{{"id", record.organisation_id}, {"name", record.organisation_name}}},
        {"authority", record.authority},
        {"subjects", std::move(subjects)},
        {"body", std::move(body)}};
}

Result<std::string> canonical(const Record& record) {
    return json::to_string(TRY(form_of(record)));
}

} // namespace journal
