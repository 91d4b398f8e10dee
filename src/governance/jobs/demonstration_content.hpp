#pragma once
// What the demonstration says, as it stands in facts/demonstration_*.json. People, bodies, cases and meetings have keys
// there by which the files speak of each other.
#include "governance/body_words.hpp"
#include "governance/domain/body_rules.hpp"
#include "governance/domain/case_texts.hpp"
#include "governance/domain/demonstration_day.hpp"
#include "governance/domain/document.hpp"
#include "platform/json/described.hpp"

namespace governance::demonstration {

using Key = std::string;

struct SaidPerson {
    Key key;
    std::string name;
    std::string identity_number; ///< Synthetic (80 added to the month): nobody's. Of those one can log in as.
};
BOOST_DESCRIBE_STRUCT(SaidPerson, (), (key, name, identity_number))

struct SaidCompany {
    std::string slug, name;
};
BOOST_DESCRIBE_STRUCT(SaidCompany, (), (slug, name))

/// Somebody to log in as. Without a role: what their appointments give, or nothing but themselves.
struct SaidLogin {
    Key person;
    std::string role;         ///< As in identity's table.
    std::string organisation; ///< As in NewConcern::organisation.
    std::string title;
};
BOOST_DESCRIBE_STRUCT(SaidLogin, (), (person, role, organisation, title))

struct SaidPeople {
    std::vector<SaidCompany> companies; ///< Invented suppliers.
    std::vector<SaidPerson> people;
    std::vector<SaidLogin> logins; ///< In the order that the login page offers them.
};
BOOST_DESCRIBE_STRUCT(SaidPeople, (), (companies, people, logins))

struct SaidMember {
    Key person;
    AppointmentRole role = AppointmentRole::member;
    std::string organisation; ///< On whose behalf.
    std::optional<int> order; ///< Of deputies.
};
BOOST_DESCRIBE_STRUCT(SaidMember, (), (person, role, organisation, order))

/// Members of another body step down in this one.
struct SaidRoleConflict {
    std::string member_of, theme, basis;
};
BOOST_DESCRIBE_STRUCT(SaidRoleConflict, (), (member_of, theme, basis))

struct SaidBody {
    std::string slug, name_nb, name_nn;
    BodyKind kind = BodyKind::council;
    std::string organisation;
    std::string parent; ///< Slug of a body before this one.
    std::vector<std::string> themes;
    Date valid_from;
    std::string adopted_by, mandate;
    std::optional<BodySettings> rules;
    std::string profile;
    Date members_from; ///< The first day of all appointments.
    std::string basis;
    std::vector<SaidMember> members;
    std::vector<SaidRoleConflict> role_conflicts;
};
BOOST_DESCRIBE_STRUCT(SaidBody, (),
                      (slug, name_nb, name_nn, kind, organisation, parent, themes, valid_from, adopted_by, mandate,
                       rules, profile, members_from, basis, members, role_conflicts))

struct SaidBodies {
    std::vector<SaidBody> bodies;
};
BOOST_DESCRIBE_STRUCT(SaidBodies, (), (bodies))

struct SaidStep {
    std::string body;
    Day day;
};
BOOST_DESCRIBE_STRUCT(SaidStep, (), (body, day))

struct SaidShield {
    ShieldField field = ShieldField::title;
    std::string legal_basis;
    Day until;
};
BOOST_DESCRIBE_STRUCT(SaidShield, (), (field, legal_basis, until))

struct SaidDocument {
    DocumentKind kind = DocumentKind::vedlegg;
    std::string title;
    Day day;
    std::string text; ///< Of the paper itself; empty: what the case says.
    std::string legal_basis;
    std::optional<Day> until;
};
BOOST_DESCRIBE_STRUCT(SaidDocument, (), (kind, title, day, text, legal_basis, until))

/// A case, with the days on which its secretary does something. What lies after today is left undone.
struct SaidCase {
    Key key;
    std::string authenticity; ///< "real"; else it is invented.
    std::optional<Line<20>> number;
    TextLanguage language = TextLanguage::nb;
    std::string title, summary, background;
    std::vector<std::string> themes, points;
    std::optional<Key> handler;
    std::optional<bool> is_strategic;
    std::string owner;
    std::string owner_body;
    std::vector<SaidStep> path;
    std::vector<NewConcern> concerns;
    std::vector<SaidShield> shields;
    std::vector<SaidDocument> documents;
    Day planned;
    std::optional<Day> noticed, input_until, prepared, made_final, followed_up, withdrawn;
    std::string closing_note;
};
BOOST_DESCRIBE_STRUCT(SaidCase, (),
                      (key, authenticity, number, language, title, summary, background, themes, points, handler,
                       is_strategic, owner, owner_body, path, concerns, shields, documents, planned, noticed,
                       input_until, prepared, made_final, followed_up, withdrawn, closing_note))

struct SaidCases {
    std::vector<SaidCase> cases;
};
BOOST_DESCRIBE_STRUCT(SaidCases, (), (cases))

} // namespace governance::demonstration
