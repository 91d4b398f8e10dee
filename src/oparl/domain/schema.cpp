// Source: OParl 1.1, chapter 3 (dev.oparl.org/spezifikation), the tables of each object type.
#include "oparl/domain/schema.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace oparl {

namespace {

using Kind = PropertyKind;
using Properties = std::vector<Property>;

const Properties& common() {
    static const Properties all{{"license", Kind::text},     {"keyword", Kind::texts},      {"created", Kind::instant},
                                {"modified", Kind::instant}, {"web", Kind::text},           {"deleted", Kind::truth},
                                {"name", Kind::text},        {"classification", Kind::text}};
    return all;
}

Properties of_system() {
    return {{"oparlVersion", Kind::text}, {"otherOparlVersions", Kind::texts},
            {"body", Kind::list},         {"contactEmail", Kind::text},
            {"contactName", Kind::text},  {"website", Kind::text},
            {"vendor", Kind::text},       {"product", Kind::text}};
}

Properties of_body() {
    return {{"system", Kind::reference},
            {"shortName", Kind::text},
            {"website", Kind::text},
            {"licenseValidSince", Kind::instant},
            {"oparlSince", Kind::instant},
            {"ags", Kind::text},
            {"rgs", Kind::text},
            {"equivalent", Kind::texts},
            {"contactEmail", Kind::text},
            {"contactName", Kind::text},
            {"organization", Kind::list},
            {"person", Kind::list},
            {"meeting", Kind::list},
            {"paper", Kind::list},
            {"legislativeTerm", Kind::embedded_many},
            {"agendaItem", Kind::list},
            {"consultation", Kind::list},
            {"file", Kind::list},
            {"locationList", Kind::list},
            {"legislativeTermList", Kind::list},
            {"membership", Kind::list},
            {"location", Kind::embedded}};
}

Properties of_legislative_term() {
    return {{"body", Kind::reference, true}, {"startDate", Kind::day}, {"endDate", Kind::day}};
}

Properties of_organization() {
    return {{"body", Kind::reference},
            {"membership", Kind::references},
            {"meeting", Kind::list},
            {"consultation", Kind::list},
            {"shortName", Kind::text},
            {"post", Kind::texts},
            {"subOrganizationOf", Kind::reference},
            {"organizationType", Kind::text},
            {"startDate", Kind::day},
            {"endDate", Kind::day},
            {"website", Kind::text},
            {"location", Kind::embedded},
            {"externalBody", Kind::text}};
}

Properties of_person() {
    return {{"body", Kind::reference},
            {"familyName", Kind::text},
            {"givenName", Kind::text},
            {"formOfAddress", Kind::text},
            {"affix", Kind::text},
            {"title", Kind::texts},
            {"gender", Kind::text},
            {"phone", Kind::texts},
            {"email", Kind::texts},
            {"location", Kind::reference},
            {"locationObject", Kind::embedded},
            {"status", Kind::texts},
            {"membership", Kind::embedded_many},
            {"life", Kind::text},
            {"lifeSource", Kind::text}};
}

Properties of_membership() {
    return {{"person", Kind::reference, true}, {"organization", Kind::reference}, {"role", Kind::text},
            {"votingRight", Kind::truth},      {"startDate", Kind::day},          {"endDate", Kind::day},
            {"onBehalfOf", Kind::reference}};
}

Properties of_meeting() {
    return {{"meetingState", Kind::text},
            {"cancelled", Kind::truth},
            {"start", Kind::instant},
            {"end", Kind::instant},
            {"location", Kind::embedded},
            {"organization", Kind::references},
            {"participant", Kind::references},
            {"invitation", Kind::embedded},
            {"resultsProtocol", Kind::embedded},
            {"verbatimProtocol", Kind::embedded},
            {"auxiliaryFile", Kind::embedded_many},
            {"agendaItem", Kind::embedded_many}};
}

Properties of_agenda_item() {
    return {{"meeting", Kind::reference, true},
            {"number", Kind::text},
            {"order", Kind::number},
            {"public", Kind::truth},
            {"consultation", Kind::reference},
            {"result", Kind::text},
            {"resolutionText", Kind::text},
            {"resolutionFile", Kind::embedded},
            {"auxiliaryFile", Kind::embedded_many},
            {"start", Kind::instant},
            {"end", Kind::instant}};
}

Properties of_paper() {
    return {{"body", Kind::reference},
            {"reference", Kind::text},
            {"date", Kind::day},
            {"paperType", Kind::text},
            {"relatedPaper", Kind::references},
            {"superordinatedPaper", Kind::references},
            {"subordinatedPaper", Kind::references},
            {"mainFile", Kind::embedded},
            {"auxiliaryFile", Kind::embedded_many},
            {"location", Kind::embedded_many},
            {"originatorPerson", Kind::references},
            {"underDirectionOf", Kind::references},
            {"originatorOrganization", Kind::references},
            {"consultation", Kind::embedded_many}};
}

Properties of_consultation() {
    return {{"paper", Kind::reference, true},   {"agendaItem", Kind::reference}, {"meeting", Kind::reference},
            {"organization", Kind::references}, {"authoritative", Kind::truth},  {"role", Kind::text}};
}

Properties of_file() {
    return {{"fileName", Kind::text},
            {"mimeType", Kind::text},
            {"date", Kind::day},
            {"size", Kind::number},
            {"sha1Checksum", Kind::text},
            {"sha512Checksum", Kind::text},
            {"text", Kind::text},
            {"accessUrl", Kind::text},
            {"downloadUrl", Kind::text},
            {"externalServiceUrl", Kind::text},
            {"masterFile", Kind::reference},
            {"derivativeFile", Kind::references},
            {"fileLicense", Kind::text},
            {"meeting", Kind::references, true},
            {"agendaItem", Kind::references, true},
            {"paper", Kind::references, true}};
}

Properties of_location() {
    return {{"description", Kind::text},
            {"geojson", Kind::anything},
            {"streetAddress", Kind::text},
            {"room", Kind::text},
            {"postalCode", Kind::text},
            {"subLocality", Kind::text},
            {"locality", Kind::text},
            {"bodies", Kind::references, true},
            {"organizations", Kind::references, true},
            {"persons", Kind::references, true},
            {"meetings", Kind::references, true},
            {"papers", Kind::references, true}};
}

/// By name, so that they can be found by halving.
std::array<Properties, 12> all_types() {
    std::array<Properties, 12> all{of_system(),       of_body(),        of_legislative_term(),
                                   of_organization(), of_person(),      of_membership(),
                                   of_meeting(),      of_agenda_item(), of_paper(),
                                   of_consultation(), of_file(),        of_location()};
    for (auto& properties : all) {
        properties.insert(properties.end(), common().begin(), common().end());
        std::ranges::sort(properties, {}, &Property::name);
    }
    return all;
}

} // namespace

std::span<const Property> properties_of(ObjectType type) {
    static const auto all = all_types();
    return all[static_cast<std::size_t>(type)];
}

const Property* find_property(ObjectType type, std::string_view name) {
    const auto properties = properties_of(type);
    const auto found = std::ranges::lower_bound(properties, name, {}, &Property::name);
    return found == properties.end() || found->name != name ? nullptr : &*found;
}

bool leads_to_objects(PropertyKind kind) {
    return kind >= PropertyKind::reference;
}

} // namespace oparl
