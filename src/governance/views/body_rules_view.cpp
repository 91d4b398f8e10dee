#include "governance/texts.hpp"
#include "governance/views/case_labels.hpp"
#include "governance/views/meeting_labels.hpp"

namespace governance {

Html rules_in_words(const http::Call& call, const RulesVersion& version) {
    const auto& t = call.t;
    const auto& rules = version.rules;
    std::vector<Html> lines;
    const auto say = [&](std::string words) { lines.push_back(html::li(words)); };
    say(t(text::rules_notice({.days = rules.notice_days_min})));
    say(t(text::rules_papers({.days = rules.paper_days_min})));
    say(t(text::rules_hearing({.days = rules.hearing_days_min})));
    say(rules.quorum_percent == 50 ? t(text::rules_quorum_half)
                                   : t(text::rules_quorum({.percent = rules.quorum_percent})));
    say(t(text::rules_majority({.majority = label(call, rules.majority)})));
    say(rules.has_casting_vote ? t(text::rules_casting) : t(text::rules_no_casting));
    if (!rules.may_vote_blank) say(t(text::rules_no_blank));
    std::string outcomes;
    for (const auto outcome : rules.allowed_outcomes) {
        if (!rules.allows(outcome)) continue;
        outcomes += (outcomes.empty() ? "" : ", ") + label(call, outcome);
    }
    say(t(text::rules_outcomes({.outcomes = outcomes})));
    say(rules.may_be_final ? t(text::rules_final) : t(text::rules_advises));
    if (rules.is_political) say(t(text::rules_political));
    return html::ul(html::cls("ds-list"), lines);
}

} // namespace governance
