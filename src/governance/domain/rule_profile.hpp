#pragma once
// A profile: rules of procedure that many bodies follow, as a document of its own. Versions hold from a day on and are
// never changed; a meeting is held under the one that holds on its day.
#include "governance/domain/body_rules.hpp"
#include "platform/clock.hpp"
#include "platform/json/bounded.hpp"

namespace governance {

/// One version, as it is kept and as it stands in facts/rule_profiles.json.
struct RuleProfile {
    std::string profile; ///< "KOMMUNELOVEN": never changes.
    int number = 1;
    Date valid_from;
    std::string name_nb, name_nn;
    std::string basis;               ///< The law, statutes or mandate that the rules are taken from.
    std::string adopted_by;          ///< Who wrote or adopted this version.
    std::vector<std::string> unread; ///< What somebody must still read against its source.
    BodyRules rules;
    bool operator==(const RuleProfile&) const = default;

    [[nodiscard]] std::string path() const { return "/rule-profiles/" + profile; }
};
BOOST_DESCRIBE_STRUCT(RuleProfile, (),
                      (profile, number, valid_from, name_nb, name_nn, basis, adopted_by, unread, rules))

/// 2 to 40 of A–Z, 0–9 and hyphens, a letter first. Fails with governance.profile_id_faulty.
Result<void> check_profile_id(std::string_view id);

/// The version that holds on the day: the newest that had begun, else the first. There must be one.
const RuleProfile& in_force(const std::vector<RuleProfile>& by_number, Date day);

/// Those that the program brings with it: ADVISORY, STATUTES, KOMMUNELOVEN, STANDARD-WG.
const std::vector<RuleProfile>& own_profiles();

/// A member that two versions say differently, as JSON: {"quorum.least","1","0"}.
struct RuleChange {
    std::string member, before, after;
    bool operator==(const RuleChange&) const = default;
};
BOOST_DESCRIBE_STRUCT(RuleChange, (), (member, before, after))
std::vector<RuleChange> changes_between(const BodyRules& before, const BodyRules& after);

} // namespace governance
