#pragma once
// All that is known of a case, of a meeting and of a body's records, in one value each: for modules that hand it on in
// formats of others.
#include "directory/ids.hpp"
#include "governance/body_words.hpp"
#include "governance/case_words.hpp"
#include "governance/ids.hpp"
#include "governance/meeting_words.hpp"
#include "platform/blobs/store.hpp"
#include "platform/i18n/message.hpp"
#include "platform/services.hpp"

#include <optional>
#include <string>
#include <vector>

namespace governance {

/// The open part is what everybody may see; the whole is for archives alone.
enum class Part : std::uint8_t { open, whole };
/// What a document is, where it stands, and what of a case a shield keeps: the same words as inside governance.
enum class DocumentRole : std::uint8_t { saksframlegg, vedlegg, protokoll, notat, hoeringssvar };
enum class DocumentStanding : std::uint8_t { scanning, available, held, refused, removed };
enum class ShieldedPart : std::uint8_t { title, summary, background, proposal, handler, document };

struct ShieldAccount {
    ShieldedPart part = ShieldedPart::title;
    std::string legal_basis;
    Date until; ///< The first day on which it is open.
};

struct DocumentAccount {
    DocumentId id;
    DocumentRole role = DocumentRole::vedlegg;
    std::string title; ///< This and what follows it down to the digest: empty in the open part while it is shielded.
    std::string file_name, media_type, state_reason;
    std::uint64_t size = 0;
    blobs::Digest digest; ///< Without meaning unless it is available, and open when only the open part was asked for.
    Date dated;
    DocumentStanding standing = DocumentStanding::available;
    Instant added_at;
    std::optional<Instant> removed_at;
    std::optional<ShieldAccount> shield; ///< In force on the day.
    std::string path;                    ///< Of the bytes for everybody; empty when they are not for everybody.
};

struct StepAccount {
    BodyId body;
    std::string body_name;
    std::optional<Outcome> outcome;
    std::optional<Instant> treated_at;
    std::optional<MeetingId> meeting;
    std::vector<std::string> points; ///< As decided.
};

struct ThemeAccount {
    std::string slug, name;
};

struct CaseAccount {
    CaseId id;
    int year = 0, serial = 0;
    std::string number; ///< "26/00012"
    std::string path;   ///< "/cases/26-00012"
    i18n::Language language = i18n::Language::nb;
    std::string title, summary, background;
    std::vector<std::string> points; ///< The proposed decision.
    std::string handler;
    directory::OrganisationId owner;
    std::string owner_name, owner_body_name;
    CaseState state = CaseState::planned;
    std::vector<ThemeAccount> themes;
    std::vector<StepAccount> steps;
    std::vector<DocumentAccount> documents;
    std::vector<ShieldAccount> shields; ///< Of fields, in force on the day.
    std::string closing_note;
    bool is_invented = false;
    Instant planned_at, changed_at;

    [[nodiscard]] bool is_closed() const {
        return state == CaseState::final || state == CaseState::followed_up || state == CaseState::withdrawn;
    }
    [[nodiscard]] const ShieldAccount* shield_of(ShieldedPart) const;
};
/// Fails with governance.case_not_found.
Result<CaseAccount> case_account(db::Reader&, CaseId, Date today, Part, i18n::Language = i18n::Language::nb);

struct BallotAccount {
    std::string name, on_behalf_of;
    Choice choice = Choice::blank;
};

struct VoteAccount {
    VoteId id;
    VoteKind kind = VoteKind::ordinary;
    VoteMethod method = VoteMethod::by_name;
    int in_favour = 0, against = 0, blank = 0;
    VoteResult result = VoteResult::failed;
    Instant at;
    std::vector<BallotAccount> ballots; ///< By name only.
};

struct DissentAccount {
    std::string name, on_behalf_of, text;
};

/// A document that goes out with an item.
struct PaperAccount {
    DocumentAccount document;
    std::string case_path;
};

struct ItemAccount {
    AgendaItemId id;
    std::optional<int> year, number; ///< "18/2026", from the notice on.
    ItemKind kind = ItemKind::case_;
    std::string title; ///< Empty while the case's is shielded.
    std::optional<CaseId> case_id;
    std::string case_number, case_path;
    std::string text;
    bool is_closed = false;
    std::string closed_basis; ///< The law the doors were closed under.
    std::string
        shielded_by; ///< Legal basis when the case's proposal is shielded; the open part then has no words of it.
    std::vector<PaperAccount> papers;
    std::vector<std::string> recommendation;
    std::vector<VoteAccount> votes;
    std::vector<DissentAccount> dissents;
    std::optional<VoteId> decided_by;
    std::optional<Outcome> outcome;
    std::optional<Instant> decided_at;
    std::vector<std::string> decision;
    std::string note;

    [[nodiscard]] std::string number_text() const;
};

struct AttendeeAccount {
    AppointmentId appointment;
    std::string name, on_behalf_of;
    AppointmentRole role = AppointmentRole::member;
    bool was_present = false;
};

/// The newest minutes that were published.
struct MinutesAccount {
    int number = 1;
    std::string path;
    std::string sealed_text; ///< JSON, byte for byte what was signed.
    std::string plain_text;
    Instant published_at;
    std::string signed_by;
};

struct MeetingAccount {
    MeetingId id;
    BodyId body;
    std::string body_name;
    directory::OrganisationId owner;
    std::string owner_name;
    int year = 0, number = 0;
    std::string path; ///< "/meetings/hovedstyret-2026-3"
    MeetingState state = MeetingState::planned;
    Instant starts_at, ends_at;
    std::string place, remote_url;
    bool is_open = true; ///< False: the body's meetings are not public; the open part has neither people nor items.
    bool is_invented = false;
    std::optional<Instant> noticed_at, opened_at, closed_at;
    std::vector<AttendeeAccount> attendees;
    std::vector<ItemAccount> items;
    std::optional<MinutesAccount> minutes;
    std::optional<MeetingId> previous, next; ///< Of the same body, in the order they begin.
    Instant changed_at;

    [[nodiscard]] std::string number_text() const; ///< "3/2026"
};
/// Fails with governance.meeting_not_found.
Result<MeetingAccount> meeting_account(db::Reader&, const Services&, MeetingId, Date today, Part,
                                       i18n::Language = i18n::Language::nb);
/// The meeting by what stands in its address. Fails with governance.meeting_not_found.
Result<MeetingId> meeting_by_key(db::Reader&, std::string_view key);

/// A case among a body's records: one that it owns; one that no body owns belongs to the body that treated it last.
struct KeptCase {
    CaseId id;
    CaseState state = CaseState::planned;
    std::string theme; ///< The first by alphabet; empty when it has none.
};
struct KeptMeeting {
    MeetingId id;
    MeetingState state = MeetingState::planned;
};
struct BodyRecords {
    BodyId id;
    std::string slug, name;
    directory::OrganisationId owner;
    std::string owner_name, owner_number; ///< Organisation number; empty when unknown.
    std::vector<KeptCase> cases;          ///< By first theme, then by number.
    std::vector<KeptMeeting> meetings;    ///< In the order they began.
};
/// By the last part of its address, or id. Fails with governance.body_not_found.
Result<BodyRecords> body_records(db::Reader&, std::string_view body);

} // namespace governance
