#include "oparl/http/own_graph.hpp"
#include "directory/directory.hpp"
#include "oparl/domain/errors.hpp"
#include "oparl/http/own_writing.hpp"
#include "platform/errors.hpp"
#include "platform/json/described_members.hpp"
#include "platform/ui/page.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace oparl {

using governance::open_record::Times;

/// NLOD 2.0, as the foot of every page says.
static constexpr std::string_view open_data_license = "https://data.norge.no/nlod/no/2.0";

static constexpr std::array<std::string_view, 12> list_segments{
    "system",       "bodies", "legislative-terms", "organizations", "persons",  "memberships", "meetings",
    "agenda-items", "papers", "consultations",     "files",         "locations"};

std::string_view list_segment(ObjectType type) {
    return list_segments[static_cast<std::size_t>(type)];
}

std::optional<ObjectType> type_of_segment(std::string_view segment) {
    const auto found = std::ranges::find(list_segments, segment);
    if (found == list_segments.end()) return {};
    return static_cast<ObjectType>(found - list_segments.begin());
}

std::string OwnGraph::address(ObjectType type, std::string_view id) const {
    if (type == ObjectType::system) return base_ + "system";
    return fmt::format("{}{}/{}", base_, list_segment(type), id);
}

std::string OwnGraph::list_address(ObjectType parent, std::string_view id, ObjectType listed) const {
    return fmt::format("{}/{}", address(parent, id), list_segment(listed));
}

OwnGraph::Writing OwnGraph::begin(ObjectType type, std::string_view id) const {
    return {address(type, id), type};
}

json::Value OwnGraph::tombstone(ObjectType type, std::string_view id, const Times& times) const {
    return begin(type, id).value("deleted", json::Value{true}).end(times);
}

Result<json::Value> OwnGraph::object(ObjectType type, std::string_view id, bool omits_embedded) {
    auto flat = TRY(alone({type, std::string{id}}));
    if (omits_embedded) return without_embedded(std::move(flat));
    failure_.reset();
    auto whole = put_together(std::move(flat), [this](std::string_view inside) { return resolve(inside); });
    if (failure_) return *std::exchange(failure_, {});
    return whole;
}

std::optional<json::Value> OwnGraph::resolve(std::string_view address) {
    if (!address.starts_with(base_)) return {};
    const auto rest = address.substr(base_.size());
    const auto slash = rest.find('/');
    const auto type = type_of_segment(rest.substr(0, slash));
    if (!type || slash == std::string_view::npos) return {};
    auto found = alone({*type, std::string{rest.substr(slash + 1)}});
    if (!found) {
        failure_ = found.error();
        return {};
    }
    return *std::move(found);
}

template <class Id, class Make>
static Result<json::Value> made_from(std::string_view text, Make&& make) {
    const auto id = Id::parse(text);
    if (!id) return object_not_found.error();
    auto made = make(*id);
    if (!made && made.error().kind == ErrorKind::not_found) return object_not_found.error();
    return made;
}

Result<json::Value> OwnGraph::alone(const OwnAddress& wanted) {
    const auto& id = wanted.id;
    switch (wanted.type) {
    case ObjectType::system:
        return system();
    case ObjectType::body:
        return made_from<directory::OrganisationId>(id, [&](auto key) { return body(key); });
    case ObjectType::legislative_term:
        return legislative_term(id);
    case ObjectType::organization:
        return made_from<governance::BodyId>(id, [&](auto key) { return organization(key); });
    case ObjectType::person:
        return made_from<directory::PersonId>(id, [&](auto key) { return person(key); });
    case ObjectType::membership:
        return made_from<governance::AppointmentId>(id, [&](auto key) { return membership(key); });
    case ObjectType::meeting:
        return made_from<governance::MeetingId>(id, [&](auto key) { return meeting(key); });
    case ObjectType::agenda_item:
        return made_from<governance::AgendaItemId>(id, [&](auto key) { return agenda_item(key); });
    case ObjectType::paper:
        return made_from<governance::CaseId>(id, [&](auto key) { return paper(key); });
    case ObjectType::consultation:
        return made_from<governance::AgendaItemId>(id, [&](auto key) { return consultation(key); });
    case ObjectType::file:
        return file(id);
    case ObjectType::location:
        return made_from<governance::MeetingId>(id, [&](auto key) { return location(key); });
    }
    return object_not_found.error();
}

Result<const governance::open_record::Meeting*> OwnGraph::known_meeting(governance::MeetingId id) {
    if (const auto known = meetings_.find(id); known != meetings_.end()) return &known->second;
    auto read = TRY(governance::open_record::meeting(query_.reader, id, query_.today(), query_.request.language));
    return &meetings_.emplace(id, std::move(read)).first->second;
}

Result<const governance::open_record::Matter*> OwnGraph::known_matter(governance::CaseId id) {
    if (const auto known = matters_.find(id); known != matters_.end()) return &known->second;
    auto read = TRY(governance::open_record::matter(query_.reader, id, query_.today()));
    return &matters_.emplace(id, std::move(read)).first->second;
}

Result<json::Value> OwnGraph::system() {
    const auto owners = TRY(governance::open_record::find(
        query_.reader, {.kind = governance::open_record::Kind::owner, .limit = 1000}, query_.today()));
    Times times{query_.now, Instant{}};
    for (const auto& id : owners.ids) {
        const auto each =
            TRY(governance::open_record::owner_times(query_.reader, TRY(directory::OrganisationId::parse(id))));
        if (!each) continue;
        times.created = std::min(times.created, each->created);
        times.modified = std::max(times.modified, each->modified);
    }
    if (times.modified == Instant{}) times.modified = times.created;
    auto writing = begin(ObjectType::system, {});
    writing.text("oparlVersion", "https://schema.oparl.org/1.1/")
        .text("body", base_ + "bodies")
        .text("name", query_.site.owner.empty() ? std::string_view{"Samband"} : std::string_view{query_.site.owner})
        .text("contactEmail", query_.site.contact)
        .text("website", query_.public_url)
        .text("license", open_data_license);
    return writing.end(times, query_.public_url + "/bodies");
}

Result<std::vector<OwnGraph::Term>> OwnGraph::terms_of(directory::OrganisationId owner) {
    const auto bodies = TRY(governance::open_record::find(
        query_.reader, {.kind = governance::open_record::Kind::body, .owner = owner, .limit = 1000}, query_.today()));
    std::map<std::pair<Date, Date>, std::pair<int, Times>> periods;
    for (const auto& id : bodies.ids) {
        const auto body = TRY(governance::BodyId::parse(id));
        for (const auto& each :
             TRY(governance::open_record::appointments_in(query_.reader, body, query_.request.language))) {
            if (!each.before || !each.has_vote) continue;
            auto& [count, times] = periods.try_emplace({each.from, *each.before}, 0, each.times).first->second;
            ++count;
            times.created = std::min(times.created, each.times.created);
            times.modified = std::max(times.modified, each.times.modified);
        }
    }
    std::vector<Term> terms;
    for (const auto& [period, found] : periods) {
        if (found.first > 1) terms.push_back({period.first, period.second, found.second});
    }
    return terms;
}

static std::string term_id(directory::OrganisationId owner, Date from, Date before) {
    return fmt::format("{}-from-{}-to-{}", owner.to_string(), to_string(from), to_string(before));
}

static std::string last_day(Date before) {
    return to_string(Date{std::chrono::sys_days{before} - std::chrono::days{1}});
}

Result<json::Value> OwnGraph::body(directory::OrganisationId id) {
    const auto times = TRY(governance::open_record::owner_times(query_.reader, id));
    if (!times) return object_not_found.error();
    const auto owner = TRY(directory::find_organisation(query_.reader, id, query_.request.language));
    const auto key = id.to_string();
    std::vector<std::string> terms;
    for (const auto& term : TRY(terms_of(id)))
        terms.push_back(address(ObjectType::legislative_term, term_id(id, term.from, term.before)));
    const auto list = [&](ObjectType type) { return list_address(ObjectType::body, key, type); };
    auto writing = begin(ObjectType::body, key);
    writing.text("system", address(ObjectType::system, {}))
        .text("name", owner.name)
        .text("classification", query_.t.by_name(fmt::format("kind.{}", json::name_of(owner.kind))))
        .text("contactEmail", query_.site.contact)
        .text("license", open_data_license);
    writing.text("organization", list(ObjectType::organization)).text("person", list(ObjectType::person));
    writing.text("meeting", list(ObjectType::meeting)).text("paper", list(ObjectType::paper));
    writing.text("agendaItem", list(ObjectType::agenda_item)).text("consultation", list(ObjectType::consultation));
    writing.text("file", list(ObjectType::file)).text("membership", list(ObjectType::membership));
    writing.text("locationList", list(ObjectType::location))
        .text("legislativeTermList", list(ObjectType::legislative_term));
    writing.texts("legislativeTerm", terms)
        .text("samband:organisationNumber", owner.organisation_number)
        .text("samband:municipalityNumber", owner.number);
    return writing.end(*times, query_.public_url + owner.url);
}

Result<json::Value> OwnGraph::legislative_term(std::string_view id) {
    const auto owner = directory::OrganisationId::parse(id.substr(0, 36));
    if (!owner) return object_not_found.error();
    for (const auto& term : TRY(terms_of(*owner))) {
        if (term_id(*owner, term.from, term.before) != id) continue;
        auto writing = begin(ObjectType::legislative_term, id);
        writing.text("body", address(ObjectType::body, owner->to_string()))
            .text("name", fmt::format("{}–{}", to_string(term.from).substr(0, 4), last_day(term.before).substr(0, 4)))
            .text("startDate", to_string(term.from))
            .text("endDate", last_day(term.before));
        return writing.end(term.times);
    }
    return object_not_found.error();
}

Result<json::Value> OwnGraph::organization(governance::BodyId id) {
    const auto read = TRY(governance::open_record::body(query_.reader, id, query_.request.language));
    const auto key = id.to_string();
    std::vector<std::string> memberships;
    for (const auto& each : TRY(governance::open_record::appointments_in(query_.reader, id, query_.request.language)))
        memberships.push_back(address(ObjectType::membership, each.id.to_string()));
    auto writing = begin(ObjectType::organization, key);
    // "Gremium" is the standard's own word for a body that meets and decides.
    writing.text("body", address(ObjectType::body, read.owner.to_string()))
        .text("name", read.name)
        .text("organizationType", "Gremium")
        .text("classification", query_.t.by_name(fmt::format("body.kind.{}", json::name_of(read.kind))))
        .texts("membership", memberships)
        .text("meeting", list_address(ObjectType::organization, key, ObjectType::meeting))
        .text("consultation", list_address(ObjectType::organization, key, ObjectType::consultation));
    if (read.parent) writing.text("subOrganizationOf", address(ObjectType::organization, read.parent->to_string()));
    return writing.end(read.times, query_.public_url + read.path);
}

Result<json::Value> OwnGraph::person(directory::PersonId id) {
    const auto held = TRY(governance::open_record::appointments_of(query_.reader, id, query_.request.language));
    if (held.empty()) return object_not_found.error(); // whoever holds no office is nobody's business
    Times times = held.front().times;
    std::vector<std::string> memberships;
    for (const auto& each : held) {
        times.created = std::min(times.created, each.times.created);
        times.modified = std::max(times.modified, each.times.modified);
        memberships.push_back(address(ObjectType::membership, each.id.to_string()));
    }
    const auto first = TRY(governance::open_record::body(query_.reader, held.front().body, query_.request.language));
    auto writing = begin(ObjectType::person, id.to_string());
    writing.text("body", address(ObjectType::body, first.owner.to_string()))
        .text("name", held.front().person_name)
        .texts("membership", memberships);
    return writing.end(times);
}

Result<json::Value> OwnGraph::membership(governance::AppointmentId id) {
    const auto read = TRY(governance::open_record::appointment(query_.reader, id, query_.request.language));
    auto writing = begin(ObjectType::membership, id.to_string());
    writing.text("person", address(ObjectType::person, read.person.to_string()))
        .text("organization", address(ObjectType::organization, read.body.to_string()))
        .text("role", query_.t.by_name(fmt::format("appointment.role.{}", json::name_of(read.role))))
        .value("votingRight", json::Value{read.has_vote})
        .text("startDate", to_string(read.from));
    if (read.before) writing.text("endDate", last_day(*read.before));
    if (!read.on_behalf_of.empty()) {
        writing.value("samband:onBehalfOf",
                      json::Value{json::Object{{"name", json::Value{read.on_behalf_of}},
                                               {"web", json::Value{query_.public_url + read.on_behalf_of_path}}}});
    }
    return writing.end(read.times);
}

} // namespace oparl
