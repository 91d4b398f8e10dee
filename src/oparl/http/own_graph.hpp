#pragma once
// What our bodies do, as OParl objects: read from governance when it is asked for, never kept.
#include "governance/open_record.hpp"
#include "oparl/domain/graph_object.hpp"
#include "platform/http/call.hpp"

#include <map>

namespace oparl {

/// The last two parts of an object's address: "meetings" and its id there.
struct OwnAddress {
    ObjectType type = ObjectType::system;
    std::string id;
};

/// "agenda-items" and back; the system has no list.
std::string_view list_segment(ObjectType);
std::optional<ObjectType> type_of_segment(std::string_view segment);

class OwnGraph {
public:
    explicit OwnGraph(const http::Query& query) : query_{query}, base_{query.public_url + "/oparl/v1.1/"} {}

    /// The address of an object, which is its id.
    [[nodiscard]] std::string address(ObjectType, std::string_view id) const;
    /// The list of a type below a body or an organization.
    [[nodiscard]] std::string list_address(ObjectType parent, std::string_view id, ObjectType listed) const;

    /// As the standard writes it, embedded objects included; a tombstone for what was removed or shielded.
    /// Fails with oparl.object_not_found.
    Result<json::Value> object(ObjectType, std::string_view id, bool omits_embedded = false);

private:
    class Writing;

    Result<json::Value> alone(const OwnAddress&);
    std::optional<json::Value> resolve(std::string_view address);

    Writing begin(ObjectType, std::string_view id) const;
    Result<json::Value> system();
    Result<json::Value> body(directory::OrganisationId);
    Result<json::Value> legislative_term(std::string_view id);
    Result<json::Value> organization(governance::BodyId);
    Result<json::Value> person(directory::PersonId);
    Result<json::Value> membership(governance::AppointmentId);
    Result<json::Value> meeting(governance::MeetingId);
    Result<json::Value> agenda_item(governance::AgendaItemId);
    Result<json::Value> paper(governance::CaseId);
    Result<json::Value> consultation(governance::AgendaItemId);
    Result<json::Value> file(std::string_view id);
    Result<json::Value> minutes_file(governance::MeetingId);
    Result<json::Value> location(governance::MeetingId);

    /// Periods that several appointments in the owner's bodies share, by their first day.
    struct Term {
        Date from, before;
        governance::open_record::Times times;
    };
    Result<std::vector<Term>> terms_of(directory::OrganisationId);
    Result<const governance::open_record::Meeting*> known_meeting(governance::MeetingId);
    Result<const governance::open_record::Matter*> known_matter(governance::CaseId);
    json::Value tombstone(ObjectType, std::string_view id, const governance::open_record::Times&) const;
    [[nodiscard]] json::Array votes_of(const governance::open_record::Item&) const;

    const http::Query& query_;
    std::string base_;
    std::map<governance::MeetingId, governance::open_record::Meeting> meetings_;
    std::map<governance::CaseId, governance::open_record::Matter> matters_;
    std::optional<Error> failure_;
};

} // namespace oparl
