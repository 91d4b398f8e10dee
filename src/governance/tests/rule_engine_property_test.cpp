// Whatever body, room, rules and ballots are drawn, the engine gives what a plain reading of the rules gives. The plain
// reading below shares nothing with the engine: it works with lists of people and fractions compared by cross
// multiplication.
#include "governance/domain/decision_record.hpp"
#include "governance/tests/roll_builders.hpp"
#include "platform/json/described_members.hpp"

#include <map>
#include <rapidcheck/gtest.h>

namespace governance::tests {

namespace {

Share draw_share(int least) {
    const int denominator = *rc::gen::inRange(1, 7);
    return {*rc::gen::inRange(std::min(least, denominator), denominator + 1), denominator};
}

MajorityRule draw_majority() {
    MajorityRule rule;
    rule.of = *rc::gen::element(ShareOf::decided, ShareOf::cast, ShareOf::seats);
    rule.share = draw_share(1);
    rule.is_more_than = rule.share.numerator < rule.share.denominator && *rc::gen::arbitrary<bool>();
    return *rc::gen::arbitrary<bool>() ? rule : MajorityRule{};
}

BodyRules draw_rules() {
    BodyRules rules;
    rules.quorum.share = draw_share(0);
    rules.quorum.is_more_than =
        rules.quorum.share.numerator < rules.quorum.share.denominator && *rc::gen::arbitrary<bool>();
    rules.quorum.of = *rc::gen::element(QuorumOf::voting, QuorumOf::present);
    rules.quorum.least = *rc::gen::inRange(0, 3);
    rules.majorities.ordinary = draw_majority();
    rules.majorities.election = draw_majority();
    rules.majorities.procedural = draw_majority();
    rules.majorities.rules_change = draw_majority();
    rules.tie = *rc::gen::element(Tie::casting_vote, Tie::lapses);
    rules.election_tie = *rc::gen::element(ElectionTie::undecided, ElectionTie::lot);
    rules.blank_votes = *rc::gen::element(BlankVotes::everywhere, BlankVotes::elections, BlankVotes::nowhere);
    rules.must_vote = rules.quorum.least > 0 && *rc::gen::inRange(0, 4) == 0;
    rules.may_meet_remotely = *rc::gen::inRange(0, 4) > 0;
    return rules;
}

VoteInputs draw_inputs() {
    VoteInputs inputs;
    inputs.kind =
        *rc::gen::element(VoteKind::ordinary, VoteKind::election, VoteKind::procedural, VoteKind::rules_change);
    inputs.method =
        *rc::gen::element(VoteMethod::by_name, VoteMethod::by_name, VoteMethod::count, VoteMethod::acclamation);
    const int seats = *rc::gen::inRange(1, 14);
    for (int i = 1; i <= seats; ++i) {
        RecordedSeat seat;
        seat.seat = appointment_id(i);
        const int who = *rc::gen::inRange(0, 6);
        if (who > 0) seat.held_by = who == 1 ? appointment_id(100 + i) : seat.seat;
        seat.is_remote = *rc::gen::inRange(0, 12) == 0;
        seat.is_disqualified = *rc::gen::inRange(0, 8) == 0;
        inputs.seats.push_back(seat);
    }
    for (const auto& seat : inputs.seats) {
        if (!seat.held_by || inputs.method != VoteMethod::by_name || *rc::gen::inRange(0, 12) == 0) continue;
        const int choice = *rc::gen::inRange(0, 8);
        if (seat.is_disqualified && choice < 7) continue;
        inputs.ballots.push_back({*seat.held_by, choice < 3   ? Choice::in_favour
                                                 : choice < 6 ? Choice::against
                                                              : Choice::blank});
    }
    if (inputs.method == VoteMethod::count) {
        inputs.counted = {*rc::gen::inRange(0, 8), *rc::gen::inRange(0, 8), *rc::gen::inRange(0, 2)};
    }
    if (*rc::gen::inRange(0, 3) > 0) inputs.led_by = inputs.seats.front().held_by;
    if (*rc::gen::inRange(0, 3) == 0) inputs.casting_vote = *rc::gen::element(Choice::in_favour, Choice::against);
    return inputs;
}

// --- The plain reading. ---

/// in_favour / whole against numerator / denominator, without any rounding.
bool reaches(long number, long whole, const Share& share, bool is_more_than) {
    const long left = number * share.denominator, right = whole * share.numerator;
    return is_more_than ? left > right : left >= right;
}

bool quorum_holds(const BodyRules& rules, long seats, long counted) {
    return counted >= rules.quorum.least && reaches(counted, seats, rules.quorum.share, rules.quorum.is_more_than);
}

std::string plain_outcome(const BodyRules& rules, const VoteInputs& inputs) {
    std::map<std::string, const RecordedSeat*> able;
    bool somebody_is_remote = false;
    for (const auto& seat : inputs.seats) {
        if (!seat.held_by) continue;
        somebody_is_remote = somebody_is_remote || seat.is_remote;
        if (!seat.is_disqualified) able[seat.held_by->to_string()] = &seat;
    }
    const long seats = std::ssize(inputs.seats), present = std::ssize(able);
    if (somebody_is_remote && !rules.may_meet_remotely) return "refused";
    if (!quorum_holds(rules, seats, present)) return "refused";

    const bool is_election = inputs.kind == VoteKind::election;
    long yes = 0, no = 0, blank = 0;
    if (inputs.method == VoteMethod::acclamation) yes = present;
    if (inputs.method == VoteMethod::count) {
        yes = inputs.counted.in_favour;
        no = inputs.counted.against;
        blank = inputs.counted.blank;
    }
    if (inputs.method == VoteMethod::by_name) {
        for (const auto& ballot : inputs.ballots) {
            if (!able.contains(ballot.who.to_string())) return "refused";
            (ballot.choice == Choice::in_favour ? yes : ballot.choice == Choice::against ? no : blank) += 1;
        }
        if (yes + no + blank == 0 && rules.quorum.least > 0) return "refused";
    }
    const bool blank_is_allowed =
        rules.blank_votes == BlankVotes::everywhere || (rules.blank_votes == BlankVotes::elections && is_election);
    if (blank > 0 && !blank_is_allowed) return "refused";
    if (yes + no + blank > present) return "refused";
    if (rules.must_vote && yes + no + blank != present) return "refused";
    if (!quorum_holds(rules, seats, rules.quorum.of == QuorumOf::voting ? yes + no + blank : present)) return "refused";

    const auto& majority = is_election                             ? rules.majorities.election
                           : inputs.kind == VoteKind::procedural   ? rules.majorities.procedural
                           : inputs.kind == VoteKind::rules_change ? rules.majorities.rules_change
                                                                   : rules.majorities.ordinary;
    const bool is_simple = majority.of == ShareOf::decided && majority.is_more_than && majority.share == Share{1, 2};
    const bool ties = is_simple && yes == no && yes > 0;
    if (!ties || is_election || rules.tie == Tie::lapses) {
        if (inputs.casting_vote) return "refused";
        if (ties && is_election) return "tied";
        const long whole = majority.of == ShareOf::decided ? yes + no
                           : majority.of == ShareOf::cast  ? yes + no + blank
                                                           : seats;
        return yes > 0 && reaches(yes, whole, majority.share, majority.is_more_than) ? "passed" : "failed";
    }
    for (const auto& ballot : inputs.ballots) {
        if (inputs.led_by != ballot.who || ballot.choice == Choice::blank) continue;
        if (inputs.casting_vote && inputs.casting_vote != ballot.choice) return "refused";
        return ballot.choice == Choice::in_favour ? "passed" : "failed";
    }
    if (!inputs.led_by || !able.contains(inputs.led_by->to_string()) || !inputs.casting_vote) return "refused";
    return inputs.casting_vote == Choice::in_favour ? "passed" : "failed";
}

std::string engine_outcome(const BodyRules& rules, const VoteInputs& inputs) {
    const auto working = decide(rules, inputs);
    return working ? std::string{json::name_of(working->result)} : "refused";
}

} // namespace

RC_GTEST_PROP(RuleEngine, GivesWhatAPlainReadingOfTheRulesGives, ()) {
    for (int i = 0; i < 40; ++i) { // thousands of votes in each run of the property
        const auto rules = draw_rules();
        const auto inputs = draw_inputs();
        const auto plain = plain_outcome(rules, inputs);
        RC_CLASSIFY(plain == "passed");
        RC_CLASSIFY(plain == "refused");
        RC_ASSERT(engine_outcome(rules, inputs) == plain);
    }
}

RC_GTEST_PROP(RuleEngine, NeverDecidesWithoutTheQuorumOfTheRules, ()) {
    const auto rules = draw_rules();
    const auto inputs = draw_inputs();

    const auto working = decide(rules, inputs);

    if (!working) return;
    RC_ASSERT(quorum_holds(rules, std::ssize(inputs.seats), working->quorum_counted));
    RC_ASSERT(working->able + working->disqualified == working->filled);
    RC_ASSERT(working->tally.cast() <= working->able);
}

RC_GTEST_PROP(RuleEngine, NeverCountsTheBallotOfSomebodyDisqualified, ()) {
    const auto rules = draw_rules();
    auto inputs = draw_inputs();
    inputs.method = VoteMethod::by_name;
    inputs.seats.front().held_by = inputs.seats.front().seat;
    inputs.seats.front().is_disqualified = true;
    inputs.ballots.push_back({inputs.seats.front().seat, Choice::in_favour});

    RC_ASSERT(!decide(rules, inputs).has_value());
}

RC_GTEST_PROP(DecisionRecord, IsDecidedAgainFromItsOwnBytesAndNoticesAnyOtherResult, ()) {
    DecisionRecord record;
    record.rules.rules = draw_rules();
    record.rules.sha256 = digest_of(to_json(record.rules.rules));
    record.inputs = draw_inputs();
    const auto working = decide(record.rules.rules, record.inputs);
    if (!working) return;
    record.working = *working;

    RC_ASSERT(check_record(to_json(record)).holds());
    record.working.result = working->result == VoteResult::passed ? VoteResult::failed : VoteResult::passed;
    const auto changed = check_record(to_json(record));
    RC_ASSERT(!changed.holds());
    RC_ASSERT(changed.differences.size() == 1U);
    RC_ASSERT(changed.differences.front().member == "result");
}

} // namespace governance::tests
