#pragma once
// What a body may do with a case: data that the body keeps as a JSON document, passed into the path as a value.
#include "governance/case_words.hpp"
#include "platform/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace governance {

/// In JSON: {"allowedOutcomes":["adopted","noted"],"mayRefer":true,"mayBeFinal":false,"isPolitical":false,
/// "noticeDaysMin":14,"paperDaysMin":7}. Fields left out have the values below.
struct PathRules {
    std::vector<Outcome> allowed_outcomes{Outcome::adopted,   Outcome::amended,  Outcome::rejected,
                                          Outcome::postponed, Outcome::referred, Outcome::noted};
    bool may_refer = true;     ///< referred is allowed only when this and allowed_outcomes both say so.
    bool may_be_final = true;  ///< A case can end here. False for a body that only advises.
    bool is_political = false; ///< A strategic case ends only after a political body has treated it.
    int notice_days_min = 0;   ///< From the notice to the meeting.
    int paper_days_min = 0;    ///< From the papers to the meeting; later papers are marked as late.

    [[nodiscard]] bool allows(Outcome) const;
    bool operator==(const PathRules&) const = default;
};
BOOST_DESCRIBE_STRUCT(PathRules, (),
                      (allowed_outcomes, may_refer, may_be_final, is_political, notice_days_min, paper_days_min))

/// "" gives the values above. Fails with platform.request_faulty, all faults at once, or platform.body_not_json.
Result<PathRules> parse_path_rules(std::string_view json);
std::string to_json(const PathRules&);

} // namespace governance
