#pragma once
// What pages and JSON say of a decision record: its arithmetic with names put to it.
#include "governance/domain/decision_record.hpp"
#include "governance/views/meeting_models.hpp"

namespace governance {

struct DecisionSeatView {
    std::string member;
    std::string on_behalf_of;
    std::string held_by; ///< Name; empty when nobody filled the seat.
    bool is_deputy = false;
    std::vector<std::string> passed_over; ///< Deputies called in vain, in order.
    bool is_remote = false;
    bool is_disqualified = false;
    std::optional<Choice> choice; ///< In a vote by name.
    std::optional<int> option;    ///< And, in an election, for whom.
};
BOOST_DESCRIBE_STRUCT(DecisionSeatView, (),
                      (member, on_behalf_of, held_by, is_deputy, passed_over, is_remote, is_disqualified, choice,
                       option))

struct DecisionOptionView {
    std::string name; ///< Of the candidate or the list; empty while it is shielded.
    OptionWorking counted;
};
BOOST_DESCRIBE_STRUCT(DecisionOptionView, (), (name, counted))

struct DecisionPlaceView {
    std::string name;   ///< Who got the place; empty while it is shielded.
    std::string option; ///< The list, in a proportional election.
    int votes = 0;      ///< Of the option.
    PlaceWorking place;
};
BOOST_DESCRIBE_STRUCT(DecisionPlaceView, (), (name, option, votes, place))

struct DecisionLotView {
    int place = 1;
    std::vector<std::string> order; ///< As the lot fell.
};
BOOST_DESCRIBE_STRUCT(DecisionLotView, (), (place, order))

struct DecisionElectionView {
    std::string post;
    ElectionForm form = ElectionForm::majority;
    int places = 1;
    int round = 1;
    ListMethod list_method = ListMethod::largest_remainder;
    std::optional<int> quota;
    std::vector<DecisionOptionView> options;
    std::vector<DecisionPlaceView> elected;
    std::vector<DecisionLotView> lots;
    std::string lot_commitment;
    std::string lot_seed; ///< Empty when no lot was drawn.
};
BOOST_DESCRIBE_STRUCT(DecisionElectionView, (),
                      (post, form, places, round, list_method, quota, options, elected, lots, lot_commitment, lot_seed))

/// One line of the public log of votes. No titles: they can be shielded, and the log is for everybody.
struct DecisionRow {
    VoteId vote;
    std::string url;
    Instant at;
    NamedLink body;
    std::string item; ///< "18/2026"
    VoteKind kind = VoteKind::ordinary;
    Tally tally;
    VoteResult result = VoteResult::failed;
    bool is_about_impartiality = false;
    bool is_among_options = false; ///< An election: votes in favour are those for candidates or lists.
    std::string sha256;
};
BOOST_DESCRIBE_STRUCT(DecisionRow, (),
                      (vote, url, at, body, item, kind, tally, result, is_about_impartiality, is_among_options, sha256))

struct DecisionListView {
    std::vector<DecisionRow> decisions; ///< Newest first.
};
BOOST_DESCRIBE_STRUCT(DecisionListView, (), (decisions))

struct DecisionView {
    VoteId vote;
    std::string url;
    NamedLink body, meeting;
    std::string item; ///< "18/2026 Felles søknad"
    std::optional<NamedLink> matter;
    int proposal = 0; ///< Number in the item; 0 when the question was somebody's impartiality.
    std::string impartiality_of;
    Instant at;
    std::string profile; ///< Empty when the body followed none.
    int profile_version = 0;
    int body_rules = 1;
    std::string rules_sha256;
    BodyRules rules;
    VoteKind kind = VoteKind::ordinary;
    VoteMethod method = VoteMethod::by_name;
    VoteMode mode = VoteMode::meeting;
    std::optional<WrittenWindow> written; ///< In writing: the time everybody had, and when each answered.
    std::vector<DecisionSeatView> seats;
    Working working;
    std::optional<DecisionElectionView> election;
    std::string casting_by;
    std::vector<Override> overrides;
    std::vector<MinutesDissent> dissents;
    bool holds = false; ///< Decided again now, from the record alone.
    std::vector<Difference> differences;
    std::string sha256; ///< Of the record; the journal's event holds the same.
    std::string record; ///< The record, byte for byte: what `samband verify --offline` takes.
};
BOOST_DESCRIBE_STRUCT(DecisionView, (),
                      (vote, url, body, meeting, item, matter, proposal, impartiality_of, at, profile, profile_version,
                       body_rules, rules_sha256, rules, kind, method, mode, written, seats, working, election,
                       casting_by, overrides, dissents, holds, differences, sha256, record))

} // namespace governance
