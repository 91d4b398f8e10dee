#include "platform/journal/reading.hpp"

#include "platform/crypto/encoding.hpp"
#include "platform/crypto/sealing.hpp"
#include "platform/errors.hpp"

#include <algorithm>

namespace journal {

namespace {

/// A value that is sealed for a person, and nothing else.
bool is_sealed(const json::Value& value) {
    const auto* object = value.object();
    return object && object->size() == 2 && value.find("person") && value.find("sealed");
}

void add_person(const json::Value& value, std::vector<std::string>& persons) {
    if (is_sealed(value)) persons.emplace_back(value.text_of("person"));
}

Result<json::Value> open_value(const json::Value& value, const PersonKeys::Keys& keys, const std::string& place) {
    if (!is_sealed(value)) return value;
    const auto key = keys.find(value.text_of("person"));
    if (key == keys.end() || !key->second) return json::Value{};
    const auto sealed = TRY(crypto::from_base64url(value.text_of("sealed")));
    return json::parse(TRY(crypto::open(*key->second, sealed, place)));
}

struct Parsed {
    json::Value actor_name;
    json::Value body;
};

Result<StoredEvent> open_one(const Record& record, const Parsed& parsed, const PersonKeys::Keys& keys) {
    auto event = as_stored(record);
    const auto name = TRY(open_value(parsed.actor_name, keys, place_of(record.id, actor_name_field)));
    event.actor_name = name.text() ? *name.text() : std::string{};
    json::Object body;
    for (const auto& [key, value] : *parsed.body.object())
        body.push_back({key, TRY(open_value(value, keys, place_of(record.id, key)))});
    event.body = json::to_string(std::move(body));
    return event;
}

} // namespace

std::string place_of(std::string_view event_id, std::string_view field) {
    return std::string{event_id} + "/" + std::string{field};
}

StoredEvent as_stored(const Record& record) {
    auto id = EventId::parse(record.id);
    return {.sequence = record.sequence,
            .id = id ? *id : EventId{},
            .at = Instant{std::chrono::microseconds{record.at}},
            .type = record.type,
            .actor_kind = record.actor_kind,
            .actor_id = record.actor_id,
            .actor_name = record.actor_name,
            .organisation_id = record.organisation_id,
            .organisation_name = record.organisation_name,
            .authority = record.authority,
            .body = record.body,
            .visibility = record.visibility,
            .subjects = record.subjects};
}

Result<std::vector<StoredEvent>> opened(db::Reader& reader, const PersonKeys& person_keys,
                                        const std::vector<Record>& records) {
    std::vector<Parsed> all;
    std::vector<std::string> persons;
    for (const auto& record : records) {
        auto& parsed = all.emplace_back(Parsed{TRY(json::parse(record.actor_name)), TRY(json::parse(record.body))});
        if (!parsed.body.object()) return platform::seal_broken.error();
        add_person(parsed.actor_name, persons);
        for (const auto& field : *parsed.body.object())
            add_person(field.value, persons);
    }
    std::sort(persons.begin(), persons.end());
    persons.erase(std::unique(persons.begin(), persons.end()), persons.end());
    const auto keys = TRY(person_keys.of(reader, persons));

    std::vector<StoredEvent> events;
    for (std::size_t i = 0; i < records.size(); ++i)
        events.push_back(TRY(open_one(records[i], all[i], keys)));
    return events;
}

} // namespace journal
