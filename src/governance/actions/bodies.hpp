#pragma once
// Makes bodies and changes what they work under. All need governance.maintain_bodies.
#include "governance/actions/acting.hpp"
#include "platform/json/bounded.hpp"

namespace governance {

struct NewBody {
    Line<60> slug; ///< Last part of its address; never changes.
    Line<200> name_nb;
    Line<200> name_nn;
    BodyKind kind = BodyKind::council;
    directory::OrganisationId organisation;
    std::optional<BodyId> parent;
    bool is_open = false;
    std::vector<std::string> themes;
    Date valid_from;      ///< Of its first rules.
    Line<300> adopted_by; ///< Who adopted rules and mandate, and when.
    Prose<20000> mandate; ///< Empty when there is none yet.
    std::optional<BodySettings>
        rules;         ///< What it sets for itself over the profile; nothing: all as the profile has it.
    Prose<40> profile; ///< Empty: none, and the usual rules below its own.
};
BOOST_DESCRIBE_STRUCT(NewBody, (),
                      (slug, name_nb, name_nn, kind, organisation, parent, is_open, themes, valid_from, adopted_by,
                       mandate, rules, profile))

/// Fails with governance.body_slug_faulty, body_slug_taken, body_parent_faulty, theme_unknown, body_rules_faulty and
/// directory.organisation_not_found. Appends governance.body_created.
Result<BodyId> create_body(const Acting&, const NewBody&, bool is_invented = false);

struct BodyChange {
    Line<200> name_nb;
    Line<200> name_nn;
    BodyKind kind = BodyKind::council;
    std::optional<BodyId> parent;
    bool is_open = false;
    std::vector<std::string> themes;
};
BOOST_DESCRIBE_STRUCT(BodyChange, (), (name_nb, name_nn, kind, parent, is_open, themes))

/// Fails with governance.body_not_found, body_parent_faulty (itself, or one below it), theme_unknown, stale_version.
/// Appends governance.body_changed.
Result<void> change_body(const Acting&, BodyId, const BodyChange&, std::optional<std::int64_t> version);

struct NewMandate {
    Prose<20000> text;
    Date valid_from;
    Line<300> adopted_by;
};
BOOST_DESCRIBE_STRUCT(NewMandate, (), (text, valid_from, adopted_by))

/// A new version; the one before it holds until that day. Gives its number.
/// Fails with governance.body_not_found, governance.mandate_before_older, platform.field_missing (an empty text).
/// Appends governance.mandate_adopted.
Result<int> adopt_mandate(const Acting&, BodyId, const NewMandate&);

struct NewRules {
    Date valid_from;
    Line<300> adopted_by;
    BodySettings rules; ///< What it sets for itself over the profile.
    Prose<40> profile;  ///< Empty: none, and the usual rules below its own.
};
BOOST_DESCRIBE_STRUCT(NewRules, (), (valid_from, adopted_by, rules, profile))

/// New rules from a day on. Gives their number. Fails with governance.body_not_found, body_rules_faulty,
/// rules_before_older, profile_not_found. Appends governance.rules_adopted.
Result<int> adopt_rules(const Acting&, BodyId, const NewRules&);

} // namespace governance
