#include "oparl/store/source_store.hpp"
#include "oparl/domain/errors.hpp"
#include "platform/errors.hpp"
#include "platform/json/value.hpp"

#include <algorithm>
#include <array>

namespace oparl::store {

static constexpr std::string_view source_columns =
    "SELECT number, slug, name, address, license, complete_until, created_at, changed_at FROM oparl_source ";

static Source source_from(const db::Row& row) {
    return {.number = row.number(0),
            .slug = row.text(1),
            .name = row.text(2),
            .address = row.text(3),
            .license = row.text(4),
            .complete_until = row.maybe_instant(5),
            .created_at = row.instant(6),
            .changed_at = row.instant(7)};
}

Result<std::optional<Source>> find_source(db::Reader& reader, std::string_view slug) {
    const auto row = TRY(reader.find(std::string{source_columns} + "WHERE slug = $1", {slug}));
    return row ? std::optional{source_from(*row)} : std::nullopt;
}

Result<Source> source_by_slug(db::Reader& reader, std::string_view slug) {
    auto found = TRY(find_source(reader, slug));
    if (!found) return source_not_found.error({{"source", std::string{slug.substr(0, 80)}}});
    return *std::move(found);
}

Result<std::vector<Source>> list_sources(db::Reader& reader) {
    std::vector<Source> sources;
    for (const auto& row : TRY(reader.query(std::string{source_columns} + "ORDER BY name, number")))
        sources.push_back(source_from(row));
    return sources;
}

Result<Source> insert_source(db::Transaction& transaction, Source fresh) {
    const auto newest = TRY(transaction.find("SELECT coalesce(max(number), 0) FROM oparl_source"));
    fresh.number = newest->number(0) + 1;
    TRY(transaction.execute(
        "INSERT INTO oparl_source (number, slug, name, address, license, complete_until, created_at, "
        "changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        {fresh.number, fresh.slug, fresh.name, fresh.address, fresh.license, fresh.complete_until, fresh.created_at,
         fresh.changed_at}));
    return fresh;
}

Result<void> save_source(db::Transaction& transaction, const Source& changed) {
    return transaction.enqueue(
        "UPDATE oparl_source SET name = $1, license = $2, complete_until = $3, changed_at = $4 "
        "WHERE number = $5",
        {changed.name, changed.license, changed.complete_until, changed.changed_at, changed.number});
}

Result<std::map<std::string, std::string>> positions(db::Reader& reader, std::int64_t source) {
    std::map<std::string, std::string> found;
    for (const auto& row : TRY(reader.query("SELECT list, next FROM oparl_position WHERE source = $1", {source})))
        found[row.text(0)] = row.text(1);
    return found;
}

Result<void> set_position(db::Transaction& transaction, std::int64_t source, std::string_view list,
                          std::string_view next) {
    return transaction.enqueue("INSERT INTO oparl_position (source, list, next) VALUES ($1, $2, $3) "
                               "ON CONFLICT (source, list) DO UPDATE SET next = excluded.next",
                               {source, list, next});
}

Result<void> clear_positions(db::Transaction& transaction, std::int64_t source) {
    return transaction.enqueue("DELETE FROM oparl_position WHERE source = $1", {source});
}

/// Faults carry codes that live as long as the program; what is read back must find its own.
static std::string_view known_code(std::string_view name) {
    static constexpr std::array codes{object_unreadable,
                                      object_too_large,
                                      id_faulty,
                                      id_foreign,
                                      id_taken,
                                      type_unknown,
                                      property_type_wrong,
                                      copies_differ,
                                      page_unreadable,
                                      page_too_large,
                                      answer_refused,
                                      address_foreign,
                                      paging_endless,
                                      too_many_objects,
                                      platform::body_not_json,
                                      platform::bad_encoding,
                                      platform::too_deep,
                                      platform::too_many_items,
                                      platform::duplicate_field,
                                      platform::number_out_of_range,
                                      platform::outside_unreachable,
                                      platform::outside_answer_too_large,
                                      platform::outside_address_refused};
    const auto found = std::ranges::find(codes, name, &ErrorCode::name);
    return found == codes.end() ? std::string_view{} : found->name;
}

static std::string written(const ErrorValues& values) {
    json::Object members;
    for (const auto& value : values) {
        const auto* number = std::get_if<std::int64_t>(&value.value);
        members.push_back(
            {value.name, number != nullptr ? json::Value{*number} : json::Value{std::get<std::string>(value.value)}});
    }
    return json::to_string(json::Value{std::move(members)});
}

static ErrorValues values_in(std::string_view text) {
    ErrorValues values;
    const auto read = json::parse(text);
    if (!read || read->object() == nullptr) return values;
    for (const auto& member : *read->object()) {
        if (const auto* number = member.value.integer()) values.push_back({member.name, *number});
        if (const auto* words = member.value.text()) values.push_back({member.name, *words});
    }
    return values;
}

Result<std::vector<Refusal>> refusals(db::Reader& reader, std::int64_t source) {
    std::vector<Refusal> found;
    for (const auto& row : TRY(reader.query("SELECT place, object, pointer, code, filling FROM oparl_refusal "
                                            "WHERE source = $1 ORDER BY position",
                                            {source}))) {
        const auto code = known_code(row.text(3));
        if (!code.empty()) found.push_back({row.text(0), row.text(1), {row.text(2), code, values_in(row.text(4))}});
    }
    return found;
}

Result<void> replace_refusals(db::Transaction& transaction, std::int64_t source, const std::vector<Refusal>& fresh) {
    TRY(transaction.enqueue("DELETE FROM oparl_refusal WHERE source = $1", {source}));
    std::int64_t position = 0;
    for (const auto& refusal : fresh) {
        TRY(transaction.enqueue("INSERT INTO oparl_refusal (source, position, place, object, pointer, code, filling) "
                                "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                                {source, ++position, refusal.place, refusal.object, refusal.fault.pointer,
                                 refusal.fault.code, written(refusal.fault.values)}));
    }
    return {};
}

} // namespace oparl::store
