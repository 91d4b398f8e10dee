#include "oparl/domain/errors.hpp"
#include "oparl/domain/graph_object.hpp"
#include "oparl/domain/schema.hpp"
#include "platform/crypto/octets.hpp"
#include "platform/errors.hpp"
#include "platform/unicode.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace oparl {

static constexpr std::size_t id_bytes_max = 2000;
static constexpr std::size_t name_bytes_max = 300;

std::int64_t object_key(std::string_view id) {
    const auto digest = crypto::sha256(id);
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < 8; ++i)
        key = key << 8 | digest[i];
    return static_cast<std::int64_t>(key >> 1);
}

namespace {

// The tree that was just read is this file's own; its accessors are made for those who only look.
json::Object& members_of(json::Value& value) {
    return const_cast<json::Object&>(*value.object());
}
json::Array& items_of(json::Value& value) {
    return const_cast<json::Array&>(*value.array());
}

/// Members by name, however deep: the same content then has the same bytes, in whatever order it came.
void sort_members(json::Value& value) {
    if (value.array() != nullptr) {
        for (auto& item : items_of(value))
            sort_members(item);
    } else if (value.object() != nullptr) {
        auto& members = members_of(value);
        for (auto& member : members)
            sort_members(member.value);
        std::ranges::sort(members, {}, &json::Member::name);
    }
}

/// One line, without what a text column cannot hold, cut between two letters.
std::string one_line(std::string_view text) {
    std::string line;
    for (const char letter : text.substr(0, name_bytes_max + 4)) {
        line += static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F ? ' ' : letter;
    }
    auto end = std::min(line.size(), name_bytes_max);
    while (end > 0 && end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80)
        --end;
    if (end == line.size()) end = unicode::first_invalid_byte(line).value_or(end);
    return line.substr(0, end);
}

std::string name_of_object(ObjectType type, const json::Value& object) {
    for (const std::string_view property :
         {std::string_view{"name"}, std::string_view{type == ObjectType::file ? "fileName" : "number"},
          std::string_view{type == ObjectType::location ? "description" : "role"}, std::string_view{"room"},
          std::string_view{"streetAddress"}, std::string_view{"locality"}}) {
        const auto text = unicode::trimmed(object.text_of(property));
        if (!text.empty()) return one_line(text);
    }
    return {};
}

std::string day_of_object(const json::Value& object) {
    for (const std::string_view property : {"start", "date", "startDate"}) {
        const auto text = object.text_of(property);
        if (text.size() >= 10) return std::string{text.substr(0, 10)};
    }
    return {};
}

class Apart {
public:
    explicit Apart(const Origins& origins) : origins_{origins} {}
    TakenApart taken;

    /// Gives the id, also of an object that is not taken; nothing when it has none that could be referred to.
    std::optional<std::string> take(json::Value& value, const std::string& pointer, bool stands_alone) {
        const std::string id{value.text_of("id")};
        std::vector<Fault> faults;
        if (value.object() == nullptr) {
            note("", {object_unreadable.at(pointer)});
            return {};
        }
        const auto origin = origin_of(id);
        if (origin.empty() || id.size() > id_bytes_max) {
            faults.push_back(id_faulty.at(pointer + "/id"));
        } else if (!origins_.allows(id)) {
            faults.push_back(id_foreign.at(pointer + "/id", {{"origin", origin}}));
        }
        const auto type = type_from(value.text_of("type"));
        if (!type) faults.push_back(type_unknown.at(pointer + "/type", {{"type", one_line(value.text_of("type"))}}));
        if (type) {
            GraphObject object;
            object.id = id;
            object.type = *type;
            object.stands_alone = stands_alone;
            check_members(value, object, pointer, faults);
            if (faults.empty()) keep(value, std::move(object));
        }
        const bool can_be_referred_to = !origin.empty() && id.size() <= id_bytes_max;
        note(can_be_referred_to ? id : std::string{}, std::move(faults));
        return can_be_referred_to ? std::optional{id} : std::nullopt;
    }

private:
    void note(const std::string& id, std::vector<Fault> faults) {
        for (auto& fault : faults)
            taken.faults.push_back({id, std::move(fault)});
    }

    void check_members(json::Value& value, GraphObject& object, const std::string& pointer,
                       std::vector<Fault>& faults) {
        auto& members = members_of(value);
        std::erase_if(members, [&](const json::Member& member) { return is_absent(object.type, member); });
        for (auto& member : members) {
            const auto* property = find_property(object.type, member.name);
            if (property == nullptr) continue;
            const auto place = pointer + "/" + member.name;
            if (!fits(*property, member.value, object, place))
                faults.push_back(property_type_wrong.at(place, {{"property", std::string{property->name}}}));
        }
    }

    /// Null, and empty text where a date, an address or an object should stand: that is how many systems say "none".
    static bool is_absent(ObjectType type, const json::Member& member) {
        if (member.value.is_null()) return true;
        const auto* property = find_property(type, member.name);
        if (property == nullptr || member.value.text() == nullptr || !member.value.text()->empty()) return false;
        return property->kind != PropertyKind::text && property->kind != PropertyKind::list;
    }

    bool fits(const Property& property, json::Value& value, GraphObject& object, const std::string& place) {
        using enum PropertyKind;
        switch (property.kind) {
        case text:
        case list:
            return value.text() != nullptr;
        case texts:
            return value.array() != nullptr &&
                   std::ranges::all_of(*value.array(), [](const json::Value& each) { return each.text() != nullptr; });
        case truth:
            return value.boolean() != nullptr;
        case number:
            return value.integer() != nullptr;
        case day:
            return value.text() != nullptr && value.text()->size() == 10 && parse_date(*value.text()).has_value();
        case instant:
            return value.text() != nullptr && parse_instant(*value.text()).has_value();
        case anything:
            return true;
        case reference:
        case embedded:
            return refer(property, value, object, place, 0);
        case references:
        case embedded_many:
            return refer_to_all(property, value, object, place);
        }
        return false;
    }

    bool refer_to_all(const Property& property, json::Value& value, GraphObject& object, const std::string& place) {
        if (value.array() == nullptr) return false;
        int position = 0;
        for (auto& item : items_of(value)) {
            if (!refer(property, item, object, fmt::format("{}/{}", place, position), position)) return false;
            ++position;
        }
        return true;
    }

    /// Puts the address of what stands there in its place. Without an id of its own it stays: then it is a part of this
    /// object and nothing that anybody could refer to.
    bool refer(const Property& property, json::Value& value, GraphObject& object, const std::string& place,
               int position) {
        if (value.object() != nullptr) {
            if (value.find("id") == nullptr) return true;
            auto id = take(value, place, false);
            if (!id) return true; // told as a fault of its own
            value = json::Value{*std::move(id)};
        }
        if (value.text() == nullptr || value.text()->size() > id_bytes_max) return false;
        object.references.push_back({property.name, position, object_key(*value.text())});
        return true;
    }

    void keep(json::Value& value, GraphObject object) {
        object.is_deleted = value.find("deleted") != nullptr && *value.find("deleted")->boolean();
        for (const std::string_view property : {"modified", "created"}) {
            if (value.find(property) == nullptr) continue;
            object.modified = *parse_instant(value.text_of(property));
            break;
        }
        auto& members = members_of(value);
        for (auto& member : members) {
            if (member.name == "type") member.value = json::Value{type_address(object.type)};
        }
        if (object.is_deleted) {
            object.references.clear();
            std::erase_if(members, [](const json::Member& member) {
                return member.name != "id" && member.name != "type" && member.name != "created" &&
                       member.name != "modified" && member.name != "deleted";
            });
        } else {
            object.name = name_of_object(object.type, value);
            object.day = day_of_object(value);
            for (const std::string_view property : {"reference", "shortName", "resolutionText", "result"}) {
                object.words.append(value.text_of(property)).append("\n");
            }
        }
        sort_members(value);
        object.content = json::to_string(value);
        object.digest = crypto::sha256(object.content);
        taken.objects.push_back(std::move(object));
    }

    const Origins& origins_;
};

} // namespace

TakenApart take_apart(std::string_view text, const Origins& origins) {
    Apart apart{origins};
    if (text.size() > object_bytes_max) {
        apart.taken.faults.push_back({"", object_too_large.at("#", {{"bytes", static_cast<std::int64_t>(text.size())},
                                                                    {"max", std::int64_t{object_bytes_max}}})});
        return std::move(apart.taken);
    }
    auto value = json::parse(text);
    if (!value) {
        const auto& error = value.error();
        if (error.faults.empty()) {
            apart.taken.faults.push_back({"", {"#", error.code, error.values}});
        }
        for (const auto& fault : error.faults)
            apart.taken.faults.push_back({"", fault});
        return std::move(apart.taken);
    }
    apart.take(*value, "#", true);
    return std::move(apart.taken);
}

} // namespace oparl
