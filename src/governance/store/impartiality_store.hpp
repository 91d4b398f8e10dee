#pragma once
// Habilitet, as rows: what was raised and how the body ruled; and which roles conflict.
#include "governance/domain/impartiality.hpp"
#include "platform/db/database.hpp"

namespace governance {

/// Of all items of the meeting, in the order raised.
Result<std::vector<Impartiality>> impartiality_in(db::Reader&, MeetingId);
Result<std::vector<Impartiality>> impartiality_of_item(db::Reader&, AgendaItemId);
Result<void> insert_impartiality(db::Transaction&, const Impartiality&);
/// Keeps ruling, time and record.
Result<void> rule_impartiality(db::Transaction&, const Impartiality&);

/// "Members of one body step down in another, in matters of a theme."
struct RoleConflict {
    BodyId member_of;
    BodyId steps_down_in;
    std::string theme; ///< Empty: in all matters.
    std::string basis;
};
Result<std::vector<RoleConflict>> role_conflicts_in(db::Reader&, BodyId steps_down_in);
Result<void> insert_role_conflict(db::Transaction&, const RoleConflict&, Instant now);
/// Whoever removes it tells the journal what it was.
Result<void> remove_role_conflict(db::Transaction&, const RoleConflict&);

} // namespace governance
