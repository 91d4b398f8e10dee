#pragma once
// What pages and JSON say of meetings. One model, both are made from it.
#include "governance/domain/meeting.hpp"
#include "governance/domain/minutes.hpp"
#include "governance/views/case_models.hpp"

namespace governance {

struct MeetingRow {
    MeetingId id;
    std::string url;
    NamedLink body;
    std::string number; ///< "3/2026"
    MeetingState state = MeetingState::planned;
    Instant starts_at, ends_at;
    std::string place;
    std::string remote_url;
    VoteMode mode = VoteMode::meeting; ///< written: from startsAt to endsAt everybody answers for themselves.
    std::string cancel_reason;
    bool is_invented = false;
    int calendar_sequence = 0;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(MeetingRow, (),
                      (id, url, body, number, state, starts_at, ends_at, place, remote_url, mode, cancel_reason,
                       is_invented, calendar_sequence, changed_at))

struct MeetingListView {
    std::int64_t total = 0;
    int page = 1;
    int pages = 1;
    std::vector<MeetingRow> meetings;
};
BOOST_DESCRIBE_STRUCT(MeetingListView, (), (total, page, pages, meetings))

struct PaperView {
    DocumentId document;
    std::string title; ///< Empty while it is shielded.
    std::string url;   ///< Empty when it may not be read.
    Instant added_at;
    std::optional<std::string> late_consent;
};
BOOST_DESCRIBE_STRUCT(PaperView, (), (document, title, url, added_at, late_consent))

struct ProposalView {
    ProposalId id;
    int number = 1;
    ProposalKind kind = ProposalKind::recommendation;
    std::string proposed_by;
    std::vector<std::string> points;
    std::string reason;
    bool is_withdrawn = false;
    bool is_voted_on = false;
};
BOOST_DESCRIBE_STRUCT(ProposalView, (), (id, number, kind, proposed_by, points, reason, is_withdrawn, is_voted_on))

/// What was raised of somebody's impartiality, and how the body ruled; never the reason.
struct ImpartialityView {
    ImpartialityId id;
    std::string name, on_behalf_of;
    ImpartialityGround ground = ImpartialityGround::particular;
    std::optional<ImpartialityRuling> ruling;
    std::optional<VoteId> record;
};
BOOST_DESCRIBE_STRUCT(ImpartialityView, (), (id, name, on_behalf_of, ground, ruling, record))

/// A dissent that came with the case from a body before.
struct EarlierDissent {
    NamedLink body;
    NamedLink meeting;
    std::string name;
    std::string on_behalf_of;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(EarlierDissent, (), (body, meeting, name, on_behalf_of, text))

struct ItemView {
    AgendaItemId id;
    std::string number; ///< "18/2026"; empty before the notice and for other business.
    ItemKind kind = ItemKind::case_;
    std::string title;
    std::optional<NamedLink> matter;   ///< The case, by its number.
    std::optional<NamedLink> approves; ///< The meeting whose minutes are approved.
    std::string text;
    std::optional<std::string> late_consent;
    bool is_closed = false;
    std::string closed_basis;
    std::string shielded_by;
    std::vector<PaperView> papers;
    std::vector<ProposalView> proposals;
    std::vector<MinutesVote> votes;
    std::vector<MinutesElection> elections;
    std::vector<MinutesDissent> dissents;
    std::vector<EarlierDissent> earlier_dissents; ///< Oldest first.
    std::vector<ImpartialityView> impartiality;
    std::optional<int> answers;       ///< In writing: so many have answered.
    std::optional<Choice> own_answer; ///< And what the one who asks has answered.
    std::optional<Outcome> outcome;
    std::vector<std::string> decision;
    std::string referred_to;
    std::optional<Instant> decided_at;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(ItemView, (),
                      (id, number, kind, title, matter, approves, text, late_consent, is_closed, closed_basis,
                       shielded_by, papers, proposals, votes, elections, dissents, earlier_dissents, impartiality,
                       answers, own_answer, outcome, decision, referred_to, decided_at, note))

/// Somebody with a valid appointment on the day of the meeting.
struct AttendeeView {
    AppointmentId appointment;
    std::string name;
    AppointmentRole role = AppointmentRole::member;
    std::string on_behalf_of;
    bool is_present = false; ///< Now, or when the meeting was closed.
    bool has_been_present = false;
    bool may_vote = false;  ///< Here and now.
    std::string instead_of; ///< Of a deputy who holds a seat: whose.
    bool leads = false;
    std::vector<MinutesMovement> movements;
};
BOOST_DESCRIBE_STRUCT(AttendeeView, (),
                      (appointment, name, role, on_behalf_of, is_present, has_been_present, may_vote, instead_of, leads,
                       movements))

struct QuorumView {
    int seats = 0, present = 0, needed = 0;
    bool is_met = false;
};
BOOST_DESCRIBE_STRUCT(QuorumView, (), (seats, present, needed, is_met))

struct MinutesLink {
    int number = 1;
    MinutesState state = MinutesState::draft;
    std::string url;
    std::optional<Instant> published_at;
    std::string correction_reason;
};
BOOST_DESCRIBE_STRUCT(MinutesLink, (), (number, state, url, published_at, correction_reason))

struct MeetingView {
    MeetingId id;
    std::string url;
    NamedLink body;
    BodyId body_id;
    std::string number;
    MeetingState state = MeetingState::planned;
    Instant starts_at, ends_at;
    std::string place;
    std::string remote_url;
    VoteMode mode = VoteMode::meeting;     ///< written: from startsAt to endsAt everybody answers for themselves.
    std::optional<MinutesWritten> written; ///< In writing.
    bool is_open = true; ///< False: the body's meetings are not public, and agenda and papers are left out.
    bool is_invented = false;
    std::optional<Instant> noticed_at;
    std::string consent;
    std::optional<Instant> opened_at, closed_at;
    std::string cancel_reason;
    RulesVersion rules;
    QuorumView quorum;
    std::vector<AttendeeView> attendees;
    std::vector<ItemView> items;
    std::vector<MinutesLink> minutes; ///< Those that may be seen, newest first.
    int calendar_sequence = 0;
    Instant changed_at;
    std::int64_t version = 1;
    std::vector<MeetingRequest> allowed;          ///< What its state allows now.
    std::optional<AppointmentId> own_appointment; ///< In writing: of the one who asks, as member or deputy.
    std::vector<journal::HappeningView> happenings;

    [[nodiscard]] const ItemView* item(AgendaItemId) const;
};
BOOST_DESCRIBE_STRUCT(MeetingView, (),
                      (id, url, body, body_id, number, state, starts_at, ends_at, place, remote_url, mode, written,
                       is_open, is_invented, noticed_at, consent, opened_at, closed_at, cancel_reason, rules, quorum,
                       attendees, items, minutes, calendar_sequence, changed_at, version, allowed, own_appointment,
                       happenings))

struct SealView {
    bool is_good = false; ///< Computed now, from the content as it is kept.
    std::string sha256;
    std::string signature; ///< Ed25519, base64.
    std::string key;       ///< Fingerprint of the public key.
};
BOOST_DESCRIBE_STRUCT(SealView, (), (is_good, sha256, signature, key))

struct MinutesView {
    NamedLink meeting;
    NamedLink body;
    std::string url;
    int number = 1;
    MinutesState state = MinutesState::draft;
    bool is_newest = true;
    std::string correction_reason;
    Instant drafted_at;
    std::optional<Instant> approved_at;
    std::string approved_by;
    std::optional<NamedLink> approved_in;
    std::optional<Instant> signed_at;
    std::string signed_by;
    std::optional<Instant> published_at;
    std::optional<SealView> seal;
    MinutesContent content;
    std::vector<MinutesLink> versions; ///< Those that may be seen, newest first.
    std::int64_t version = 1;
    /// The text that is sealed, byte for byte: what a reader checks the signature against.
    std::string sealed_text;
};
BOOST_DESCRIBE_STRUCT(MinutesView, (),
                      (meeting, body, url, number, state, is_newest, correction_reason, drafted_at, approved_at,
                       approved_by, approved_in, signed_at, signed_by, published_at, seal, content, versions, version,
                       sealed_text))

} // namespace governance
