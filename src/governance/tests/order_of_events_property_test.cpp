// In whatever order people come and go, are called, step down and vote: nothing is decided without quorum, and nobody
// is counted who has no seat or no part. The test keeps its own plain account of the room beside the roll.
#include "governance/domain/impartiality.hpp"
#include "governance/tests/roll_builders.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <rapidcheck/gtest.h>
#include <set>

namespace governance::tests {

namespace {

enum class Happens : std::uint8_t { arrives, deputy_called, leaves, raised, ruled_out, ruled_in, votes };

/// A meeting as the actions carry it through, and the plain account of it.
class DrawnMeeting {
public:
    DrawnMeeting(int seats, int deputies, BodyRules rules)
        : seats_{seats}, deputies_{deputies}, rules_{std::move(rules)}, roll_{a_body_of(seats, deputies), day(1)} {}

    void step() {
        switch (*rc::gen::element(Happens::arrives, Happens::arrives, Happens::deputy_called, Happens::leaves,
                                  Happens::raised, Happens::ruled_out, Happens::ruled_in, Happens::votes,
                                  Happens::votes)) {
        case Happens::arrives:
            return arrive(any_member());
        case Happens::deputy_called:
            return call(100 + *rc::gen::inRange(1, deputies_ + 2), any_member());
        case Happens::leaves:
            return leave(anybody());
        case Happens::raised:
            return raise(anybody());
        case Happens::ruled_out:
            return settle(ImpartialityRuling::disqualified);
        case Happens::ruled_in:
            return settle(ImpartialityRuling::impartial);
        case Happens::votes:
            return vote();
        }
    }
    int decisions = 0;

private:
    int any_member() const { return *rc::gen::inRange(1, seats_ + 2); } // the last is a stranger
    int anybody() const {
        const bool is_deputy = *rc::gen::inRange(0, 3) == 0;
        return is_deputy ? 100 + *rc::gen::inRange(1, deputies_ + 2) : any_member();
    }

    void arrive(int who) {
        const bool taken = in_seat_.contains(who);
        const bool came = roll_.record(arrival(who)).has_value();
        RC_ASSERT(came == (who <= seats_ && !taken));
        if (came) in_seat_[who] = who;
    }
    void call(int deputy, int member) {
        const bool came = roll_.record(arrival(deputy, member, "kunne ikke")).has_value();
        bool sits = false;
        for (const auto& [seat, who] : in_seat_)
            sits = sits || who == deputy;
        RC_ASSERT(came == (deputy <= 100 + deputies_ && member <= seats_ && !sits && !in_seat_.contains(member)));
        if (came) in_seat_[member] = deputy;
    }
    void leave(int who) {
        PresenceEntry entry = arrival(who);
        entry.kind = PresenceKind::left;
        const bool went = roll_.record(entry).has_value();
        const auto before = in_seat_.size();
        std::erase_if(in_seat_, [&](const auto& taken) { return taken.second == who; });
        RC_ASSERT(went == (in_seat_.size() < before));
    }
    void raise(int who) {
        const auto id = appointment_id(who);
        if (roll_.appointment(id) == nullptr || std::ranges::find(raised_, id, &Impartiality::who) != raised_.end())
            return;
        Impartiality raised;
        raised.who = id;
        raised_.push_back(raised);
        open_.insert(who);
    }
    void settle(ImpartialityRuling ruling) {
        if (open_.empty()) return;
        const int who = *open_.begin();
        std::ranges::find(raised_, appointment_id(who), &Impartiality::who)->ruling = ruling;
        open_.erase(who);
        if (ruling == ImpartialityRuling::disqualified) out_.insert(who);
    }

    /// As hold_vote does it.
    Result<DecidedVote> hold(const VoteCast& cast) const {
        TRY(require_ruled(raised_));
        Circumstances circumstances;
        circumstances.disqualified = without_part(raised_);
        return decide_vote(roll_, rules_, appointment_id(1), cast, circumstances);
    }

    void vote() {
        VoteCast cast;
        std::set<int> voting;
        const bool is_honest = *rc::gen::inRange(0, 3) > 0;
        for (const auto& [seat, who] : in_seat_) {
            if (out_.contains(who) && is_honest) continue;
            if (*rc::gen::inRange(0, 5) == 0) continue;
            cast.ballots.push_back(ballot(who, Choice::in_favour));
            voting.insert(who);
        }
        if (!is_honest) {
            const int somebody = anybody();
            if (voting.insert(somebody).second) cast.ballots.push_back(ballot(somebody, Choice::against));
        }
        const auto decided = hold(cast);
        RC_ASSERT(decided.has_value() == may_decide(voting));
        if (!decided) return;
        ++decisions;
        RC_ASSERT(2 * decided->working.tally.cast() >= seats_);
        for (const auto& counted : decided->counted().ballots) {
            RC_ASSERT(std::ranges::any_of(in_seat_, [&](const auto& taken) {
                return appointment_id(taken.first) == counted.voter.seat &&
                       appointment_id(taken.second) == counted.voter.who && !out_.contains(taken.second);
            }));
        }
    }
    /// Read off the account alone: nothing is open, everybody who votes has a seat and a part, and half the body votes.
    bool may_decide(const std::set<int>& voting) const {
        if (!open_.empty() || voting.empty()) return false;
        for (const auto who : voting) {
            const bool sits = std::ranges::any_of(in_seat_, [&](const auto& taken) { return taken.second == who; });
            if (!sits || out_.contains(who)) return false;
        }
        return 2 * static_cast<int>(voting.size()) >= seats_;
    }

    int seats_, deputies_;
    BodyRules rules_;
    Roll roll_;
    std::map<int, int> in_seat_; ///< Seat, and whoever sits there.
    std::vector<Impartiality> raised_;
    std::set<int> open_, out_;
};

} // namespace

RC_GTEST_PROP(OrderOfEvents, NeverDecidesWithoutQuorumOrCountsWhoHasNoPart, ()) {
    BodyRules rules;
    rules.tie = Tie::lapses;
    DrawnMeeting meeting{*rc::gen::inRange(1, 8), *rc::gen::inRange(1, 4), rules};
    const int steps = *rc::gen::inRange(5, 60);
    for (int i = 0; i < steps; ++i)
        meeting.step();
    RC_CLASSIFY(meeting.decisions > 0);
}

} // namespace governance::tests
