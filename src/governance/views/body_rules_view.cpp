// Rules of procedure in plain words: one sentence for each topic, so that two versions can be laid side by side.
#include "governance/texts.hpp"
#include "governance/views/case_labels.hpp"
#include "governance/views/meeting_labels.hpp"

namespace governance {

std::string share_in_words(const http::Call& call, const Share& share) {
    const auto& t = call.t;
    if (share == Share{1, 2}) return t(text::share_half);
    if (share == Share{1, 3}) return t(text::share_third);
    if (share == Share{2, 3}) return t(text::share_two_thirds);
    if (share == Share{3, 4}) return t(text::share_three_quarters);
    return fmt::format("{}/{}", share.numerator, share.denominator);
}

std::string majority_in_words(const http::Call& call, const MajorityRule& rule) {
    const auto& t = call.t;
    const auto of = rule.of == ShareOf::decided ? t(text::share_of_decided)
                    : rule.of == ShareOf::cast  ? t(text::share_of_cast)
                                                : t(text::share_of_seats);
    if (rule.share.numerator == rule.share.denominator) return t(text::share_all({.of = of}));
    const auto share = share_in_words(call, rule.share);
    return rule.is_more_than ? t(text::share_more_than({.share = share, .of = of}))
                             : t(text::share_at_least({.share = share, .of = of}));
}

namespace {

/// Writes the lines of one set of rules, always the same topics in the same order.
class RuleWriter {
public:
    RuleWriter(const http::Call& call, const BodyRules& rules) : call_{call}, t_{call.t}, rules_{rules} {}

    std::vector<RuleLine> write() {
        add(text::rules_topic_deadlines, t_(text::rules_notice({.days = rules_.notice_days_min})) + " " +
                                             t_(text::rules_papers({.days = rules_.paper_days_min})) + " " +
                                             t_(text::rules_hearing({.days = rules_.hearing_days_min})));
        add(text::rules_topic_late, late());
        add(text::rules_topic_quorum, quorum());
        add(text::rules_topic_majority,
            t_(text::rules_majority({.majority = majority_in_words(call_, rules_.majorities.ordinary)})));
        add(text::rules_topic_other_majorities, other_majorities());
        add(text::rules_topic_second_round, second_round());
        add(text::rules_topic_ties, ties());
        add(text::rules_topic_elections, elections());
        add(text::rules_topic_duty, duty());
        add(text::rules_topic_remote, remote());
        add(text::rules_topic_written, written());
        add(text::rules_topic_outcomes, outcomes());
        add(text::rules_topic_minutes, minutes());
        return std::move(lines_);
    }

private:
    void add(const i18n::Message& topic, std::string words) { lines_.push_back({t_(topic), std::move(words)}); }

    std::string late() const {
        switch (rules_.late_items.when) {
        case LateItems::consent:
            return t_(text::rules_late_consent);
        case LateItems::never:
            return t_(text::rules_late_never);
        case LateItems::objection:
            break;
        }
        const auto share = share_in_words(call_, rules_.late_items.objection);
        return rules_.late_items.chair_may_object ? t_(text::rules_late_objection_chair({.share = share}))
                                                  : t_(text::rules_late_objection({.share = share}));
    }
    std::string quorum() const {
        const auto& quorum = rules_.quorum;
        if (quorum.least == 0 && quorum.share.numerator == 0) return t_(text::rules_quorum_none);
        const auto share = majority_in_words(call_, {ShareOf::seats, quorum.share, quorum.is_more_than});
        return quorum.of == QuorumOf::voting ? t_(text::rules_quorum_voting({.share = share}))
                                             : t_(text::rules_quorum_present({.share = share}));
    }
    std::string other_majorities() const {
        const auto& majorities = rules_.majorities;
        return t_(text::rules_majorities({.procedural = majority_in_words(call_, majorities.procedural),
                                          .election = majority_in_words(call_, majorities.election),
                                          .change = majority_in_words(call_, majorities.rules_change)}));
    }
    std::string second_round() const {
        if (!rules_.second_round) return t_(text::rules_second_round_none);
        return t_(text::rules_second_round({.support = share_in_words(call_, rules_.second_round->support),
                                            .days = rules_.second_round->discussion_days,
                                            .majority = majority_in_words(call_, rules_.second_round->majority)}));
    }
    std::string ties() const {
        const auto ordinary = rules_.tie == Tie::casting_vote ? t_(text::rules_casting) : t_(text::rules_no_casting);
        return ordinary + " " +
               (rules_.election_tie == ElectionTie::lot ? t_(text::rules_tie_lot) : t_(text::rules_tie_again));
    }
    std::string elections() const {
        const auto rule = rules_.election_rule();
        const auto second = rule.second_ballot == SecondBallot::most_votes ? t_(text::rules_second_ballot_most)
                                                                           : t_(text::rules_second_ballot_again);
        if (!rule.may_use_lists) return second + " " + t_(text::rules_lists_none);
        return second + " " + t_(text::rules_lists({.method = label(call_, rule.list_method)}));
    }
    std::string duty() const {
        auto words = (rules_.must_vote ? t_(text::rules_must_vote) : t_(text::rules_may_abstain)) + " ";
        switch (rules_.blank_votes) {
        case BlankVotes::everywhere:
            return words + t_(text::rules_blank_everywhere);
        case BlankVotes::elections:
            return words + t_(text::rules_blank_elections);
        case BlankVotes::nowhere:
            break;
        }
        return words + t_(text::rules_no_blank);
    }
    std::string remote() const {
        if (!rules_.may_meet_remotely) return t_(text::rules_remote_never);
        return rules_.may_close_doors_remotely ? t_(text::rules_remote) : t_(text::rules_remote_open_only);
    }
    std::string written() const {
        const bool can_be_stopped = rules_.written.when != WrittenWhen::never && rules_.written.lets_demand();
        return can_be_stopped ? written_window() + " " + t_(text::rules_written_demand) : written_window();
    }
    std::string written_window() const {
        const auto days = rules_.written.window_days_min;
        switch (rules_.written.when) {
        case WrittenWhen::never:
            break;
        case WrittenWhen::all_agree:
            return t_(text::rules_written_agreed({.days = days}));
        case WrittenWhen::urgent:
            return t_(text::rules_written_urgent({.days = days}));
        case WrittenWhen::always:
            return t_(text::rules_written_always({.days = days}));
        }
        return t_(text::rules_written_never);
    }
    std::string outcomes() const {
        std::string outcomes;
        for (const auto outcome : rules_.allowed_outcomes) {
            if (rules_.allows(outcome)) outcomes += (outcomes.empty() ? "" : ", ") + label(call_, outcome);
        }
        auto words = t_(text::rules_outcomes({.outcomes = outcomes})) + " ";
        words += rules_.may_be_final ? t_(text::rules_final) : t_(text::rules_advises);
        if (rules_.is_political) words += " " + t_(text::rules_political);
        return words;
    }
    std::string minutes() const {
        std::string parts;
        for (const auto part : rules_.minutes_parts)
            parts += (parts.empty() ? "" : ", ") + label(call_, part);
        return t_(text::rules_minutes({.parts = parts}));
    }

    const http::Call& call_;
    const i18n::Translator& t_;
    const BodyRules& rules_;
    std::vector<RuleLine> lines_;
};

} // namespace

std::vector<RuleLine> rule_lines(const http::Call& call, const BodyRules& rules) {
    return RuleWriter{call, rules}.write();
}

Html rules_in_words(const http::Call& call, const BodyRules& rules) {
    std::vector<std::pair<std::string, Html>> lines;
    for (auto& line : rule_lines(call, rules))
        lines.emplace_back(line.topic, Html{line.words});
    return ui::facts(lines);
}

} // namespace governance
