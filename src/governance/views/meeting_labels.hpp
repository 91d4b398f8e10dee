#pragma once
// The words, colours and small pieces that pages of bodies, meetings and minutes share.
#include "governance/body_words.hpp"
#include "governance/domain/body.hpp"
#include "governance/domain/minutes.hpp"
#include "governance/views/meeting_models.hpp"
#include "platform/ui/components.hpp"

namespace governance {

std::string label(const http::Call&, BodyKind);
std::string label(const http::Call&, AppointmentRole);
std::string label(const http::Call&, MeetingState);
std::string label(const http::Call&, ItemKind);
std::string label(const http::Call&, ProposalKind);
std::string label(const http::Call&, VoteKind);
std::string label(const http::Call&, VoteMethod);
std::string label(const http::Call&, VoteResult);
std::string label(const http::Call&, Choice);
std::string label(const http::Call&, Majority);
std::string label(const http::Call&, PresenceKind);
std::string label(const http::Call&, MinutesState);
std::string label(const http::Call&, MinutesPart);
std::string label(const http::Call&, ImpartialityGround);
std::string label(const http::Call&, ImpartialityRuling);
std::string label(const http::Call&, LateItems);
std::string label(const http::Call&, WrittenWhen);
std::string label(const http::Call&, QuorumOf);
std::string label(const http::Call&, Tie);
std::string label(const http::Call&, ElectionTie);
std::string label(const http::Call&, BlankVotes);
std::string label(const http::Call&, ShareOf);
std::string label(const http::Call&, ElectionForm);
std::string label(const http::Call&, SecondBallot);
std::string label(const http::Call&, ListMethod);

Html state_tag(const http::Call&, MeetingState);
Html state_tag(const http::Call&, MinutesState);
Html outcome_tag(const http::Call&, Outcome);
/// "Skriftlig behandling"
Html written_tag(const http::Call&);

/// "onsdag 4. mars 2026 kl. 10.00–14.00", Norwegian time.
std::string time_span(const http::Call&, Instant starts_at, Instant ends_at);
/// "Kari Nordmann, Bergen kommune"
std::string with_organisation(const std::string& name, const std::string& on_behalf_of);
/// A numbered list; nothing when there are no points.
Html points_of(const std::vector<std::string>& points);
/// Paragraphs, one for each line.
Html paragraphs_of(const std::string& text);
Html happenings_of(const http::Call&, const std::vector<journal::HappeningView>&);

/// The sentence of a vote's result, its bar, and behind a button who voted what.
Html vote_of(const http::Call&, const MinutesVote&, const std::string& id);
Html dissents_of(const http::Call&, const std::vector<MinutesDissent>&);
/// What the rules say on one topic. The same topics in the same order for all rules.
struct RuleLine {
    std::string topic;
    std::string words;
};
std::vector<RuleLine> rule_lines(const http::Call&, const BodyRules&);
/// The same as a list of topics.
Html rules_in_words(const http::Call&, const BodyRules&);
/// "halvparten", "to tredeler", "3/5"
std::string share_in_words(const http::Call&, const Share&);
/// "mer enn halvparten av stemmene for og mot"
std::string majority_in_words(const http::Call&, const MajorityRule&);

} // namespace governance
