#pragma once
// What minutes say: the record of a meeting as a document of its own, readable without this program's tables. Written
// as JSON with its members in this order, it is what is sealed; pages, plain text and print are drawn from it.
#include "governance/domain/minutes_votes.hpp"

namespace governance {

struct MinutesMovement {
    PresenceKind kind = PresenceKind::arrived;
    Instant at;
    std::string remark;
};
BOOST_DESCRIBE_STRUCT(MinutesMovement, (), (kind, at, remark))

struct MinutesPerson {
    std::string name;
    AppointmentRole role = AppointmentRole::member;
    std::string on_behalf_of;
    std::string instead_of; ///< Of a deputy: the member whose seat was taken.
    bool is_remote = false;
    std::vector<MinutesMovement> movements; ///< In order; none for somebody who never came.
};
BOOST_DESCRIBE_STRUCT(MinutesPerson, (), (name, role, on_behalf_of, instead_of, is_remote, movements))

struct MinutesProposal {
    int number = 1; ///< In the item.
    ProposalKind kind = ProposalKind::recommendation;
    std::string proposed_by;
    std::vector<std::string> points;
    std::string reason;
    bool is_withdrawn = false;
};
BOOST_DESCRIBE_STRUCT(MinutesProposal, (), (number, kind, proposed_by, points, reason, is_withdrawn))

struct MinutesDissent {
    std::string name;
    std::string on_behalf_of;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(MinutesDissent, (), (name, on_behalf_of, text))

/// Who had no part in the item, after which rule; the reason is not for minutes.
struct MinutesImpartiality {
    std::string name;
    std::string on_behalf_of;
    ImpartialityGround ground = ImpartialityGround::particular;
    std::optional<ImpartialityRuling> ruling; ///< None while the body has not ruled.
    std::optional<VoteId> record;             ///< Of the body's decision.
};
BOOST_DESCRIBE_STRUCT(MinutesImpartiality, (), (name, on_behalf_of, ground, ruling, record))

struct MinutesPaper {
    std::string title;
    DocumentId document;
    std::string late_consent; ///< Empty when it came in time.
};
BOOST_DESCRIBE_STRUCT(MinutesPaper, (), (title, document, late_consent))

struct MinutesItem {
    std::string number; ///< "18/2026"; empty for other business.
    ItemKind kind = ItemKind::case_;
    std::string title;
    std::string case_number;
    std::string approves;     ///< Number of the meeting whose minutes are approved; empty for other items.
    std::string late_consent; ///< Empty when it stood in the notice.
    bool is_closed = false;
    std::string closed_basis;
    std::string shielded_by; ///< Legal basis when the words of proposals and decision are shielded; else empty.
    std::string text;
    std::vector<MinutesPaper> papers;
    std::vector<MinutesProposal> proposals;
    std::vector<MinutesVote> votes;
    std::vector<MinutesElection> elections;
    std::vector<MinutesDissent> dissents;
    std::vector<MinutesImpartiality> impartiality;
    std::optional<Outcome> outcome;
    std::vector<std::string> decision;
    std::string referred_to;
    std::optional<Instant> decided_at;
    std::string note;
    std::optional<int> answers; ///< In writing: so many answered.
};
BOOST_DESCRIBE_STRUCT(MinutesItem, (),
                      (number, kind, title, case_number, approves, late_consent, is_closed, closed_basis, shielded_by,
                       text, papers, proposals, votes, elections, dissents, impartiality, outcome, decision,
                       referred_to, decided_at, note, answers))

/// Of what was treated in writing: the time everybody had, why, and whether somebody asked for a meeting.
struct MinutesWritten {
    Instant from, until;
    std::string reason;
    std::string demanded_by, demand_reason; ///< Empty when nobody asked.
};
BOOST_DESCRIBE_STRUCT(MinutesWritten, (), (from, until, reason, demanded_by, demand_reason))

struct MinutesLeader {
    std::string name;
    Instant from;
};
BOOST_DESCRIBE_STRUCT(MinutesLeader, (), (name, from))

struct MinutesCorrection {
    int corrects = 1; ///< Number of the version it takes the place of.
    std::string reason;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(MinutesCorrection, (), (corrects, reason, at))

struct MinutesContent {
    std::string format = "samband.minutes/1";
    MeetingId meeting;
    std::string body;
    std::string number; ///< "3/2026"
    bool is_open = true;
    std::optional<Instant> noticed_at;
    std::string notice_consent; ///< Empty when the notice was in time.
    Instant called_for;
    std::optional<Instant> opened_at;
    std::optional<Instant> closed_at;
    std::string place;
    std::string remote_url;
    int rules_number = 1;
    int seats = 0;
    int quorum_needed = 0;
    std::vector<MinutesLeader> leaders;
    std::vector<MinutesPerson> present;
    std::vector<MinutesPerson> absent;
    std::vector<MinutesItem> items;
    std::vector<MinutesCorrection> corrections; ///< Those that led to this version, oldest first.
    std::optional<MinutesWritten> written;      ///< None: a meeting in a room.
};
BOOST_DESCRIBE_STRUCT(MinutesContent, (),
                      (format, meeting, body, number, is_open, noticed_at, notice_consent, called_for, opened_at,
                       closed_at, place, remote_url, rules_number, seats, quorum_needed, leaders, present, absent,
                       items, corrections, written))

/// Writes down what was recorded.
MinutesContent minutes_of(const MeetingRecord&);

} // namespace governance
