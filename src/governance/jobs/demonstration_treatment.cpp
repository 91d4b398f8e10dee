#include "governance/actions/elections.hpp"
#include "governance/actions/treatment.hpp"
#include "governance/jobs/demonstration_stage.hpp"
#include "governance/store/treatment_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance::demonstration {

using namespace std::chrono_literals;

namespace {

/// One item of a meeting, with whoever records what happens.
struct Scene {
    Stage& stage;
    const StagedBody& body;
    const StagedMeeting& meeting;
    AgendaItemId item;

    [[nodiscard]] Acting at(const Moment& moment) const { return moment.as(stage, body.secretary); }
};

} // namespace

static Result<std::vector<ProposalId>> make_proposals(const Scene& scene, const Moment& moment, const SaidItem& said) {
    std::vector<ProposalId> made;
    for (const auto& proposal : said.proposals) {
        NewProposal wanted;
        wanted.kind = proposal.kind;
        wanted.proposed_by = scene.body.appointment_of(proposal.by);
        wanted.points.assign(proposal.points.begin(), proposal.points.end());
        wanted.reason = proposal.reason;
        made.push_back(TRY(make_proposal(scene.at(moment), scene.meeting.id, scene.item, wanted)));
    }
    return made;
}

static Result<ProposalId> recommendation(const Scene& scene, const Moment& moment) {
    for (const auto& proposal : TRY(proposals_of(moment.transaction, scene.meeting.id))) {
        if (proposal.item_id == scene.item && proposal.kind == ProposalKind::recommendation) return proposal.id;
    }
    ensure(false);
    return ProposalId{};
}

static NewVote vote_from(const Scene& scene, const SaidVote& said) {
    const auto is_in = [](const std::vector<Key>& keys, const Key& key) {
        return std::ranges::find(keys, key) != keys.end();
    };
    NewVote vote;
    vote.method = said.method;
    if (said.method == VoteMethod::acclamation) return vote;
    Tally counted;
    for (const auto& person : scene.meeting.present) {
        const auto choice = is_in(said.against, person) ? Choice::against
                            : is_in(said.blank, person) ? Choice::blank
                                                        : Choice::in_favour;
        if (said.method == VoteMethod::by_name) vote.ballots.push_back({scene.body.appointment_of(person), choice});
        ++(choice == Choice::against ? counted.against : choice == Choice::blank ? counted.blank : counted.in_favour);
    }
    if (said.method == VoteMethod::by_name) return vote;
    vote.in_favour = counted.in_favour;
    vote.against = counted.against;
    vote.blank = counted.blank;
    return vote;
}

static Result<void> hold_votes(const Scene& scene, const Moment& begin, const SaidItem& said,
                               const std::vector<ProposalId>& made) {
    auto votes = said.votes;
    const bool is_unanimous = said.outcome.value_or(Outcome::adopted) == Outcome::adopted;
    if (votes.empty() && is_unanimous && said.elections.empty()) votes.emplace_back();
    auto after = 0min;
    for (const auto& vote : votes) {
        const auto moment = begin.later(after++);
        auto wanted = vote_from(scene, vote);
        wanted.proposal =
            vote.proposal < 0 ? TRY(recommendation(scene, moment)) : made.at(static_cast<std::size_t>(vote.proposal));
        TRY(hold_vote(scene.at(moment), scene.meeting.id, scene.item, wanted));
    }
    return {};
}

static Result<void> hold_elections(const Scene& scene, const Moment& begin, const SaidItem& said) {
    auto after = 0min;
    for (const auto& election : said.elections) {
        NewElection wanted;
        wanted.post = election.post;
        wanted.form = election.form;
        wanted.places = election.places;
        for (const auto& option : election.options)
            wanted.options.push_back({option.name, fmt::format("{}", fmt::join(option.names, "\n"))});
        const auto id = TRY(open_election(scene.at(begin.later(after++)), scene.meeting.id, scene.item, wanted));
        for (const auto& round : election.rounds) {
            const NewElectionRound held{VoteMethod::count, {}, round.counted, round.blank};
            TRY(hold_election_round(scene.at(begin.later(after++)), scene.meeting.id, scene.item, id, held));
        }
    }
    return {};
}

Result<void> propose_all(Stage& stage, const Moment& moment, const SaidMeeting& meeting) {
    const auto& staged = named(stage.meetings, meeting.key);
    for (std::size_t item = 0; item < meeting.agenda.size(); ++item) {
        const Scene scene{stage, named(stage.bodies, meeting.body), staged, staged.items.at(item)};
        TRY(make_proposals(scene, moment, meeting.agenda[item]));
    }
    return {};
}

Result<void> treat_item(Stage& stage, const Moment& moment, const SaidMeeting& meeting, std::size_t item) {
    const auto& said = meeting.agenda[item];
    const auto& staged = named(stage.meetings, meeting.key);
    const Scene scene{stage, named(stage.bodies, meeting.body), staged, staged.items.at(item)};
    const bool is_told = said.kind == ItemKind::orientation || said.kind == ItemKind::other_business;
    if (said.kind == ItemKind::case_) {
        const auto made = TRY(make_proposals(scene, moment, said));
        TRY(hold_votes(scene, moment.later(3min), said, made));
        TRY(hold_elections(scene, moment.later(3min), said));
    }
    for (const auto& dissent : said.dissents) {
        const NewDissent wanted{scene.body.appointment_of(dissent.by), dissent.text};
        TRY(record_dissent(scene.at(moment.later(8min)), staged.id, scene.item, wanted));
    }
    NewOutcome outcome;
    outcome.outcome = said.outcome.value_or(is_told ? Outcome::noted : Outcome::adopted);
    if (!said.referred_to.empty()) outcome.referred_to = named(stage.bodies, said.referred_to).id;
    outcome.points.assign(said.decision.begin(), said.decision.end());
    outcome.note = said.note;
    return record_outcome(scene.at(moment.later(9min)), staged.id, scene.item, outcome);
}

} // namespace governance::demonstration
