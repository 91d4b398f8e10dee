#include "platform/journal/sentence.hpp"

#include "platform/json/value.hpp"
#include "platform/texts.hpp"

namespace journal {

namespace {

i18n::Argument argument_of(const json::Member& field, const i18n::Translator& t) {
    if (const auto* number = field.value.integer()) return {field.name, *number};
    if (const auto* text = field.value.text()) {
        const auto day = parse_date(*text); // Events carry days as ISO text, for machines.
        return {field.name, day ? t.date(*day) : *text};
    }
    if (const auto* list = field.value.array()) return {field.name, static_cast<std::int64_t>(list->size())};
    if (const auto* truth = field.value.boolean()) return {field.name, std::string_view{*truth ? "yes" : "no"}};
    return {field.name, t(platform::text::journal_forgotten)};
}

} // namespace

std::string sentence(const StoredEvent& event, const i18n::Translator& t) {
    const auto body = json::parse(event.body);
    std::vector<i18n::Argument> arguments;
    if (body && body->object())
        for (const auto& field : *body->object())
            arguments.push_back(argument_of(field, t));
    auto words = t.by_name("event." + event.type, arguments);
    return words.empty() ? event.type : words;
}

std::string actor(const StoredEvent& event, const i18n::Translator& t) {
    auto words = event.actor_name;
    if (words.empty() && event.actor_kind == "person") words = t(platform::text::journal_forgotten);
    if (!event.organisation_name.empty()) words += (words.empty() ? "" : ", ") + event.organisation_name;
    if (!event.authority.empty()) words += (words.empty() ? "" : " ") + ("(" + event.authority + ")");
    return words;
}

} // namespace journal
