// Meetings, their items and papers as OParl objects.
#include "oparl/domain/errors.hpp"
#include "oparl/http/own_writing.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace oparl {

static constexpr std::string_view minutes_prefix = "minutes-";

/// The words that the standard recommends, whatever the language of the rest.
static std::string_view meeting_state_word(governance::MeetingState state) {
    using enum governance::MeetingState;
    switch (state) {
    case planned:
    case cancelled:
        return "terminiert";
    case noticed:
    case under_way:
    case closed:
        return "eingeladen";
    case minutes_published:
        return "durchgeführt";
    }
    return {};
}

Result<json::Value> OwnGraph::meeting(governance::MeetingId id) {
    const auto& read = *TRY(known_meeting(id));
    const auto key = id.to_string();
    std::vector<std::string> items, participants;
    for (const auto& item : read.items)
        items.push_back(address(ObjectType::agenda_item, item.id.to_string()));
    for (const auto person : read.participants)
        participants.push_back(address(ObjectType::person, person.to_string()));
    auto writing = begin(ObjectType::meeting, key);
    writing.text("name", fmt::format("{} {}", read.body_name, read.number))
        .text("meetingState", meeting_state_word(read.state))
        .value("cancelled", json::Value{read.state == governance::MeetingState::cancelled})
        .text("start", to_string(read.starts_at))
        .text("end", to_string(read.ends_at))
        .text("location", read.place.empty() ? std::string{} : address(ObjectType::location, key))
        .texts("organization", {address(ObjectType::organization, read.body.to_string())})
        .texts("participant", participants)
        .text("resultsProtocol",
              read.minutes ? address(ObjectType::file, std::string{minutes_prefix} + key) : std::string{})
        .texts("agendaItem", items);
    return writing.end(read.times, query_.public_url + read.path);
}

json::Array OwnGraph::votes_of(const governance::open_record::Item& item) const {
    json::Array votes;
    for (const auto& vote : item.votes) {
        json::Object written{{"result", json::Value{json::name_of(vote.result)}},
                             {"inFavour", json::Value{vote.in_favour}},
                             {"against", json::Value{vote.against}},
                             {"blank", json::Value{vote.blank}},
                             {"at", json::Value{to_string(vote.at)}}};
        json::Array ballots;
        for (const auto& ballot : vote.ballots) {
            json::Object cast{{"person", json::Value{address(ObjectType::person, ballot.person.to_string())}},
                              {"choice", json::Value{json::name_of(ballot.choice)}}};
            if (!ballot.on_behalf_of.empty()) cast.push_back({"onBehalfOf", json::Value{ballot.on_behalf_of}});
            ballots.emplace_back(std::move(cast));
        }
        if (!ballots.empty()) written.push_back({"ballots", json::Value{std::move(ballots)}});
        if (vote.has_record) {
            const auto record = fmt::format("{}/decisions/{}", query_.public_url, vote.id.to_string());
            written.push_back({"decisionRecord", json::Value{record}});
        }
        votes.emplace_back(std::move(written));
    }
    return votes;
}

Result<json::Value> OwnGraph::agenda_item(governance::AgendaItemId id) {
    const auto meeting = TRY(governance::open_record::meeting_of(query_.reader, id));
    const auto& read = *TRY(known_meeting(meeting));
    const auto item = std::ranges::find(read.items, id, &governance::open_record::Item::id);
    if (item == read.items.end()) return object_not_found.error();
    std::vector<std::string> files;
    for (const auto document : item->papers)
        files.push_back(address(ObjectType::file, document.to_string()));
    auto writing = begin(ObjectType::agenda_item, id.to_string());
    writing.text("meeting", address(ObjectType::meeting, meeting.to_string()))
        .text("number", item->number)
        .value("order", json::Value{item->position})
        .text("name", item->title)
        .value("public", json::Value{!item->is_closed});
    if (item->matter) writing.text("consultation", address(ObjectType::consultation, id.to_string()));
    if (item->outcome)
        writing.text("result", query_.t.by_name(fmt::format("case.outcome.{}", json::name_of(*item->outcome))));
    writing.text("resolutionText", fmt::format("{}", fmt::join(item->decision, "\n"))).texts("auxiliaryFile", files);
    if (auto votes = votes_of(*item); !votes.empty()) writing.value("samband:votes", json::Value{std::move(votes)});
    return writing.end(item->times, query_.public_url + read.path);
}

Result<json::Value> OwnGraph::paper(governance::CaseId id) {
    const auto& read = *TRY(known_matter(id));
    std::vector<std::string> consultations, attached;
    std::string main;
    for (const auto& document : read.documents) {
        if (document.is_removed) continue;
        const auto file = address(ObjectType::file, document.id.to_string());
        if (document.is_main && main.empty()) {
            main = file;
        } else {
            attached.push_back(file);
        }
    }
    for (const auto& treatment : read.treatments)
        consultations.push_back(address(ObjectType::consultation, treatment.item.to_string()));
    auto writing = begin(ObjectType::paper, id.to_string());
    writing.text("body", address(ObjectType::body, read.owner.to_string()))
        .text("name", read.title)
        .text("reference", read.number)
        .text("date", to_string(read.planned_on))
        .text("mainFile", main)
        .texts("auxiliaryFile", attached)
        .texts("consultation", consultations);
    if (read.owner_body)
        writing.texts("underDirectionOf", {address(ObjectType::organization, read.owner_body->to_string())});
    return writing.end(read.times, query_.public_url + read.path);
}

Result<json::Value> OwnGraph::consultation(governance::AgendaItemId id) {
    const auto meeting = TRY(governance::open_record::meeting_of(query_.reader, id));
    const auto& held = *TRY(known_meeting(meeting));
    const auto item = std::ranges::find(held.items, id, &governance::open_record::Item::id);
    if (item == held.items.end() || !item->matter) return object_not_found.error();
    const auto& matter = *TRY(known_matter(*item->matter));
    const auto treatment = std::ranges::find(matter.treatments, id, &governance::open_record::Treatment::item);
    if (treatment == matter.treatments.end()) return object_not_found.error();
    auto writing = begin(ObjectType::consultation, id.to_string());
    writing.text("paper", address(ObjectType::paper, matter.id.to_string()))
        .text("agendaItem", address(ObjectType::agenda_item, id.to_string()))
        .text("meeting", address(ObjectType::meeting, meeting.to_string()))
        .texts("organization", {address(ObjectType::organization, treatment->body.to_string())})
        .value("authoritative", json::Value{treatment->is_deciding});
    return writing.end(treatment->times);
}

Result<json::Value> OwnGraph::minutes_file(governance::MeetingId id) {
    const auto& read = *TRY(known_meeting(id));
    if (!read.minutes) return object_not_found.error();
    const auto place = query_.public_url + read.minutes->path;
    auto writing = begin(ObjectType::file, std::string{minutes_prefix} + id.to_string());
    writing.text("name", fmt::format("{} {}", read.body_name, read.number))
        .text("fileName", fmt::format("{}.html", read.path.substr(read.path.rfind('/') + 1)))
        .text("mimeType", "text/html")
        .text("date", to_string(norwegian_date(read.minutes->published_at)))
        .text("accessUrl", place)
        .texts("meeting", {address(ObjectType::meeting, id.to_string())});
    return writing.end({read.minutes->first_published_at, read.minutes->published_at}, place);
}

Result<json::Value> OwnGraph::file(std::string_view id) {
    if (id.starts_with(minutes_prefix)) {
        const auto meeting = governance::MeetingId::parse(id.substr(minutes_prefix.size()));
        if (!meeting) return object_not_found.error();
        auto made = minutes_file(*meeting);
        if (!made && made.error().kind == ErrorKind::not_found) return object_not_found.error();
        return made;
    }
    const auto document = governance::DocumentId::parse(id);
    if (!document) return object_not_found.error();
    const auto owner = governance::open_record::matter_of(query_.reader, *document);
    if (!owner) return owner.error().kind == ErrorKind::not_found ? object_not_found.error() : owner.error();
    const auto& matter = *TRY(known_matter(*owner));
    const auto found = std::ranges::find(matter.documents, *document, &governance::open_record::Document::id);
    if (found == matter.documents.end()) return object_not_found.error();
    if (found->is_removed) return tombstone(ObjectType::file, id, found->times);
    const auto place = query_.public_url + found->path;
    auto writing = begin(ObjectType::file, id);
    writing.text("name", found->title)
        .text("fileName", found->file_name)
        .text("mimeType", found->media_type)
        .text("date", to_string(found->dated))
        .value("size", json::Value{found->size})
        .text("accessUrl", place)
        .text("downloadUrl", place)
        .texts("paper", {address(ObjectType::paper, matter.id.to_string())});
    return writing.end(found->times, query_.public_url + matter.path);
}

Result<json::Value> OwnGraph::location(governance::MeetingId id) {
    const auto& read = *TRY(known_meeting(id));
    if (read.place.empty()) return object_not_found.error();
    auto writing = begin(ObjectType::location, id.to_string());
    writing.text("description", read.place).texts("meetings", {address(ObjectType::meeting, id.to_string())});
    return writing.end(read.times);
}

} // namespace oparl
