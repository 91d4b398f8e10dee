#pragma once
// What the pages and the JSON of the directory show.
#include "directory/directory.hpp"
#include "platform/json/described.hpp"

namespace directory {

struct OrganisationFilter {
    std::optional<Line<100>> q{}; ///< Beginnings of words in names, or of numbers.
    std::optional<OrganisationKind> kind{};
    std::optional<Line<4>> county{};
    std::optional<Line<80>> network{}; ///< Key of a network: its members.
    bool ended = false;                ///< Those that no longer exist, too.
};
BOOST_DESCRIBE_STRUCT(OrganisationFilter, (), (q, kind, county, network, ended))

struct OrganisationRow {
    OrganisationId id{};
    std::string name{};
    OrganisationKind kind = OrganisationKind::municipality;
    std::string number{}, organisation_number{}, county_number{}, county_name{};
    std::int64_t population = 0;
    std::optional<Date> ended_on{};
    bool is_invented = false;
    std::string url{};
};
BOOST_DESCRIBE_STRUCT(OrganisationRow, (),
                      (id, name, kind, number, organisation_number, county_number, county_name, population, ended_on,
                       is_invented, url))

struct OrganisationListView {
    std::vector<OrganisationRow> organisations{};
    std::int64_t total = 0;
    int page = 1, pages = 1;
};
BOOST_DESCRIBE_STRUCT(OrganisationListView, (), (organisations, total, page, pages))

struct LinkView {
    std::string name{}, url{};
};
BOOST_DESCRIBE_STRUCT(LinkView, (), (name, url))

struct NameView {
    std::string language{}, name{};
    std::optional<Date> valid_from{}, valid_to{};
};
BOOST_DESCRIBE_STRUCT(NameView, (), (language, name, valid_from, valid_to))

struct NumberView {
    std::string scheme{}, number{};
    std::optional<Date> valid_from{}, valid_to{};
};
BOOST_DESCRIBE_STRUCT(NumberView, (), (scheme, number, valid_from, valid_to))

struct PopulationView {
    Date as_of{};
    std::int64_t inhabitants = 0;
};
BOOST_DESCRIBE_STRUCT(PopulationView, (), (as_of, inhabitants))

/// One organisation in the picture of who became whom.
struct LineageNode {
    OrganisationId id{};
    std::string name{}, url{};
    std::optional<Date> valid_from{}, valid_to{};
};
BOOST_DESCRIBE_STRUCT(LineageNode, (), (id, name, url, valid_from, valid_to))

struct SuccessionView {
    Date on{};
    OrganisationId predecessor{}, successor{};
};
BOOST_DESCRIBE_STRUCT(SuccessionView, (), (on, predecessor, successor))

struct LineageView {
    std::vector<LineageNode> organisations{}; ///< Predecessors first.
    std::vector<SuccessionView> successions{};
};
BOOST_DESCRIBE_STRUCT(LineageView, (), (organisations, successions))

struct MembershipView {
    LinkView network{};
    std::optional<Date> joined_on{};
    std::string basis{};
};
BOOST_DESCRIBE_STRUCT(MembershipView, (), (network, joined_on, basis))

struct RoleView {
    RoleId id{};
    PersonId person{};
    std::string person_name{}, name{};
    LinkView organisation{};
    Date valid_from{};
    std::optional<Date> valid_to{};
};
BOOST_DESCRIBE_STRUCT(RoleView, (), (id, person, person_name, name, organisation, valid_from, valid_to))

struct HappeningView {
    std::string id{};
    std::string type{};
    Instant at{};
    std::string what{}, who{};
};
BOOST_DESCRIBE_STRUCT(HappeningView, (), (id, type, at, what, who))

struct OrganisationView {
    OrganisationId id{};
    std::string name{};
    OrganisationKind kind = OrganisationKind::municipality;
    std::string number{}, organisation_number{}, url{}, homepage{}, basis{};
    std::optional<LinkView> county{};
    std::optional<Date> valid_from{}, valid_to{};
    bool is_sami_area = false, is_invented = false;
    std::vector<NameView> names{};
    std::vector<NumberView> numbers{};
    std::vector<PopulationView> populations{};
    std::optional<double> latitude{}, longitude{};
    std::vector<LinkView> successors{}; ///< Of an ended one: those that exist today.
    LineageView lineage{};
    std::vector<MembershipView> memberships{};
    std::vector<OrganisationRow> members{}; ///< Of a network, or the municipalities of a county.
    std::vector<RoleView> roles{};          ///< Only for those who may see people.
    std::vector<HappeningView> events{};
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(OrganisationView, (),
                      (id, name, kind, number, organisation_number, url, homepage, basis, county, valid_from, valid_to,
                       is_sami_area, is_invented, names, numbers, populations, latitude, longitude, successors, lineage,
                       memberships, members, roles, events, version))

struct MapFilter {
    std::optional<Line<2>> county{};
};
BOOST_DESCRIBE_STRUCT(MapFilter, (), (county))

struct MapMunicipality {
    std::string number{}, name{}, county_number{}, url{};
    std::int64_t population = 0;
    int value_class = -1; ///< 0 to 5 by population; -1 when unknown.
    double x = 0, y = 0, radius = 0;
    std::string path{}; ///< SVG path data; empty in the cartogram.
};
BOOST_DESCRIBE_STRUCT(MapMunicipality, (),
                      (number, name, county_number, url, population, value_class, x, y, radius, path))

struct MapCounty {
    std::string number{}, name{}, url{};
    std::int64_t municipalities = 0, population = 0;
};
BOOST_DESCRIBE_STRUCT(MapCounty, (), (number, name, url, municipalities, population))

struct MapView {
    std::optional<Date> valid_from{};
    bool has_borders = false;
    int width = 0, height = 0;
    std::vector<MapMunicipality> municipalities{};
    std::string county_borders{};
    std::vector<MapCounty> counties{};
    std::string attribution{};
};
BOOST_DESCRIBE_STRUCT(MapView, (),
                      (valid_from, has_borders, width, height, municipalities, county_borders, counties, attribution))

struct CountyView {
    std::string number{}, name{}, url{};
    LinkView organisation{}; ///< The one that runs it.
    std::int64_t population = 0;
    std::vector<OrganisationRow> municipalities{};
    std::vector<LinkView> networks{};
};
BOOST_DESCRIBE_STRUCT(CountyView, (), (number, name, url, organisation, population, municipalities, networks))

struct CountyListView {
    std::vector<MapCounty> counties{};
};
BOOST_DESCRIBE_STRUCT(CountyListView, (), (counties))

struct PersonView {
    PersonId id{};
    std::string name{};
    std::vector<RoleView> roles{};
};
BOOST_DESCRIBE_STRUCT(PersonView, (), (id, name, roles))

} // namespace directory
