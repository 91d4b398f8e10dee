#pragma once
// What pages and JSON say of bodies. One model, both are made from it.
#include "governance/domain/body.hpp"
#include "governance/views/meeting_models.hpp"

namespace governance {

struct BodyRow {
    BodyId id;
    std::string url;
    std::string name;
    BodyKind kind = BodyKind::council;
    NamedLink organisation;
    std::optional<NamedLink> parent;
    bool is_open = true;
    bool is_invented = false;
    std::optional<Date> next_meeting;
};
BOOST_DESCRIBE_STRUCT(BodyRow, (), (id, url, name, kind, organisation, parent, is_open, is_invented, next_meeting))

struct BodyListView {
    std::vector<BodyRow> bodies;
};
BOOST_DESCRIBE_STRUCT(BodyListView, (), (bodies))

struct MemberView {
    AppointmentId id;
    directory::PersonId person_id;
    std::string name;
    AppointmentRole role = AppointmentRole::member;
    std::optional<NamedLink> on_behalf_of;
    std::string deputy_for; ///< Name of the member; empty for the list that all share.
    std::optional<int> deputy_order;
    std::optional<NamedLink> region; ///< The network or county that the seat speaks for.
    bool is_ambassador = false;
    Date valid_from;
    std::optional<Date> valid_to; ///< First day on which it does not hold.
    std::string end_reason;
    std::string basis;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(MemberView, (),
                      (id, person_id, name, role, on_behalf_of, deputy_for, deputy_order, region, is_ambassador,
                       valid_from, valid_to, end_reason, basis, version))

struct MandateView {
    int number = 1;
    std::string url;
    std::string text; ///< Markdown.
    Date valid_from;
    std::optional<Date> valid_to;
    std::string adopted_by;
    bool is_in_force = false;
};
BOOST_DESCRIBE_STRUCT(MandateView, (), (number, url, text, valid_from, valid_to, adopted_by, is_in_force))

/// A version of a mandate on its own page.
struct MandatePageView {
    NamedLink body;
    MandateView mandate;
    std::vector<MandateView> versions;
};
BOOST_DESCRIBE_STRUCT(MandatePageView, (), (body, mandate, versions))

struct BodyView {
    BodyId id;
    std::string slug;
    std::string url;
    std::string name, name_nb, name_nn;
    BodyKind kind = BodyKind::council;
    NamedLink organisation;
    std::optional<NamedLink> parent;
    std::optional<BodyId> parent_id;
    std::vector<NamedLink> children;
    bool is_open = true;
    bool is_invented = false;
    std::vector<ThemeView> themes;
    std::vector<MandateView> mandates; ///< Newest first.
    RulesVersion rules;                ///< In force today.
    std::vector<RulesVersion> other_rules;
    std::vector<MemberView> members;        ///< Today's, seats first.
    std::vector<MemberView> coming_members; ///< Appointed from a later day.
    std::vector<MemberView> former_members;
    std::vector<MeetingRow> coming_meetings; ///< The nearest first.
    std::vector<MeetingRow> past_meetings;   ///< The newest first.
    std::vector<CaseRow> cases;              ///< Before it now.
    Instant changed_at;
    std::int64_t version = 1;
    std::vector<journal::HappeningView> happenings;
};
BOOST_DESCRIBE_STRUCT(BodyView, (),
                      (id, slug, url, name, name_nb, name_nn, kind, organisation, parent, parent_id, children, is_open,
                       is_invented, themes, mandates, rules, other_rules, members, coming_members, former_members,
                       coming_meetings, past_meetings, cases, changed_at, version, happenings))

} // namespace governance
