#pragma once
// What everybody may read of bodies, meetings and cases, as values: for modules that publish it in formats of others.
// Nothing here is shielded, and nothing of bodies whose meetings are closed but that they exist and meet.
#include "directory/ids.hpp"
#include "governance/body_words.hpp"
#include "governance/case_words.hpp"
#include "governance/ids.hpp"
#include "governance/meeting_words.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/message.hpp"

#include <optional>
#include <string>
#include <vector>

namespace governance::open_record {

struct Times {
    Instant created, modified;
};

/// Minutes stand among the documents, by their meeting: "minutes-" and its id.
enum class Kind : std::uint8_t {
    owner,
    body,
    person,
    appointment,
    meeting,
    meeting_with_place,
    item,
    treatment,
    matter,
    document
};

/// Times are half open: from "since" on, before "until".
struct Question {
    Kind kind = Kind::body;
    std::optional<directory::OrganisationId> owner{}; ///< Of the body, or of the case.
    std::optional<BodyId> body{};                     ///< Meetings and treatments of one body.
    std::optional<Instant> created_since{}, created_until{}, modified_since{}, modified_until{};
    bool with_removed = false; ///< Documents that are no longer to be seen, too.
    int limit = 100, offset = 0;
};
struct Found {
    std::vector<std::string> ids; ///< In the order they were made.
    std::int64_t total = 0;
};
/// What is opened because its shield has run out counts as modified on that day.
Result<Found> find(db::Reader&, const Question&, Date today);

struct Body {
    BodyId id;
    std::string name, path;
    BodyKind kind = BodyKind::council;
    directory::OrganisationId owner;
    std::optional<BodyId> parent;
    Times times;
};
/// Fails with governance.body_not_found.
Result<Body> body(db::Reader&, BodyId, i18n::Language);
/// When the first of the owner's bodies and cases was made, and the last changed; nothing when it owns none.
Result<std::optional<Times>> owner_times(db::Reader&, directory::OrganisationId);

struct Appointment {
    AppointmentId id;
    BodyId body;
    directory::PersonId person;
    std::string person_name, on_behalf_of, on_behalf_of_path;
    AppointmentRole role = AppointmentRole::member;
    bool has_vote = false;
    Date from;
    std::optional<Date> before; ///< The first day on which it no longer holds.
    Times times;
};
/// Fails with governance.appointment_not_found.
Result<Appointment> appointment(db::Reader&, AppointmentId, i18n::Language);
Result<std::vector<Appointment>> appointments_of(db::Reader&, directory::PersonId, i18n::Language);
Result<std::vector<Appointment>> appointments_in(db::Reader&, BodyId, i18n::Language);

struct Ballot {
    directory::PersonId person;
    std::string on_behalf_of;
    Choice choice = Choice::blank;
};
struct Vote {
    VoteId id;
    VoteResult result = VoteResult::failed;
    int in_favour = 0, against = 0, blank = 0;
    Instant at;
    bool has_record = false;     ///< A decision record stands at /decisions/ID.
    std::vector<Ballot> ballots; ///< By name only.
};
struct Item {
    AgendaItemId id;
    int position = 0;
    std::string number, title; ///< The title is empty while it is shielded.
    bool is_closed = false;    ///< Behind closed doors; then neither votes nor words of the decision are here.
    std::optional<CaseId> matter;
    std::optional<Outcome> outcome;
    std::vector<std::string> decision;
    std::vector<Vote> votes;
    std::vector<DocumentId> papers; ///< That everybody can read.
    Times times;
};
struct Minutes {
    int number = 1;
    std::string path;
    Instant first_published_at, published_at;
};
struct Meeting {
    MeetingId id;
    BodyId body;
    std::string body_name, number, path, place;
    MeetingState state = MeetingState::planned;
    Instant starts_at, ends_at;
    bool is_open = true;
    std::vector<directory::PersonId> participants; ///< Who came, once it has begun.
    std::vector<Item> items;
    std::optional<Minutes> minutes; ///< The newest that are published.
    Times times;
};
/// Fails with governance.meeting_not_found.
Result<Meeting> meeting(db::Reader&, MeetingId, Date today, i18n::Language);
/// The meeting of an item that everybody may see. Fails with governance.item_not_found.
Result<MeetingId> meeting_of(db::Reader&, AgendaItemId);

struct Document {
    DocumentId id;
    CaseId matter;
    bool is_main = false;    ///< The paper that the case is about; the others are attached.
    bool is_removed = false; ///< Removed or shielded: only id and times remain.
    std::string title, file_name, media_type, path;
    std::int64_t size = 0;
    Date dated;
    Times times;
};
struct Treatment {
    AgendaItemId item;
    MeetingId meeting;
    BodyId body;
    bool is_deciding = false; ///< The last body on the case's path.
    Times times;
};
struct Matter {
    CaseId id;
    std::string number, path, title; ///< The title is empty while it is shielded.
    directory::OrganisationId owner;
    std::optional<BodyId> owner_body;
    Date planned_on;
    std::vector<Document> documents; ///< Those that are or were available.
    std::vector<Treatment> treatments;
    Times times;
};
/// Fails with governance.case_not_found.
Result<Matter> matter(db::Reader&, CaseId, Date today);
/// The case of a document. Fails with governance.document_not_found.
Result<CaseId> matter_of(db::Reader&, DocumentId);

} // namespace governance::open_record
