#include "directory/store/organisation_store.hpp"

#include "directory/domain/errors.hpp"
#include "platform/json/described.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace directory::store {

static constexpr std::string_view organisation_columns =
    "o.id, o.kind, o.slug, o.number, o.county_number, o.organisation_number, o.name_no, o.name_nn, o.name_se, "
    "o.name_en, o.qualifier, o.valid_from, o.valid_to, o.homepage, o.basis, o.population, o.latitude, o.longitude, "
    "o.is_sami_area, o.is_invented, o.version";
/// The same with the number held on the day asked about, from directory_number n.
static constexpr std::string_view columns_on_day =
    "o.id, o.kind, o.slug, n.number, substr(n.number, 1, 2), o.organisation_number, o.name_no, o.name_nn, o.name_se, "
    "o.name_en, o.qualifier, o.valid_from, o.valid_to, o.homepage, o.basis, o.population, o.latitude, o.longitude, "
    "o.is_sami_area, o.is_invented, o.version";
static constexpr std::string_view holds_number =
    "directory_organisation o JOIN directory_number n ON n.organisation_id = o.id WHERE (n.valid_from IS NULL OR "
    "n.valid_from <= $1) AND (n.valid_to IS NULL OR n.valid_to > $1)";
static constexpr std::string_view exists =
    "(o.valid_from IS NULL OR o.valid_from <= $1) AND (o.valid_to IS NULL OR o.valid_to > $1)";

static Organisation read(const db::Row& row) {
    Organisation organisation{.id = row.id<OrganisationId>(0),
                              .kind = *json::enumerator_of<OrganisationKind>(row.text(1)),
                              .slug = row.text(2),
                              .number = row.text(3),
                              .county_number = row.text(4),
                              .organisation_number = row.maybe_text(5).value_or(""),
                              .names = {},
                              .qualifier = row.text(10),
                              .period = {row.maybe_date(11), row.maybe_date(12)},
                              .homepage = row.text(13),
                              .basis = row.text(14),
                              .population = row.number(15),
                              .latitude = {},
                              .longitude = {},
                              .is_sami_area = row.flag(18),
                              .is_invented = row.flag(19),
                              .version = row.number(20)};
    static constexpr std::array languages{"no", "nn", "se", "en"};
    for (std::size_t i = 0; i < languages.size(); ++i) {
        if (!row.text(6 + i).empty()) organisation.names[languages[i]] = row.text(6 + i);
    }
    if (!row.is_null(16)) organisation.latitude = row.real(16);
    if (!row.is_null(17)) organisation.longitude = row.real(17);
    return organisation;
}

static Result<std::vector<Organisation>> select(db::Reader& reader, std::string_view from_where,
                                                const db::Arguments& arguments,
                                                std::string_view what = organisation_columns) {
    std::vector<Organisation> found;
    for (const auto& row : TRY(reader.query(fmt::format("SELECT {} FROM {}", what, from_where), arguments))) {
        found.push_back(read(row));
    }
    return found;
}

static Result<Organisation> first_of(Result<std::vector<Organisation>> found, std::string_view key) {
    if (!found) return found.error();
    if (found->empty()) return organisation_not_found.error({{"key", std::string{key}}});
    return std::move(found->front());
}

static std::string name_in(const Organisation& organisation, std::string_view language) {
    const auto name = organisation.names.find(language);
    return name == organisation.names.end() ? std::string{} : name->second;
}

static db::Arguments arguments_of(const Organisation& organisation) {
    const auto& number = organisation.organisation_number;
    return {organisation.id,
            json::name_of(organisation.kind),
            organisation.slug,
            organisation.number,
            organisation.county_number,
            number.empty() ? std::optional<std::string>{} : number,
            name_in(organisation, "no"),
            name_in(organisation, "nn"),
            name_in(organisation, "se"),
            name_in(organisation, "en"),
            organisation.qualifier,
            organisation.period.from,
            organisation.period.to,
            organisation.homepage,
            organisation.basis,
            organisation.population,
            organisation.latitude,
            organisation.longitude,
            organisation.is_sami_area,
            organisation.is_invented,
            organisation.version};
}

Result<void> insert(db::Transaction& transaction, const Organisation& organisation) {
    return transaction.enqueue(
        "INSERT INTO directory_organisation (id, kind, slug, number, county_number, organisation_number, name_no, "
        "name_nn, name_se, name_en, qualifier, valid_from, valid_to, homepage, basis, population, latitude, longitude, "
        "is_sami_area, is_invented, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, "
        "$16, $17, $18, $19, $20, $21)",
        arguments_of(organisation));
}

Result<void> update(db::Transaction& transaction, const Organisation& organisation) {
    const auto changed = TRY(transaction.execute(
        "UPDATE directory_organisation SET kind = $2, slug = $3, number = $4, county_number = $5, "
        "organisation_number = $6, name_no = $7, name_nn = $8, name_se = $9, name_en = $10, qualifier = $11, "
        "valid_from = $12, valid_to = $13, homepage = $14, basis = $15, population = $16, latitude = $17, "
        "longitude = $18, is_sami_area = $19, is_invented = $20, version = version + 1 WHERE id = $1 AND version = $21",
        arguments_of(organisation)));
    if (changed == 0) return organisation_stale.error();
    return {};
}

Result<Organisation> organisation(db::Reader& reader, OrganisationId id) {
    return first_of(select(reader, "directory_organisation o WHERE o.id = $1", {id}), id.to_string());
}

Result<Organisation> organisation_by_key(db::Reader& reader, std::string_view key) {
    // Each key by its own index; one condition with OR over both tables would read them whole.
    static constexpr std::string_view held_by =
        "directory_organisation o LEFT JOIN directory_number n ON n.organisation_id = o.id AND n.number = $1 "
        "WHERE o.id IN (SELECT id FROM directory_organisation WHERE id = $1 "
        "UNION ALL SELECT id FROM directory_organisation WHERE slug = $1 "
        "UNION ALL SELECT id FROM directory_organisation WHERE organisation_number = $1 "
        "UNION ALL SELECT organisation_id FROM directory_number WHERE number = $1) "
        "ORDER BY CASE WHEN o.slug = $1 THEN 0 ELSE 1 END, CASE WHEN n.valid_to IS NULL THEN 0 ELSE 1 END, "
        "n.valid_to DESC LIMIT 1";
    return first_of(select(reader, held_by, {key}), key);
}

Result<Organisation> municipality_with_number(db::Reader& reader, std::string_view number, Date on) {
    const auto where = fmt::format("{} AND n.scheme = 'municipality' AND n.number = $2", holds_number);
    return first_of(select(reader, where, {on, number}, columns_on_day), number);
}

Result<std::vector<Organisation>> organisations(db::Reader& reader, const std::vector<OrganisationId>& ids) {
    static constexpr std::size_t ids_per_query = 400;
    std::map<OrganisationId, Organisation> found;
    for (std::size_t begin = 0; begin < ids.size(); begin += ids_per_query) {
        std::string places;
        db::Arguments arguments;
        for (auto i = begin; i < std::min(begin + ids_per_query, ids.size()); ++i) {
            arguments.emplace_back(ids[i]);
            places += fmt::format("{}${}", places.empty() ? "" : ", ", arguments.size());
        }
        const auto where = fmt::format("directory_organisation o WHERE o.id IN ({})", places);
        for (auto& organisation : TRY(select(reader, where, arguments))) {
            found.try_emplace(organisation.id, std::move(organisation));
        }
    }
    std::vector<Organisation> in_order;
    for (const auto& id : ids) {
        if (const auto one = found.find(id); one != found.end()) in_order.push_back(one->second);
    }
    return in_order;
}

Result<std::vector<Organisation>> all_organisations(db::Reader& reader) {
    return select(reader, "directory_organisation o", {});
}

Result<std::vector<Organisation>> municipalities(db::Reader& reader, Date on) {
    const auto where = fmt::format("{} AND n.scheme = 'municipality' ORDER BY n.number", holds_number);
    return select(reader, where, {on}, columns_on_day);
}

Result<std::vector<Organisation>> municipalities_of_county(db::Reader& reader, std::string_view county_number,
                                                           Date on) {
    const auto where =
        fmt::format("{} AND n.scheme = 'municipality' AND substr(n.number, 1, 2) = $2 ORDER BY n.number", holds_number);
    return select(reader, where, {on, county_number}, columns_on_day);
}

Result<std::vector<Organisation>> counties(db::Reader& reader, Date on) {
    const auto where = fmt::format("{} AND n.scheme = 'county' ORDER BY n.number", holds_number);
    return select(reader, where, {on}, columns_on_day);
}

Result<std::vector<Organisation>> of_kind(db::Reader& reader, OrganisationKind kind, Date on) {
    return select(reader, fmt::format("directory_organisation o WHERE o.kind = $2 AND {}", exists),
                  {on, json::name_of(kind)});
}

Result<std::vector<Organisation>> members(db::Reader& reader, OrganisationId network, Date on) {
    return select(reader,
                  "directory_membership m JOIN directory_organisation o ON o.id = m.member_id WHERE m.network_id = $2 "
                  "AND (m.joined_on IS NULL OR m.joined_on <= $1) AND (m.left_on IS NULL OR m.left_on > $1) ORDER BY "
                  "o.number",
                  {on, network});
}

Result<std::vector<Organisation>> networks(db::Reader& reader, OrganisationId member, Date on) {
    return select(reader,
                  "directory_membership m JOIN directory_organisation o ON o.id = m.network_id WHERE m.member_id = $2 "
                  "AND (m.joined_on IS NULL OR m.joined_on <= $1) AND (m.left_on IS NULL OR m.left_on > $1) ORDER BY "
                  "o.slug",
                  {on, member});
}

Result<std::int64_t> count_organisations(db::Reader& reader) {
    return TRY(reader.query("SELECT count(*) FROM directory_organisation"))[0].number(0);
}

Result<bool> is_slug_taken(db::Reader& reader, std::string_view slug) {
    return !TRY(reader.query("SELECT 1 FROM directory_organisation WHERE slug = $1", {slug})).empty();
}

Result<bool> is_organisation_number_taken(db::Reader& reader, std::string_view organisation_number) {
    const auto rows =
        TRY(reader.query("SELECT 1 FROM directory_organisation WHERE organisation_number = $1", {organisation_number}));
    return !rows.empty();
}

} // namespace directory::store
