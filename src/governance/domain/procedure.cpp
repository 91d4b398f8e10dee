#include "governance/domain/procedure.hpp"

#include "governance/domain/meeting_errors.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

static constexpr int share_denominator_max = 1000;
static constexpr int procedure_days_max = 365;

int least_of(const Share& share, bool is_more_than, int whole) {
    const auto parts = std::int64_t{whole} * share.numerator;
    if (is_more_than) return static_cast<int>(parts / share.denominator) + 1;
    return static_cast<int>((parts + share.denominator - 1) / share.denominator);
}

MajorityRule rule_of(Majority majority) {
    switch (majority) {
    case Majority::absolute:
        return {ShareOf::seats, {1, 2}, true};
    case Majority::two_thirds:
        return {ShareOf::decided, {2, 3}, false};
    case Majority::three_quarters:
        return {ShareOf::decided, {3, 4}, false};
    case Majority::unanimous:
        return {ShareOf::decided, {1, 1}, false};
    case Majority::simple:
    case Majority::special:
        break;
    }
    return {};
}

Majority name_of(const MajorityRule& rule) {
    for (const auto majority :
         {Majority::simple, Majority::absolute, Majority::two_thirds, Majority::three_quarters, Majority::unanimous}) {
        if (rule_of(majority) == rule) return majority;
    }
    return Majority::special;
}

const MajorityRule& Majorities::of(VoteKind kind) const {
    switch (kind) {
    case VoteKind::election:
        return election;
    case VoteKind::procedural:
        return procedural;
    case VoteKind::rules_change:
        return rules_change;
    case VoteKind::ordinary:
        break;
    }
    return ordinary;
}

namespace {

/// Collects faults below a place.
class ProcedureCheck {
public:
    explicit ProcedureCheck(std::string_view place) : place_{place} {}

    void range(std::string_view member, int value, int least, int most) {
        if (value >= least && value <= most) return;
        faults_.push_back(rule_out_of_range.at(at(member), {{"value", value}, {"least", least}, {"most", most}}));
    }
    void share(std::string_view member, const Share& share, int least = 0) {
        range(fmt::format("{}/denominator", member), share.denominator, 1, share_denominator_max);
        range(fmt::format("{}/numerator", member), share.numerator, least, std::max(share.denominator, least));
    }
    void majority(std::string_view member, const MajorityRule& rule) {
        share(fmt::format("{}/share", member), rule.share, 1);
        // More than all of something is reached by nobody.
        if (rule.is_more_than && rule.share.numerator == rule.share.denominator) contradiction(member);
    }
    void contradiction(std::string_view member) { faults_.push_back(rules_contradict.at(at(member))); }
    [[nodiscard]] std::vector<Fault> faults() && { return std::move(faults_); }

private:
    [[nodiscard]] std::string at(std::string_view member) const { return fmt::format("{}/{}", place_, member); }
    std::string_view place_;
    std::vector<Fault> faults_;
};

} // namespace

std::vector<Fault> faults_of(const Procedure& rules, std::string_view place) {
    ProcedureCheck check{place};
    check.share("quorum/share", rules.quorum.share);
    check.range("quorum/least", rules.quorum.least, 0, share_denominator_max);
    if (rules.quorum.is_more_than && rules.quorum.share.numerator == rules.quorum.share.denominator) {
        check.contradiction("quorum");
    }
    check.majority("majorities/ordinary", rules.majorities.ordinary);
    check.majority("majorities/procedural", rules.majorities.procedural);
    check.majority("majorities/election", rules.majorities.election);
    check.majority("majorities/rulesChange", rules.majorities.rules_change);
    check.range("written/windowDaysMin", rules.written.window_days_min, 0, procedure_days_max);
    check.share("lateItems/objection", rules.late_items.objection, 1);
    if (rules.second_round) {
        check.share("secondRound/support", rules.second_round->support);
        check.range("secondRound/discussionDays", rules.second_round->discussion_days, 1, procedure_days_max);
        check.majority("secondRound/majority", rules.second_round->majority);
    }
    if (rules.must_vote && rules.quorum.least == 0) check.contradiction("mustVote");
    return std::move(check).faults();
}

} // namespace governance
