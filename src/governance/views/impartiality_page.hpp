#pragma once
// The pages on which impartiality is raised and ruled on.
#include "governance/views/meeting_pages.hpp"

namespace governance {

/// A tie between a member and the case, from what is known of both.
struct ImpartialityHint {
    enum class Kind : std::uint8_t {
        owner,     ///< Sits for the organisation that the case comes from.
        named,     ///< Sits for an organisation that the case concerns by name.
        other_body ///< Sits in a body whose members step down here.
    } kind = Kind::owner;
    std::string name, on_behalf_of;
};
/// Of those in the room.
Result<std::vector<ImpartialityHint>> impartiality_hints(const http::Query&, const AgendaItem&, const MeetingView&);

Html impartiality_page(const http::Call&, const ui::FormState&, const MeetingView&, const ItemView&,
                       const std::vector<ImpartialityHint>&);
/// others: bodies by id, this one left out.
Html role_conflict_page(const http::Call&, const ui::FormState&, const NamedLink& body,
                        const std::vector<ui::Choice>& others);

/// A role elsewhere that makes a member step down in the body.
struct RoleConflictRow {
    NamedLink other;
    BodyId member_of;
    std::string theme; ///< Slug of Los; empty: in all matters.
    std::string theme_name;
    std::string basis;
    std::vector<std::string> members; ///< Those who sit on both sides today.
};
BOOST_DESCRIBE_STRUCT(RoleConflictRow, (), (other, member_of, theme, theme_name, basis, members))

struct RoleConflictListView {
    NamedLink body;
    bool may_change = false;
    std::vector<RoleConflictRow> conflicts;
};
BOOST_DESCRIBE_STRUCT(RoleConflictListView, (), (body, may_change, conflicts))
Html role_conflict_list_page(const http::Call&, const RoleConflictListView&, const ui::FormState&);

/// What was raised in an item and how the body ruled, without reasons; nothing when nothing was.
Html impartiality_of(const http::Call&, const std::vector<ImpartialityView>&);
/// "Kari Nordmann, Bergen kommune: inhabil, fvl. § 6 første ledd bokstav e"
std::string impartiality_in_words(const http::Call&, const ImpartialityView&);

} // namespace governance
