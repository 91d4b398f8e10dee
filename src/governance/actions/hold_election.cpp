#include "governance/actions/elections.hpp"
#include "governance/actions/impartiality.hpp"
#include "governance/actions/keep_record.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/election_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <sstream>

namespace governance {

static constexpr std::size_t lot_seed_bytes = 32;

static std::string draw_lot_seed(Random& random) {
    std::array<std::uint8_t, lot_seed_bytes> bytes{};
    random.fill(bytes.data(), bytes.size());
    return crypto::to_hex(bytes);
}

static std::vector<std::string> names_on(const std::string& list) {
    std::vector<std::string> names;
    std::istringstream lines{list};
    for (std::string line; std::getline(lines, line);) {
        const auto first = line.find_first_not_of(" \t\r");
        if (first == std::string::npos) continue;
        names.push_back(line.substr(first, line.find_last_not_of(" \t\r") - first + 1));
    }
    return names;
}

Result<ElectionId> open_election(const Acting& acting, MeetingId meeting, AgendaItemId item_id,
                                 const NewElection& wanted) {
    const auto at = TRY(read_item_in_room(acting, meeting, item_id));
    if (at.item.kind != ItemKind::case_) {
        return outcome_not_for_item.error({{"outcome", std::string{json::name_of(VoteKind::election)}},
                                           {"kind", std::string{json::name_of(at.item.kind)}}});
    }
    Election election;
    election.id = acting.make_id<ElectionId>();
    election.item_id = item_id;
    election.position = at.elections.empty() ? 1 : at.elections.back().election.position + 1;
    election.post = wanted.post;
    election.form = wanted.form;
    election.places = wanted.places;
    for (const auto& option : wanted.options)
        election.options.push_back({option.name, names_on(option.names)});
    election.lot_seed = draw_lot_seed(acting.services.random);
    election.at = acting.now;
    TRY(check_election(election, at.sitting.rules.rules));
    TRY(insert_election(acting.transaction, election));
    TRY(touch_meeting(acting.transaction, meeting, acting.now));
    journal::Body facts;
    facts.text("number", at.item.number_text())
        .number("election", election.position)
        .text("form", json::name_of(election.form))
        .number("places", election.places)
        .text("lotCommitment", commitment_of(election.lot_seed));
    TRY(acting.tell("governance.election_opened", at.sitting.body, at.sitting.meeting, std::move(facts),
                    at.subjects()));
    return election.id;
}

static Result<ElectionCourse> open_course(const ItemInSitting& at, ElectionId id) {
    const auto found =
        std::ranges::find_if(at.elections, [&](const ElectionCourse& each) { return each.election.id == id; });
    if (found == at.elections.end()) return election_not_found.error();
    TRY(require_open(*found));
    return *found;
}

Result<void> withdraw_election(const Acting& acting, MeetingId meeting, AgendaItemId item_id, ElectionId id) {
    const auto at = TRY(read_item_in_sitting(acting, meeting, item_id));
    const auto course = TRY(open_course(at, id));
    TRY(withdraw_election(acting.transaction, id, acting.now));
    TRY(touch_meeting(acting.transaction, meeting, acting.now));
    journal::Body facts;
    facts.text("number", at.item.number_text()).number("election", course.election.position);
    return acting.tell("governance.election_withdrawn", at.sitting.body, at.sitting.meeting, std::move(facts),
                       at.subjects());
}

static VoteCast cast_of(const Election& election, const NewElectionRound& wanted) {
    VoteCast cast;
    cast.kind = VoteKind::election;
    cast.method = wanted.method;
    for (const auto& [who, option] : wanted.ballots) {
        Ballot ballot;
        ballot.who = who;
        if (option) ballot.choice = *option == 0 ? Choice::blank : Choice::in_favour;
        if (option && *option != 0) ballot.option = option;
        cast.ballots.push_back(ballot);
    }
    ElectionInputs inputs;
    inputs.form = election.form;
    inputs.places = election.places;
    for (const auto& option : election.options)
        inputs.names.push_back(election.form == ElectionForm::majority ? 1 : static_cast<int>(option.names.size()));
    if (wanted.method == VoteMethod::count) inputs.counted = wanted.counted;
    inputs.lot_commitment = commitment_of(election.lot_seed);
    inputs.lot_seed = election.lot_seed;
    cast.election = std::move(inputs);
    cast.counted.in_favour = std::accumulate(wanted.counted.begin(), wanted.counted.end(), 0);
    cast.counted.blank = wanted.blank.value_or(0);
    return cast;
}

/// The round, decided. A seed that nothing was drawn from stays unknown, for the rounds to come.
static Result<DecidedVote> decide_round(const ItemInSitting& at, const ElectionCourse& course,
                                        const NewElectionRound& wanted) {
    Circumstances circumstances;
    circumstances.disqualified = without_part(at.impartiality);
    circumstances.is_closed = at.item.closed_basis.has_value();
    circumstances.round = course.next_round();
    auto decided = TRY(decide_vote(at.sitting.roll, at.sitting.rules.rules, *at.sitting.meeting.chaired_by,
                                   cast_of(course.election, wanted), circumstances));
    if (decided.working.election->lots.empty()) decided.inputs.election->lot_seed.reset();
    return decided;
}

Result<VoteId> hold_election_round(const Acting& acting, MeetingId meeting, AgendaItemId item_id, ElectionId id,
                                   const NewElectionRound& wanted) {
    const auto at = TRY(read_item_in_sitting(acting, meeting, item_id));
    const auto course = TRY(open_course(at, id));
    TRY(require_ruled(at.impartiality));
    TRY(require_conflicts_raised(acting, at));
    const auto decided = TRY(decide_round(at, course, wanted));
    const auto vote = acting.make_id<VoteId>();
    const auto digest = TRY(keep_record(acting, at.sitting, at.item, {vote, {}, {}}, decided));
    TRY(insert_round(acting.transaction, id, vote, static_cast<int>(course.rounds.size()) + 1));
    TRY(touch_meeting(acting.transaction, meeting, acting.now));
    journal::Body facts;
    facts.text("number", at.item.number_text())
        .number("election", course.election.position)
        .number("round", decided.inputs.round)
        .number("votes", decided.working.tally.in_favour)
        .number("blank", decided.working.tally.blank)
        .text("result", json::name_of(decided.working.result))
        .flag("lot", !decided.working.election->lots.empty())
        .text("recordSha256", digest);
    auto subjects = at.subjects();
    subjects.push_back({"vote", vote.to_string()});
    TRY(acting.tell("governance.election_held", at.sitting.body, at.sitting.meeting, std::move(facts),
                    std::move(subjects)));
    return vote;
}

} // namespace governance
