#pragma once
// Habilitet in a meeting: raised before the vote, ruled on by the body without whom it is about. All need
// governance.hold_meeting for the body.
#include "governance/actions/treatment.hpp"
#include "governance/domain/impartiality.hpp"

namespace governance {

struct ItemInSitting;

struct NewImpartiality {
    AppointmentId who;
    std::optional<AppointmentId> raised_by; ///< None: by the one it is about.
    ImpartialityGround ground = ImpartialityGround::particular;
    Prose<2000> reason; ///< Seen only by those who may see what is shielded.
};
BOOST_DESCRIBE_STRUCT(NewImpartiality, (), (who, raised_by, ground, reason))

/// Nothing is decided on the item until the body has ruled. Fails with governance.item_not_found, item_already_treated,
/// meeting_not_open, not_appointed_here, impartiality_raised_already, and when `raised_by` may not vote here and now.
/// Appends governance.impartiality_raised, without the reason.
Result<ImpartialityId> raise_impartiality(const Acting&, MeetingId, AgendaItemId, const NewImpartiality&);

/// The same for an item read already, whoever may do so.
Result<ImpartialityId> raise_impartiality_in(const Acting&, const ItemInSitting&, const NewImpartiality&);

/// In favour means: has no part in the item.
struct ImpartialityVote {
    VoteMethod method = VoteMethod::acclamation;
    std::vector<Ballot> ballots;
    std::optional<int> in_favour, against, blank;
    std::optional<Choice> casting_vote;
    std::optional<AppointmentId> deputy; ///< Takes the seat when the body says that the member has no part.
    Prose<300> remark;                   ///< Why an earlier deputy was passed over.
};
BOOST_DESCRIBE_STRUCT(ImpartialityVote, (), (method, ballots, in_favour, against, blank, casting_vote, deputy, remark))

/// The body decides by vote, without the member; the deputy is called in. Leaves a decision record. Fails with
/// governance.impartiality_not_found, impartiality_ruled_already, chair_must_hand_over (whoever leads the meeting
/// cannot lead this), as decide_vote and as record_movement do. Appends governance.impartiality_ruled.
Result<ImpartialityRuling> rule_on_impartiality(const Acting&, MeetingId, AgendaItemId, ImpartialityId,
                                                const ImpartialityVote&);

struct NewRoleConflict {
    BodyId member_of;
    Prose<80> theme; ///< Slug of Los; empty: in all matters.
    Line<300> basis;
};
BOOST_DESCRIBE_STRUCT(NewRoleConflict, (), (member_of, theme, basis))

/// Members of another body step down in this one from now on, until this body has ruled on each. Needs
/// governance.maintain_bodies. Fails with governance.body_not_found, body_parent_faulty (the same body),
/// theme_unknown, role_conflict_exists. Appends governance.role_conflict_added.
Result<void> add_role_conflict(const Acting&, BodyId steps_down_in, const NewRoleConflict&);

struct RoleConflictRemoval {
    BodyId member_of;
    Prose<80> theme; ///< As it was added.
};
BOOST_DESCRIBE_STRUCT(RoleConflictRemoval, (), (member_of, theme))

/// From now on they take part again; what was ruled stands. Needs governance.maintain_bodies. Fails with
/// governance.body_not_found, role_conflict_not_found. Appends governance.role_conflict_removed.
Result<void> remove_role_conflict(const Acting&, BodyId steps_down_in, const RoleConflictRemoval&);

/// Those who by the table of roles step down in the item and whose impartiality nobody has raised: no vote is held
/// while there is one. `voters` are those in the room.
Result<std::vector<AppointmentId>> unraised_conflicts(const Acting&, const ItemInSitting&);
/// Fails with governance.role_conflict_open while there is one.
Result<void> require_conflicts_raised(const Acting&, const ItemInSitting&);

} // namespace governance
