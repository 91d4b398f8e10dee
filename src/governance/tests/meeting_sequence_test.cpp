// Requests in any order: whatever is drawn, nothing is decided outside an open meeting, without a quorum, or by
// somebody found to have no part in it.
#include "governance/tests/rule_world.hpp"

namespace governance::tests {

class AnySequenceOfRequests : public RuleWorld {
protected:
    static constexpr int sequences = 25;
    static constexpr int requests_in_each = 40;
    static constexpr std::size_t seats = 5;

    std::uint64_t draw(std::uint64_t below) { return world.random->below(below); }
    AppointmentId anybody() {
        std::vector<AppointmentId> all{chair, secretary};
        all.insert(all.end(), members.begin(), members.end());
        all.insert(all.end(), deputies.begin(), deputies.end());
        return all[draw(all.size())];
    }
    ProposalId any_proposal() {
        const auto proposals = record(meeting).items.front().proposals;
        return proposals.empty() ? ProposalId{} : proposals[draw(proposals.size())].id;
    }
    std::vector<std::pair<AppointmentId, Choice>> any_ballots() {
        std::vector<std::pair<AppointmentId, Choice>> ballots;
        for (const auto& voter : record(meeting).roll().voters()) {
            if (draw(6) > 0) ballots.emplace_back(voter.who, static_cast<Choice>(draw(3)));
        }
        if (draw(5) == 0) ballots.emplace_back(anybody(), Choice::in_favour);
        return ballots;
    }
    Result<void> open_with_some() {
        std::vector<AppointmentId> present{chair};
        for (const auto& member : members) {
            if (draw(3) > 0) present.push_back(member);
        }
        return try_open(meeting, present);
    }
    /// True when it was accepted.
    bool request(std::uint64_t which) {
        switch (which) {
        case 0:
            return try_notice(meeting).has_value();
        case 1:
            return come_to(meeting), open_with_some().has_value();
        case 2:
            return move_person(static_cast<PresenceKind>(draw(2)), anybody()).has_value();
        case 3:
            return move_person(PresenceKind::arrived, anybody(), anybody(), "Forfall").has_value();
        case 4:
            return propose(anybody(), ProposalKind::amendment, {"Et annet forslag."}).has_value();
        case 5:
            return vote(any_proposal(), any_ballots()).has_value();
        case 6:
            return acclaim(any_proposal()).has_value();
        case 7:
            return rule(static_cast<Outcome>(draw(6)), advisers).has_value();
        case 8:
            return try_close().has_value();
        case 9:
            return try_adjourn(meeting).has_value();
        case 10:
            return raise(anybody()).has_value();
        case 11:
            return settle_one(static_cast<int>(draw(5)), static_cast<int>(draw(5)));
        default:
            return open_with_some().has_value();
        }
    }
    static constexpr std::uint64_t kinds_of_request = 13;
    static bool is_treatment(std::uint64_t which) { return (which >= 2 && which <= 7) || (which >= 9 && which <= 11); }
    /// True when a meeting under way lacks the quorum, by the plain count of who sits in which seat.
    bool lacks_quorum() {
        const auto known = record(meeting);
        return known.meeting.state == MeetingState::under_way && 2 * known.roll().voters().size() < seats;
    }
    bool settle_one(int in_favour_count, int against_count) {
        const auto known = record(meeting);
        for (const auto& raised : known.items.front().impartiality) {
            if (!raised.ruling) return settle_impartiality(raised.id, in_favour_count, against_count).has_value();
        }
        return false;
    }
    static bool decides(std::uint64_t which) { return (which >= 5 && which <= 7) || which == 11; }

    void expect_no_part(const CountedVote& counted, Instant at) {
        const auto known = record(meeting);
        for (const auto& raised : known.items.front().impartiality) {
            if (raised.ruling != ImpartialityRuling::disqualified || *raised.ruled_at > at) continue;
            EXPECT_TRUE(std::ranges::none_of(
                counted.ballots, [&](const CountedBallot& ballot) { return ballot.voter.who == raised.who; }));
        }
    }
    void expect_all_within_the_sitting() {
        const auto now_known = record(meeting);
        const auto within = [&](Instant at) {
            const auto& held = now_known.meeting;
            return held.opened_at && at >= *held.opened_at && (!held.closed_at || at <= *held.closed_at);
        };
        const auto& only = now_known.items.front();
        for (const auto& entry : now_known.presence)
            EXPECT_TRUE(within(entry.at));
        for (const auto& proposal : only.proposals)
            EXPECT_TRUE(within(proposal.at));
        for (const auto& held : only.votes) {
            EXPECT_TRUE(within(held.at));
            EXPECT_GE(held.counted.tally.cast(), held.counted.quorum_needed);
            EXPECT_GE(2 * static_cast<std::size_t>(held.counted.tally.cast()), seats);
            EXPECT_LE(held.counted.tally.cast(), held.counted.voters_present);
            expect_no_part(held.counted, held.at);
        }
        EXPECT_TRUE(!only.item.decided_at || within(*only.item.decided_at));
        const auto state = matter(matter_id).path.state;
        EXPECT_EQ(only.item.outcome && !was_adjourned, state == CaseState::treated);
        const bool decides = only.item.outcome == Outcome::adopted || only.item.outcome == Outcome::amended ||
                             only.item.outcome == Outcome::rejected;
        EXPECT_TRUE(!decides || only.item.decided_by.has_value());
    }

    bool was_adjourned = false;
};
EACH_DATABASE(AnySequenceOfRequests);

TEST_P(AnySequenceOfRequests, GivesNoDecisionOutsideAnOpenMeeting) {
    int decided = 0, adjourned = 0;
    for (int sequence = 0; sequence < sequences; ++sequence) {
        matter_id = case_for_board();
        meeting = plan_a_meeting();
        item = put_case(meeting, matter_id);
        std::string sent;
        was_adjourned = false;
        for (int i = 0; i < requests_in_each; ++i) {
            const auto which = draw(kinds_of_request);
            sent += std::to_string(which) + " ";
            const bool was_open = meeting_now(meeting).state == MeetingState::under_way;
            const bool could_not_decide = lacks_quorum();
            const bool accepted = request(which);
            was_adjourned = was_adjourned || (which == 9 && accepted);
            EXPECT_TRUE(!accepted || !decides(which) || !could_not_decide) << "requests " << sent;
            EXPECT_TRUE(!accepted || which != 9 || could_not_decide) << "requests " << sent;
            world.clock.advance(std::chrono::seconds{30});
            EXPECT_TRUE(was_open || !is_treatment(which) || !accepted) << "requests " << sent;
        }
        SCOPED_TRACE("requests " + sent);
        expect_all_within_the_sitting();
        if (was_adjourned) {
            ++adjourned;
        } else if (record(meeting).items.front().item.outcome) {
            ++decided;
        }
    }
    EXPECT_GT(adjourned, 0);
    EXPECT_GT(decided, 0) << "the sequences must reach decisions, or they show nothing";
}

} // namespace governance::tests
