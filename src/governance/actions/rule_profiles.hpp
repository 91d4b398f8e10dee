#pragma once
// Adds profiles of rules of procedure. A version is never changed: what was decided under it stays as it was.
#include "governance/actions/acting.hpp"
#include "governance/domain/rule_profile.hpp"
#include "platform/json/bounded.hpp"

namespace governance {

/// What a version says, whether of a new profile or of one that is there.
struct ProfileText {
    Date valid_from; ///< After today: a meeting that was held keeps its rules.
    Line<200> name_nb, name_nn;
    Prose<2000> basis; ///< The law, statutes or mandate that the rules are taken from.
    Line<300> adopted_by;
    std::vector<Line<500>> unread; ///< What somebody must still read against its source.
    BodyRules rules;
};
BOOST_DESCRIBE_STRUCT(ProfileText, (), (valid_from, name_nb, name_nn, basis, adopted_by, unread, rules))

struct NewProfile : ProfileText {
    Line<40> profile;
};
BOOST_DESCRIBE_STRUCT(NewProfile, (ProfileText), (profile))

/// Needs governance.keep_rules. Fails with governance.profile_id_faulty, profile_id_taken, profile_retroactive,
/// body_rules_faulty, platform.request_faulty (no basis). Appends governance.profile_added.
Result<void> add_profile(const Acting&, const NewProfile&);

/// A new version from a day on; bodies that follow the profile follow it from that day. Gives its number.
/// Needs governance.keep_rules. Fails with governance.profile_not_found, profile_retroactive, rules_before_older,
/// body_rules_faulty, profile_changes_nothing, profile_breaks_body (a body's own settings would contradict it; names
/// the body). Appends governance.profile_version_added.
Result<int> add_profile_version(const Acting&, std::string_view profile, const ProfileText&);

/// Keeps the profiles that the program brings with it, those that are not there yet. Appends governance.profile_added.
Result<void> seed_profiles(const Acting&);

} // namespace governance
