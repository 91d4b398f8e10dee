#pragma once
// Minutes: the record of a meeting as a document of its own, readable without this program's tables. Written as JSON
// with its members in this order, it is what is sealed; pages, plain text and print are drawn from it.
#include "governance/domain/meeting_record.hpp"

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

struct MinutesBallot {
    std::string name;
    std::string on_behalf_of;
    std::string instead_of;
    Choice choice = Choice::blank;
};
BOOST_DESCRIBE_STRUCT(MinutesBallot, (), (name, on_behalf_of, instead_of, choice))

struct MinutesVote {
    int proposal = 1; ///< Its number in the item.
    VoteKind kind = VoteKind::ordinary;
    VoteMethod method = VoteMethod::by_name;
    int in_favour = 0;
    int against = 0;
    int blank = 0;
    int seats = 0;
    int voters_present = 0;
    int quorum_needed = 0;
    Majority majority = Majority::simple;
    std::optional<Choice> casting_vote;
    std::string casting_by;
    VoteResult result = VoteResult::failed;
    int rules_number = 1;
    Instant at;
    std::vector<MinutesBallot> ballots;
    std::optional<VoteId> record; ///< The decision record; votes from before there were any have none.
};
BOOST_DESCRIBE_STRUCT(MinutesVote, (),
                      (proposal, kind, method, in_favour, against, blank, seats, voters_present, quorum_needed,
                       majority, casting_vote, casting_by, result, rules_number, at, ballots, record))

/// A candidate, or a list with its names in order.
struct MinutesOption {
    std::string name;
    std::vector<std::string> names;
};
BOOST_DESCRIBE_STRUCT(MinutesOption, (), (name, names))

struct MinutesElectionRound {
    int round = 1;
    VoteMethod method = VoteMethod::by_name;
    std::vector<int> votes; ///< For each option, in their order.
    int blank = 0;
    int voters_present = 0;
    VoteResult result = VoteResult::failed;
    bool by_lot = false; ///< A lot gave somebody a place.
    Instant at;
    VoteId record;
};
BOOST_DESCRIBE_STRUCT(MinutesElectionRound, (),
                      (round, method, votes, blank, voters_present, result, by_lot, at, record))

struct MinutesElection {
    ElectionId election;
    std::string post; ///< "Nestleder 2026–2027"
    ElectionForm form = ElectionForm::majority;
    int places = 1;
    std::vector<MinutesOption> options;
    std::vector<MinutesElectionRound> rounds;
    std::vector<std::string> elected; ///< None before it is settled.
    bool is_withdrawn = false;
    std::string lot_commitment; ///< SHA-256 of the seed of a lot, in the journal since before the first ballot.
};
BOOST_DESCRIBE_STRUCT(MinutesElection, (),
                      (election, post, form, places, options, rounds, elected, is_withdrawn, lot_commitment))

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

/// What the rules ask for and the minutes lack, all at once: governance.minutes_incomplete with one
/// governance.minutes_part_missing for each. parts: Procedure::minutes_parts.
Result<void> check_complete(const MinutesContent&, const std::vector<MinutesPart>& parts = Procedure{}.minutes_parts);

/// What a correction may change: words. Who was there and how they voted is changed by nobody.
struct CorrectedItem {
    int item = 0; ///< Place on the agenda, from 0.
    std::string note;
    std::vector<std::string> decision;
};
struct MinutesChange {
    std::string reason;
    std::string place;
    std::vector<CorrectedItem> items; ///< Those left out stay as they are.
};
/// The content of the next version. Fails with governance.correction_changes_nothing and governance.item_not_found.
Result<MinutesContent> correct(MinutesContent, int corrects, const MinutesChange&, Instant now);

/// One version of a meeting's minutes. The content is the exact text that is sealed.
struct Minutes {
    MeetingId meeting_id;
    int number = 1;
    MinutesState state = MinutesState::draft;
    std::string content;
    std::optional<std::string> correction_reason; ///< None for the first version.
    Instant drafted_at;
    std::optional<Instant> approved_at;
    std::string approved_by;              ///< Id of the person.
    std::optional<MeetingId> approved_in; ///< The meeting that approved them; none when the leader of the meeting did.
    std::string approver_name;
    std::optional<Instant> signed_at;
    std::string signed_by;
    std::string signer_name;
    std::vector<std::uint8_t> seal;
    std::string seal_key; ///< Which of the program's keys made the seal.
    std::optional<Instant> published_at;
    std::int64_t version = 1;
};

/// Fails with governance.minutes_step_refused when the version is not in the state that the step begins in.
Result<void> require_state(const Minutes&, MinutesState expected);

} // namespace governance
