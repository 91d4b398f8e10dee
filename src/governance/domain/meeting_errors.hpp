#pragma once
// Errors of bodies, appointments, meetings, treatment and minutes. docs/api/problems.md has a paragraph for each.
#include "platform/error.hpp"

namespace governance {

// --- Bodies ---
inline constexpr ErrorCode body_not_found{"governance.body_not_found", ErrorKind::not_found};
inline constexpr ErrorCode body_slug_taken{"governance.body_slug_taken", ErrorKind::conflict};
inline constexpr ErrorCode body_slug_faulty{"governance.body_slug_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode body_parent_faulty{"governance.body_parent_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode body_rules_faulty{"governance.body_rules_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode rule_out_of_range{"governance.rule_out_of_range", ErrorKind::invalid_input};
inline constexpr ErrorCode rules_contradict{"governance.rules_contradict", ErrorKind::invalid_input};
inline constexpr ErrorCode rules_before_older{"governance.rules_before_older", ErrorKind::conflict};
inline constexpr ErrorCode profile_not_found{"governance.profile_not_found", ErrorKind::not_found};
inline constexpr ErrorCode profile_id_faulty{"governance.profile_id_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode profile_id_taken{"governance.profile_id_taken", ErrorKind::conflict};
inline constexpr ErrorCode profile_retroactive{"governance.profile_retroactive", ErrorKind::conflict};
inline constexpr ErrorCode profile_changes_nothing{"governance.profile_changes_nothing", ErrorKind::conflict};
inline constexpr ErrorCode profile_breaks_body{"governance.profile_breaks_body", ErrorKind::conflict};
inline constexpr ErrorCode mandate_not_found{"governance.mandate_not_found", ErrorKind::not_found};
inline constexpr ErrorCode mandate_before_older{"governance.mandate_before_older", ErrorKind::conflict};
inline constexpr ErrorCode stale_version{"governance.stale_version", ErrorKind::stale};

// --- Appointments ---
inline constexpr ErrorCode appointment_not_found{"governance.appointment_not_found", ErrorKind::not_found};
inline constexpr ErrorCode appointment_refused{"governance.appointment_refused", ErrorKind::conflict};
inline constexpr ErrorCode period_faulty{"governance.period_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode person_already_appointed{"governance.person_already_appointed", ErrorKind::conflict};
inline constexpr ErrorCode chair_already_appointed{"governance.chair_already_appointed", ErrorKind::conflict};
inline constexpr ErrorCode deputy_order_missing{"governance.deputy_order_missing", ErrorKind::invalid_input};
inline constexpr ErrorCode deputy_order_taken{"governance.deputy_order_taken", ErrorKind::conflict};
inline constexpr ErrorCode deputy_only{"governance.deputy_only", ErrorKind::invalid_input};
inline constexpr ErrorCode deputy_member_faulty{"governance.deputy_member_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode appointment_ended_already{"governance.appointment_ended_already", ErrorKind::conflict};

// --- Meetings ---
inline constexpr ErrorCode meeting_not_found{"governance.meeting_not_found", ErrorKind::not_found};
inline constexpr ErrorCode meeting_step_refused{"governance.meeting_step_refused", ErrorKind::conflict};
inline constexpr ErrorCode meeting_plan_faulty{"governance.meeting_plan_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode remote_url_faulty{"governance.remote_url_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode meeting_time_faulty{"governance.meeting_time_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode meeting_in_the_past{"governance.meeting_in_the_past", ErrorKind::invalid_input};
inline constexpr ErrorCode meeting_too_early{"governance.meeting_too_early", ErrorKind::conflict};
inline constexpr ErrorCode agenda_empty{"governance.agenda_empty", ErrorKind::conflict};
inline constexpr ErrorCode meeting_notice_too_late{"governance.meeting_notice_too_late", ErrorKind::conflict};
inline constexpr ErrorCode paper_too_late{"governance.paper_too_late", ErrorKind::conflict};
inline constexpr ErrorCode item_too_late{"governance.item_too_late", ErrorKind::conflict};
inline constexpr ErrorCode item_objected{"governance.item_objected", ErrorKind::conflict};
inline constexpr ErrorCode item_not_found{"governance.item_not_found", ErrorKind::not_found};
inline constexpr ErrorCode item_faulty{"governance.item_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode case_already_on_agenda{"governance.case_already_on_agenda", ErrorKind::conflict};
inline constexpr ErrorCode agenda_order_faulty{"governance.agenda_order_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode paper_faulty{"governance.paper_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode paper_already_added{"governance.paper_already_added", ErrorKind::conflict};
inline constexpr ErrorCode items_not_treated{"governance.items_not_treated", ErrorKind::conflict};

// --- Treatment ---
inline constexpr ErrorCode meeting_not_open{"governance.meeting_not_open", ErrorKind::conflict};
inline constexpr ErrorCode ballot_open{"governance.ballot_open", ErrorKind::conflict};
inline constexpr ErrorCode already_present{"governance.already_present", ErrorKind::conflict};
inline constexpr ErrorCode not_present{"governance.not_present", ErrorKind::conflict};
inline constexpr ErrorCode not_appointed_here{"governance.not_appointed_here", ErrorKind::conflict};
inline constexpr ErrorCode deputy_needs_member{"governance.deputy_needs_member", ErrorKind::invalid_input};
inline constexpr ErrorCode member_is_present{"governance.member_is_present", ErrorKind::conflict};
inline constexpr ErrorCode seat_already_taken{"governance.seat_already_taken", ErrorKind::conflict};
inline constexpr ErrorCode deputy_of_another{"governance.deputy_of_another", ErrorKind::conflict};
inline constexpr ErrorCode deputy_out_of_order{"governance.deputy_out_of_order", ErrorKind::conflict};
inline constexpr ErrorCode chair_must_hand_over{"governance.chair_must_hand_over", ErrorKind::conflict};
inline constexpr ErrorCode item_already_treated{"governance.item_already_treated", ErrorKind::conflict};
inline constexpr ErrorCode proposal_not_found{"governance.proposal_not_found", ErrorKind::not_found};
inline constexpr ErrorCode proposal_is_withdrawn{"governance.proposal_is_withdrawn", ErrorKind::conflict};
inline constexpr ErrorCode proposal_voted_on{"governance.proposal_voted_on", ErrorKind::conflict};
inline constexpr ErrorCode proposal_without_points{"governance.proposal_without_points", ErrorKind::invalid_input};
inline constexpr ErrorCode decision_not_found{"governance.decision_not_found", ErrorKind::not_found};
inline constexpr ErrorCode no_quorum{"governance.no_quorum", ErrorKind::conflict};
inline constexpr ErrorCode quorum_is_met{"governance.quorum_is_met", ErrorKind::conflict};
inline constexpr ErrorCode vote_refused{"governance.vote_refused", ErrorKind::conflict};
inline constexpr ErrorCode voter_not_appointed{"governance.voter_not_appointed", ErrorKind::conflict};
inline constexpr ErrorCode voter_not_present{"governance.voter_not_present", ErrorKind::conflict};
inline constexpr ErrorCode voter_without_vote{"governance.voter_without_vote", ErrorKind::conflict};
inline constexpr ErrorCode voted_twice{"governance.voted_twice", ErrorKind::conflict};
inline constexpr ErrorCode blank_not_allowed{"governance.blank_not_allowed", ErrorKind::conflict};
inline constexpr ErrorCode more_votes_than_voters{"governance.more_votes_than_voters", ErrorKind::invalid_input};
inline constexpr ErrorCode ballots_missing{"governance.ballots_missing", ErrorKind::invalid_input};
inline constexpr ErrorCode casting_vote_missing{"governance.casting_vote_missing", ErrorKind::invalid_input};
inline constexpr ErrorCode casting_vote_needless{"governance.casting_vote_needless", ErrorKind::invalid_input};
inline constexpr ErrorCode lot_needless{"governance.lot_needless", ErrorKind::invalid_input};
inline constexpr ErrorCode voting_duty{"governance.voting_duty", ErrorKind::conflict};
inline constexpr ErrorCode voter_disqualified{"governance.voter_disqualified", ErrorKind::conflict};
inline constexpr ErrorCode impartiality_open{"governance.impartiality_open", ErrorKind::conflict};
inline constexpr ErrorCode impartiality_not_found{"governance.impartiality_not_found", ErrorKind::not_found};
inline constexpr ErrorCode impartiality_raised_already{"governance.impartiality_raised_already", ErrorKind::conflict};
inline constexpr ErrorCode impartiality_ruled_already{"governance.impartiality_ruled_already", ErrorKind::conflict};
inline constexpr ErrorCode role_conflict_open{"governance.role_conflict_open", ErrorKind::conflict};
inline constexpr ErrorCode role_conflict_exists{"governance.role_conflict_exists", ErrorKind::conflict};
inline constexpr ErrorCode role_conflict_not_found{"governance.role_conflict_not_found", ErrorKind::not_found};
inline constexpr ErrorCode remote_not_allowed{"governance.remote_not_allowed", ErrorKind::conflict};
inline constexpr ErrorCode written_not_allowed{"governance.written_not_allowed", ErrorKind::conflict};
inline constexpr ErrorCode second_round_not_allowed{"governance.second_round_not_allowed", ErrorKind::conflict};
inline constexpr ErrorCode dissent_recorded_already{"governance.dissent_recorded_already", ErrorKind::conflict};
inline constexpr ErrorCode outcome_without_vote{"governance.outcome_without_vote", ErrorKind::conflict};
inline constexpr ErrorCode outcome_contradicts_vote{"governance.outcome_contradicts_vote", ErrorKind::conflict};
inline constexpr ErrorCode outcome_not_for_item{"governance.outcome_not_for_item", ErrorKind::invalid_input};
inline constexpr ErrorCode referral_body_missing{"governance.referral_body_missing", ErrorKind::invalid_input};

// --- Written procedure ---
inline constexpr ErrorCode written_window_too_short{"governance.written_window_too_short", ErrorKind::invalid_input};
inline constexpr ErrorCode written_reason_missing{"governance.written_reason_missing", ErrorKind::invalid_input};
inline constexpr ErrorCode written_only{"governance.written_only", ErrorKind::conflict};
inline constexpr ErrorCode written_by_each{"governance.written_by_each", ErrorKind::conflict};
inline constexpr ErrorCode written_window_closed{"governance.written_window_closed", ErrorKind::conflict};
inline constexpr ErrorCode demand_not_allowed{"governance.demand_not_allowed", ErrorKind::conflict};
inline constexpr ErrorCode discussion_under_way{"governance.discussion_under_way", ErrorKind::conflict};

// --- Elections ---
inline constexpr ErrorCode election_not_found{"governance.election_not_found", ErrorKind::not_found};
inline constexpr ErrorCode election_faulty{"governance.election_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode election_places_faulty{"governance.election_places_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode election_options_faulty{"governance.election_options_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode election_lists_not_allowed{"governance.election_lists_not_allowed", ErrorKind::conflict};
inline constexpr ErrorCode election_option_unknown{"governance.election_option_unknown", ErrorKind::invalid_input};
inline constexpr ErrorCode election_counts_faulty{"governance.election_counts_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode election_lot_faulty{"governance.election_lot_faulty", ErrorKind::conflict};
inline constexpr ErrorCode election_over{"governance.election_over", ErrorKind::conflict};
inline constexpr ErrorCode election_undecided{"governance.election_undecided", ErrorKind::conflict};

// --- Minutes ---
inline constexpr ErrorCode minutes_not_found{"governance.minutes_not_found", ErrorKind::not_found};
inline constexpr ErrorCode minutes_step_refused{"governance.minutes_step_refused", ErrorKind::conflict};
inline constexpr ErrorCode minutes_too_early{"governance.minutes_too_early", ErrorKind::conflict};
inline constexpr ErrorCode minutes_incomplete{"governance.minutes_incomplete", ErrorKind::conflict};
inline constexpr ErrorCode minutes_part_missing{"governance.minutes_part_missing", ErrorKind::conflict};
inline constexpr ErrorCode minutes_approver_faulty{"governance.minutes_approver_faulty", ErrorKind::conflict};
inline constexpr ErrorCode minutes_changed{"governance.minutes_changed", ErrorKind::conflict};
inline constexpr ErrorCode correction_changes_nothing{"governance.correction_changes_nothing",
                                                      ErrorKind::invalid_input};

} // namespace governance
