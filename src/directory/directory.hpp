#pragma once
// The front door of the directory: organisations of the sector, their history through mergers and splits, their
// networks, and the people who hold roles in them.
#include "directory/ids.hpp"
#include "platform/db/database.hpp"
#include "platform/html/html.hpp"
#include "platform/journal/journal.hpp"
#include "platform/services.hpp"

#include <boost/describe/enum.hpp>

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace http {
class Router;
struct Query;
} // namespace http

namespace directory {

/// Oslo is a municipality that also holds a county number; it is listed among the counties too.
enum class OrganisationKind : std::uint8_t {
    municipality,
    county,
    network,
    state_body,
    association,
    supplier,
    company
};
BOOST_DESCRIBE_ENUM(OrganisationKind, municipality, county, network, state_body, association, supplier, company)

struct OrganisationSummary {
    OrganisationId id{};
    std::string name{}; ///< In the language asked for; with the county in brackets where two municipalities share it.
    OrganisationKind kind = OrganisationKind::municipality;
    std::string number{};              ///< kommunenummer or fylkesnummer as text, "0301"; empty for others.
    std::string county_number{};       ///< Of a municipality; empty for others.
    std::string organisation_number{}; ///< Nine digits; empty when unknown.
    std::string slug{};                ///< Last part of the address: the number, or a word such as "ks".
    std::string url{};                 ///< "/organisations/4601", without language prefix.
    std::optional<Date> ended_on{};    ///< First day on which it no longer existed.
    std::int64_t population = 0;       ///< Newest known; 0 when unknown.

    [[nodiscard]] bool is_ended(Date on) const { return ended_on && *ended_on <= on; }
};

/// --- Questions. Names come in the language given, else in Norwegian. ---

/// In the order of the ids given; unknown ids are left out.
Result<std::vector<OrganisationSummary>> organisations_by_id(db::Reader&, const std::vector<OrganisationId>&,
                                                             i18n::Language = i18n::Language::nb);
/// Fails with directory.organisation_not_found.
Result<OrganisationSummary> find_organisation(db::Reader&, OrganisationId, i18n::Language = i18n::Language::nb);
/// By kommunenummer, fylkesnummer, organisation number, slug or id, as it stands in an address or a file. A number goes
/// to the one that holds it, else to the one that held it last. Fails with directory.organisation_not_found.
Result<OrganisationSummary> find_organisation_by_key(db::Reader&, std::string_view key,
                                                     i18n::Language = i18n::Language::nb);
/// The municipality that had the number on the day: 1507 was Ålesund on 2021-05-01 and nobody on 2024-05-01.
/// Fails with directory.organisation_not_found.
Result<OrganisationSummary> find_municipality(db::Reader&, std::string_view number, Date on,
                                              i18n::Language = i18n::Language::nb);
/// All municipalities that exist on the day, by kommunenummer.
Result<std::vector<OrganisationSummary>> municipalities_on(db::Reader&, Date on, i18n::Language = i18n::Language::nb);
/// The counties that exist on the day, by fylkesnummer: the organisation that runs each (Oslo kommune for 03).
Result<std::vector<OrganisationSummary>> counties_on(db::Reader&, Date on, i18n::Language = i18n::Language::nb);
/// All of one kind that exist on the day, by name.
Result<std::vector<OrganisationSummary>> organisations_of_kind(db::Reader&, OrganisationKind, Date on,
                                                               i18n::Language = i18n::Language::nb);
/// The members of a network on the day, or the municipalities of a county.
Result<std::vector<OrganisationSummary>> members_of(db::Reader&, OrganisationId network_or_county, Date on,
                                                    i18n::Language = i18n::Language::nb);
/// The networks that the organisation is a member of on the day.
Result<std::vector<OrganisationSummary>> networks_of(db::Reader&, OrganisationId member, Date on,
                                                     i18n::Language = i18n::Language::nb);
/// Those that carry on what the organisation was, following mergers and splits to the ones that exist on the day; the
/// organisation itself when it still exists.
Result<std::vector<OrganisationSummary>> successors_of(db::Reader&, OrganisationId, Date on,
                                                       i18n::Language = i18n::Language::nb);

/// --- People. ---

struct PersonSummary {
    PersonId id{};
    std::string name{};
};

struct Role {
    RoleId id{};
    PersonSummary person{};
    OrganisationId organisation_id{};
    std::string organisation_name{};
    std::string name{}; ///< "kommunedirektør", as people say it.
    Date valid_from{};
    std::optional<Date> valid_to{}; ///< First day on which it is no longer held.
};

/// In the order of the ids given; unknown ids are left out.
Result<std::vector<PersonSummary>> people_by_id(db::Reader&, const std::vector<PersonId>&);
/// Roles that the person holds on the day.
Result<std::vector<Role>> roles_of(db::Reader&, PersonId, Date on);
/// Roles that are held for the organisation on the day.
Result<std::vector<Role>> roles_in(db::Reader&, OrganisationId, Date on);

/// The key under which national identity numbers are kept as HMAC-SHA-256, never in clear. From the configuration.
struct PersonKey {
    std::array<std::uint8_t, 32> bytes{};
};
/// Nobody when no person has the national identity number. Fails with directory.identity_number_faulty.
Result<std::optional<PersonSummary>> find_person_by_identity_number(db::Reader&, const PersonKey&,
                                                                    std::string_view identity_number);

/// The keyed hash that a national identity number is known by. Fails with directory.identity_number_faulty.
Result<db::Bytes> identity_hash(const PersonKey&, std::string_view identity_number);
/// The same hash of a person; nothing for somebody whose number is not known.
Result<std::optional<db::Bytes>> identity_hash_of(db::Reader&, PersonId);
/// The number without spaces. Fails with directory.organisation_number_faulty.
Result<std::string> checked_organisation_number(std::string_view);

/// --- Changes that other modules ask for, each inside the caller's transaction. ---

/// Who does it and when, for the journal.
struct Doer {
    journal::Journal& journal;
    const Principal& principal;
    Random& random;
    Instant now;
};

struct NewOrganisation {
    OrganisationKind kind = OrganisationKind::supplier;
    std::string name{};
    std::string organisation_number{}; ///< Nine digits, modulus 11; empty when it has none.
    std::string slug{};                ///< Empty: made from the name.
    std::string homepage{};
    std::string basis{}; ///< Where we know it from, in words.
    std::optional<Date> valid_from{};
    bool is_invented = false; ///< Belongs to the demonstration data and is marked so wherever it is shown.
};
/// Fails with directory.name_missing, directory.organisation_number_faulty, directory.organisation_number_taken,
/// directory.slug_taken, directory.kind_is_national (municipalities and counties come from national reforms: merge and
/// split).
Result<OrganisationId> register_organisation(db::Transaction&, const Doer&, const NewOrganisation&);

struct NewPerson {
    std::string name{};
    std::string identity_number{}; ///< Empty, or checked and kept as HMAC only.
    bool is_invented = false;
};
/// Fails with directory.name_missing, directory.identity_number_faulty, directory.person_known.
Result<PersonId> register_person(db::Transaction&, const Doer&, const PersonKey&, const NewPerson&);

struct NewRole {
    PersonId person_id{};
    OrganisationId organisation_id{};
    std::string name{};
    Date valid_from{};
    std::optional<Date> valid_to{};
};
/// Fails with directory.person_not_found, directory.organisation_not_found, directory.period_faulty,
/// directory.name_missing.
Result<RoleId> give_role(db::Transaction&, const Doer&, const NewRole&);
/// Fails with directory.role_not_found, directory.period_faulty.
Result<void> end_role(db::Transaction&, const Doer&, RoleId, Date last_day_plus_one);

/// Fails with directory.not_a_network, directory.organisation_not_found, directory.already_member.
Result<void> join_network(db::Transaction&, const Doer&, OrganisationId network, OrganisationId member, Date from,
                          std::string_view basis);
/// Fails with directory.not_member, directory.period_faulty.
Result<void> leave_network(db::Transaction&, const Doer&, OrganisationId network, OrganisationId member, Date from);

/// --- What the program wires, in app/. ---

/// Something that refers to organisations and follows them through a merger or split.
struct Referrer {
    std::string name; ///< Catalogue key of what it moves, for the preview: "governance.referrer.cases" -> "saker".
    std::function<Result<std::int64_t>(db::Reader&, OrganisationId)> count;
    std::function<Result<std::int64_t>(db::Transaction&, OrganisationId from, OrganisationId to)>
        move; ///< Gives how many moved.
};

/// Draws what concerns an organisation now, at the top of its page: a section of its own, or nothing.
using ConcernProvider = std::function<Result<Html>(const http::Query&, OrganisationId)>;

/// What other modules put into the directory's pages and operations.
struct Extensions {
    std::vector<ConcernProvider> concerns{};
    std::vector<Referrer> referrers{};
    PersonKey person_key{};
};
void add_routes(http::Router&, Extensions = {});

/// What the tables of facts gave.
struct SectorReport {
    int organisations = 0, municipalities = 0, counties = 0, changes = 0, memberships = 0;
    bool was_loaded_before = false; ///< Then nothing was changed.
};
/// Fills an empty directory with the real sector from the embedded tables of facts (src/directory/facts), and the
/// search index with it. Does nothing when there are organisations already.
Result<SectorReport> seed_sector(db::Transaction&, const Doer&);

struct MapReport {
    int municipalities = 0;
    int points_read = 0, points_kept = 0, islands_dropped = 0;
    std::int64_t bytes = 0;             ///< Of the finished paths.
    std::vector<std::string> unknown{}; ///< Numbers in the file that nobody had on the day; left out.
    Date valid_from{};
};
using MapProgress = std::function<void(std::string_view step, int done, int of)>;
/// Reads Kartverket's municipality borders (GeoJSON or TopoJSON), simplifies them and keeps them for the period from
/// the day. Fails with directory.map_unreadable, directory.map_without_municipalities, directory.map_incomplete (names
/// every municipality that is missing, and every unknown one); then nothing is changed.
Result<MapReport> import_map(Services&, const Principal&, std::string_view bytes, Date valid_from,
                             const MapProgress& = {});

} // namespace directory
