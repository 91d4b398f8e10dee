#include "governance/store/body_store.hpp"

#include "governance/domain/meeting_errors.hpp"
#include "governance/store/rule_profile_store.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

static constexpr std::string_view body_columns =
    "id, slug, name_nb, name_nn, kind, organisation_id, parent_id, is_open, is_invented, changed_at, version";

static Body body_of(const db::Row& row) {
    Body body;
    body.id = row.id<BodyId>(0);
    body.slug = row.text(1);
    body.name_nb = row.text(2);
    body.name_nn = row.text(3);
    body.kind = *json::enumerator_of<BodyKind>(row.text(4));
    body.organisation = row.id<directory::OrganisationId>(5);
    if (!row.is_null(6)) body.parent = row.id<BodyId>(6);
    body.is_open = row.flag(7);
    body.is_invented = row.flag(8);
    body.changed_at = row.instant(9);
    body.version = row.number(10);
    return body;
}

static Result<void> add_themes(db::Reader& reader, Body& body) {
    const auto rows =
        TRY(reader.query("SELECT theme FROM governance_body_theme WHERE body_id = $1 ORDER BY theme", {body.id}));
    for (const auto& row : rows)
        body.themes.push_back(row.text(0));
    return {};
}

static Result<Body> one_body(db::Reader& reader, std::string_view condition, db::Argument key) {
    const auto row = TRY(reader.find(
        fmt::format("SELECT {} FROM governance_body WHERE {} = $1", body_columns, condition), {std::move(key)}));
    if (!row) return body_not_found.error();
    auto body = body_of(*row);
    TRY(add_themes(reader, body));
    return body;
}

Result<Body> load_body(db::Reader& reader, BodyId id) {
    return one_body(reader, "id", id);
}

Result<Body> find_body(db::Reader& reader, std::string_view key) {
    if (const auto id = BodyId::parse(key)) return load_body(reader, *id);
    return one_body(reader, "slug", key);
}

Result<std::vector<Body>> list_bodies(db::Reader& reader) {
    const auto rows =
        TRY(reader.query(fmt::format("SELECT {} FROM governance_body ORDER BY name_nb, slug", body_columns)));
    std::vector<Body> bodies;
    for (const auto& row : rows)
        bodies.push_back(body_of(row));
    const auto themes = TRY(reader.query("SELECT body_id, theme FROM governance_body_theme ORDER BY theme"));
    for (const auto& row : themes) {
        const auto body = std::ranges::find(bodies, row.id<BodyId>(0), &Body::id);
        if (body != bodies.end()) body->themes.push_back(row.text(1));
    }
    return bodies;
}

Result<bool> is_slug_taken(db::Reader& reader, std::string_view slug) {
    return TRY(reader.find("SELECT 1 FROM governance_body WHERE slug = $1", {slug})).has_value();
}

/// The document as it was kept: settings without the rules that they stand over.
static Result<std::vector<RulesVersion>> kept_rules(db::Reader& reader, BodyId id) {
    const auto rows = TRY(reader.query("SELECT number, valid_from, adopted_by, document, profile FROM "
                                       "governance_body_rules WHERE body_id = $1 ORDER BY number",
                                       {id}));
    std::vector<RulesVersion> versions;
    for (const auto& row : rows) {
        auto own = TRY(parse_body_settings(row.text(3)));
        versions.push_back({static_cast<int>(row.number(0)),
                            row.date(1),
                            row.text(2),
                            {},
                            std::move(own),
                            std::string{row.text(4)},
                            0});
    }
    if (versions.empty()) return body_not_found.error();
    return versions;
}

/// With the rules of the profile as it is on the day below the body's own.
static Result<RulesVersion> as_of(db::Reader& reader, RulesVersion version, Date day) {
    BodyRules base;
    if (!version.profile.empty()) {
        const auto profile = TRY(profile_in_force(reader, version.profile, day));
        base = profile.rules;
        version.profile_number = profile.number;
    }
    version.rules = TRY(with_settings(std::move(base), version.own));
    return version;
}

Result<std::vector<RulesVersion>> rules_versions(db::Reader& reader, BodyId id) {
    auto versions = TRY(kept_rules(reader, id));
    for (auto& version : versions)
        version = TRY(as_of(reader, std::move(version), version.valid_from));
    return versions;
}

Result<RulesVersion> rules_in_force(db::Reader& reader, BodyId id, Date day) {
    const auto versions = TRY(kept_rules(reader, id));
    return as_of(reader, in_force(versions, day), day);
}

Result<RulesVersion> rules_by_number(db::Reader& reader, BodyId id, int number, Date day) {
    for (auto& version : TRY(kept_rules(reader, id))) {
        if (version.number == number) return as_of(reader, std::move(version), day);
    }
    return body_not_found.error();
}

Result<std::vector<FollowingRules>> rules_following(db::Reader& reader, std::string_view profile) {
    std::vector<FollowingRules> found;
    for (auto& body : TRY(list_bodies(reader))) {
        auto versions = TRY(kept_rules(reader, body.id));
        if (versions.back().profile == profile) found.push_back({std::move(body), std::move(versions.back())});
    }
    return found;
}

Result<std::vector<Mandate>> mandates(db::Reader& reader, BodyId id) {
    const auto rows = TRY(reader.query("SELECT number, text, valid_from, valid_to, adopted_by FROM governance_mandate "
                                       "WHERE body_id = $1 ORDER BY number",
                                       {id}));
    std::vector<Mandate> found;
    for (const auto& row : rows) {
        found.push_back({static_cast<int>(row.number(0)), row.text(1), row.date(2), row.maybe_date(3), row.text(4)});
    }
    return found;
}

Result<std::string> authority_of(db::Reader& reader, BodyId id, Date day) {
    std::string words;
    for (const auto& mandate : TRY(mandates(reader, id))) {
        if (mandate.valid_from <= day) words = mandate.adopted_by;
    }
    return words;
}

static Result<void> insert_themes(db::Transaction& transaction, const Body& body) {
    for (const auto& theme : body.themes) {
        TRY(transaction.enqueue("INSERT INTO governance_body_theme (body_id, theme) VALUES ($1, $2)",
                                {body.id, theme}));
    }
    return {};
}

Result<void> insert_body(db::Transaction& transaction, const Body& body, Instant now) {
    TRY(transaction.enqueue(
        "INSERT INTO governance_body (id, slug, name_nb, name_nn, kind, organisation_id, parent_id, is_open, "
        "is_invented, created_at, changed_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11)",
        {body.id, body.slug, body.name_nb, body.name_nn, json::name_of(body.kind), body.organisation, body.parent,
         body.is_open, body.is_invented, now, body.version}));
    return insert_themes(transaction, body);
}

Result<void> update_body(db::Transaction& transaction, const Body& body, std::int64_t version_read) {
    const auto changed = TRY(transaction.execute(
        "UPDATE governance_body SET name_nb = $1, name_nn = $2, kind = $3, parent_id = $4, is_open = $5, "
        "changed_at = $6, version = $7 WHERE id = $8 AND version = $9",
        {body.name_nb, body.name_nn, json::name_of(body.kind), body.parent, body.is_open, body.changed_at,
         version_read + 1, body.id, version_read}));
    if (changed == 0) return stale_version.error();
    TRY(transaction.enqueue("DELETE FROM governance_body_theme WHERE body_id = $1", {body.id}));
    return insert_themes(transaction, body);
}

Result<void> insert_rules(db::Transaction& transaction, BodyId body, const RulesVersion& version, Instant now) {
    return transaction.enqueue(
        "INSERT INTO governance_body_rules (body_id, number, valid_from, document, adopted_by, created_at, profile) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7)",
        {body, version.number, version.valid_from, to_json(version.own), version.adopted_by, now, version.profile});
}

Result<void> insert_mandate(db::Transaction& transaction, BodyId body, const Mandate& mandate, Instant now) {
    TRY(transaction.enqueue("UPDATE governance_mandate SET valid_to = $1 WHERE body_id = $2 AND valid_to IS NULL",
                            {mandate.valid_from, body}));
    return transaction.enqueue("INSERT INTO governance_mandate (body_id, number, text, valid_from, adopted_by, "
                               "created_at) VALUES ($1, $2, $3, $4, $5, $6)",
                               {body, mandate.number, mandate.text, mandate.valid_from, mandate.adopted_by, now});
}

} // namespace governance
