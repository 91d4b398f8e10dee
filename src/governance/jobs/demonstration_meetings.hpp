#pragma once
// The meetings of the demonstration, as they stand in facts/demonstration_meetings.json.
#include "governance/impartiality_words.hpp"
#include "governance/jobs/demonstration_content.hpp"
#include "governance/meeting_words.hpp"

namespace governance::demonstration {

struct SaidProposal {
    ProposalKind kind = ProposalKind::amendment;
    Key by;
    std::vector<std::string> points;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SaidProposal, (), (kind, by, points, reason))

/// Everybody in the room who may vote votes for, those named here excepted.
struct SaidVote {
    int proposal = -1; ///< Place among the item's proposals; -1 is the recommendation.
    VoteMethod method = VoteMethod::acclamation;
    std::vector<Key> against, blank;
};
BOOST_DESCRIBE_STRUCT(SaidVote, (), (proposal, method, against, blank))

struct SaidOption {
    std::string name;
    std::vector<std::string> names;
};
BOOST_DESCRIBE_STRUCT(SaidOption, (), (name, names))

struct SaidRound {
    std::vector<int> counted;
    std::optional<int> blank;
};
BOOST_DESCRIBE_STRUCT(SaidRound, (), (counted, blank))

struct SaidElection {
    std::string post;
    ElectionForm form = ElectionForm::majority;
    int places = 1;
    std::vector<SaidOption> options;
    std::vector<SaidRound> rounds;
};
BOOST_DESCRIBE_STRUCT(SaidElection, (), (post, form, places, options, rounds))

struct SaidDissent {
    Key by;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(SaidDissent, (), (by, text))

/// Somebody whom the body finds disqualified, all others agreeing; the deputy takes the seat from this item on.
struct SaidImpartiality {
    Key person;
    ImpartialityGround ground = ImpartialityGround::particular;
    std::string reason;
    Key deputy;
};
BOOST_DESCRIBE_STRUCT(SaidImpartiality, (), (person, ground, reason, deputy))

struct SaidItem {
    ItemKind kind = ItemKind::case_;
    Key case_key, meeting; ///< The case; the meeting whose minutes are approved.
    std::string title, text;
    std::vector<SaidProposal> proposals;
    std::vector<SaidVote> votes; ///< None: a case that is adopted is so by acclamation.
    std::vector<SaidElection> elections;
    std::vector<SaidDissent> dissents;
    std::vector<SaidImpartiality> impartiality;
    std::optional<Outcome> outcome;    ///< Nothing: adopted, and of what is only told, noted.
    std::vector<std::string> decision; ///< As decided, where it is not a proposal's text.
    std::string referred_to;           ///< Slug of the body.
    std::string note;
};
BOOST_DESCRIBE_STRUCT(SaidItem, (),
                      (kind, case_key, meeting, title, text, proposals, votes, elections, dissents, impartiality,
                       outcome, decision, referred_to, note))

struct SaidDeputy {
    Key person, instead_of;
    std::string remark;
    int before_item = -1; ///< Called in before the item at that place; -1: there from the beginning.
};
BOOST_DESCRIBE_STRUCT(SaidDeputy, (), (person, instead_of, remark, before_item))

/// Somebody who leaves before the item at that place.
struct SaidDeparture {
    Key person;
    int before_item = 0;
    std::string remark;
};
BOOST_DESCRIBE_STRUCT(SaidDeparture, (), (person, before_item, remark))

struct SaidCorrection {
    int days_after = 20;
    std::string reason;
    int item = 0;
    std::string note;
    std::vector<std::string> decision; ///< All of it, as it is to stand.
};
BOOST_DESCRIBE_STRUCT(SaidCorrection, (), (days_after, reason, item, note, decision))

struct SaidAnswer {
    Key person;
    Choice choice = Choice::in_favour;
    int hours_after = 1; ///< From the opening of the window.
};
BOOST_DESCRIBE_STRUCT(SaidAnswer, (), (person, choice, hours_after))

/// Treated in writing: the window opens when the meeting would, and each answers for themselves.
struct SaidWritten {
    int days = 7;
    std::string reason;
    std::vector<SaidAnswer> answers;
};
BOOST_DESCRIBE_STRUCT(SaidWritten, (), (days, reason, answers))

struct SaidCancellation {
    Day day;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SaidCancellation, (), (day, reason))

struct SaidMeeting {
    Key key;
    std::string body;
    Day day;
    int starts_at_hour = 10;
    int hours = 3;
    std::string place, remote_url;
    int planned_days_before = 60;
    int noticed_days_before = 12;
    std::optional<int> minutes_days_after; ///< Until they are published; nothing: the draft waits.
    std::vector<Key> absent, remote;
    std::vector<SaidDeputy> deputies;
    std::vector<SaidDeparture> departures;
    std::vector<SaidItem> agenda;
    std::optional<SaidCorrection> correction;
    std::optional<SaidCancellation> cancelled;
    std::optional<bool> is_under_way; ///< Opened, with its proposals made, and left so.
    std::optional<SaidWritten> written;
};
BOOST_DESCRIBE_STRUCT(SaidMeeting, (),
                      (key, body, day, starts_at_hour, hours, place, remote_url, planned_days_before,
                       noticed_days_before, minutes_days_after, absent, remote, deputies, departures, agenda,
                       correction, cancelled, is_under_way, written))

struct SaidMeetings {
    std::vector<SaidMeeting> meetings;
};
BOOST_DESCRIBE_STRUCT(SaidMeetings, (), (meetings))

/// All of it.
struct Content {
    SaidPeople people;
    std::vector<SaidBody> bodies;
    std::vector<SaidCase> cases;
    std::vector<SaidMeeting> meetings;
};
/// From the files inside the program. Fails with platform.request_faulty when one of them does not say what it should.
Result<Content> read_content();

} // namespace governance::demonstration
