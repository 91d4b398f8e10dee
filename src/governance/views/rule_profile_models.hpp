#pragma once
// What pages and JSON say of profiles of rules. One model, both are made from it.
#include "governance/domain/rule_profile.hpp"
#include "governance/views/case_models.hpp"

namespace governance {

struct ProfileRow {
    std::string profile;
    std::string url;
    std::string name;
    int number = 1; ///< Of the version that holds today.
    Date valid_from;
    std::vector<NamedLink> bodies; ///< That follow it.
    bool is_unread = false;        ///< Something of it is still to be read against its source.
};
BOOST_DESCRIBE_STRUCT(ProfileRow, (), (profile, url, name, number, valid_from, bodies, is_unread))

struct ProfileListView {
    std::vector<ProfileRow> profiles;
};
BOOST_DESCRIBE_STRUCT(ProfileListView, (), (profiles))

struct ProfileVersionView {
    int number = 1;
    std::string url;
    Date valid_from;
    std::string adopted_by;
    std::string sha256; ///< Of the rules as they are written in JSON.
    bool is_in_force = false;
    std::vector<RuleChange> changes; ///< From the version before it; none for the first.
    BodyRules rules;
};
BOOST_DESCRIBE_STRUCT(ProfileVersionView, (),
                      (number, url, valid_from, adopted_by, sha256, is_in_force, changes, rules))

struct ProfileView {
    std::string profile;
    std::string url;
    std::string name, name_nb, name_nn;
    std::string basis;
    std::vector<std::string> unread;
    int shown = 1;                            ///< Number of the version that the page is about.
    std::vector<ProfileVersionView> versions; ///< Newest first.
    std::vector<NamedLink> bodies;

    [[nodiscard]] const ProfileVersionView& version() const;
    [[nodiscard]] const ProfileVersionView* before(int number) const;
};
BOOST_DESCRIBE_STRUCT(ProfileView, (), (profile, url, name, name_nb, name_nn, basis, unread, shown, versions, bodies))

} // namespace governance
