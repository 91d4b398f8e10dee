#include "governance/http/happenings.hpp"
#include "platform/json/value.hpp"

namespace governance {

/// Texts, numbers and flags ("yes", "no"); a list becomes how long it is.
static std::vector<i18n::Argument> arguments_of(const json::Value& body) {
    std::vector<i18n::Argument> arguments;
    const auto* members = body.object();
    if (members == nullptr) return arguments;
    for (const auto& [name, value] : *members) {
        if (const auto* text = value.text()) {
            arguments.emplace_back(name, std::string_view{*text});
        } else if (const auto* number = value.integer()) {
            arguments.emplace_back(name, *number);
        } else if (const auto* truth = value.boolean()) {
            arguments.emplace_back(name, std::string_view{*truth ? "yes" : "no"});
        } else if (const auto* list = value.array()) {
            arguments.emplace_back(name, static_cast<std::int64_t>(list->size()));
        }
    }
    return arguments;
}

std::string sentence_of(const i18n::Translator& t, const journal::StoredEvent& event) {
    const auto body = json::parse(event.body);
    auto sentence = t.by_name("event." + event.type, body ? arguments_of(*body) : std::vector<i18n::Argument>{});
    return sentence.empty() ? event.type : sentence;
}

std::string actor_of(const journal::StoredEvent& event) {
    auto words = event.actor_name;
    if (!event.organisation_name.empty()) words += (words.empty() ? "" : ", ") + event.organisation_name;
    if (!event.authority.empty()) words += " (" + event.authority + ")";
    return words;
}

HappeningView happening_of(const i18n::Translator& t, const journal::StoredEvent& event) {
    return {.id = event.id,
            .sequence = event.sequence,
            .type = event.type,
            .at = event.at,
            .what = sentence_of(t, event),
            .who = actor_of(event)};
}

Result<std::vector<HappeningView>> happenings_about(const http::Query& query, const journal::Subject& subject,
                                                    int limit) {
    std::vector<HappeningView> happenings;
    for (const auto& event : TRY(query.journal.about(query.reader, subject, query.principal, limit))) {
        happenings.push_back(happening_of(query.t, event));
    }
    return happenings;
}

} // namespace governance
