#pragma once
// Handlers of the addresses of bodies, meetings and minutes.
#include "governance/governance.hpp"
#include "platform/ui/components.hpp"

namespace governance {

class PapersPress;

void add_body_routes(http::Router&, const Extensions&);
void add_meeting_routes(http::Router&, const Extensions&);
void add_treatment_routes(http::Router&);
void add_minutes_routes(http::Router&);
void add_rule_profile_routes(http::Router&);
void add_decision_routes(http::Router&);
void add_impartiality_routes(http::Router&);
void add_role_conflict_routes(http::Router&);
void add_election_routes(http::Router&);
void add_written_routes(http::Router&);

/// The meeting's own page, with what stood in the way on top.
Result<Html> meeting_again(const http::Query&, const ui::FormState&);

// --- Habilitet ---
Result<http::Response> show_impartiality_form(const http::Query&);
Result<http::Response> raise_impartiality_sent(const http::Command&);
Result<http::Response> rule_on_impartiality_sent(const http::Command&);

// --- Elections ---
Result<http::Response> show_election_form(const http::Query&);
Result<http::Response> open_election_sent(const http::Command&);
Result<http::Response> show_round_form(const http::Query&);
Result<http::Response> hold_round_sent(const http::Command&);
Result<http::Response> withdraw_election_sent(const http::Command&);

// --- Decision records ---
Result<http::Response> list_decisions(const http::Query&);
Result<http::Response> show_decision(const http::Query&);
Result<http::Response> send_record(const http::Query&);

// --- Profiles of rules ---
Result<http::Response> list_profiles(const http::Query&);
Result<http::Response> show_profile(const http::Query&);
Result<http::Response> show_profile_version(const http::Query&);
Result<http::Response> show_new_profile_form(const http::Query&);
Result<http::Response> add_profile_sent(const http::Command&);
Result<http::Response> show_new_version_form(const http::Query&);
Result<http::Response> add_version_sent(const http::Command&);

// --- Bodies ---
Result<http::Response> list_bodies_in(const http::Query&);
Result<http::Response> show_body(const http::Query&, const Extensions&);
Result<http::Response> show_mandate(const http::Query&);
Result<http::Response> show_new_body_form(const http::Query&);
Result<http::Response> create_body_sent(const http::Command&);
Result<http::Response> show_change_body_form(const http::Query&);
Result<http::Response> change_body_sent(const http::Command&);
Result<http::Response> show_mandate_form(const http::Query&);
Result<http::Response> adopt_mandate_sent(const http::Command&);
Result<http::Response> show_rules_form(const http::Query&);
Result<http::Response> adopt_rules_sent(const http::Command&);
Result<http::Response> show_appointment_form(const http::Query&);
Result<http::Response> appoint_sent(const http::Command&);
Result<http::Response> show_ending_form(const http::Query&);
Result<http::Response> end_appointment_sent(const http::Command&);

// --- Meetings ---
Result<http::Response> list_meetings_in(const http::Query&);
Result<http::Response> show_calendar(const http::Query&);
Result<http::Response> show_meeting(const http::Query&, const Extensions&);
Result<http::Response> show_meeting_papers(const http::Query&, PapersPress&);
Result<http::Response> show_plan_meeting_form(const http::Query&);
Result<http::Response> plan_meeting_sent(const http::Command&);
Result<http::Response> show_move_form(const http::Query&);
Result<http::Response> move_meeting_sent(const http::Command&);
Result<http::Response> show_meeting_notice_form(const http::Query&);
Result<http::Response> send_notice_sent(const http::Command&);
Result<http::Response> show_cancellation_form(const http::Query&);
Result<http::Response> cancel_meeting_sent(const http::Command&);
Result<http::Response> show_opening_form(const http::Query&);
Result<http::Response> open_meeting_sent(const http::Command&);
Result<http::Response> close_meeting_sent(const http::Command&);
Result<http::Response> show_adjournment_form(const http::Query&);
Result<http::Response> adjourn_meeting_sent(const http::Command&);
Result<http::Response> show_agenda_form(const http::Query&);
Result<http::Response> add_item_sent(const http::Command&);
Result<http::Response> order_agenda_sent(const http::Command&);
Result<http::Response> remove_item_sent(const http::Command&);
Result<http::Response> show_paper_form(const http::Query&);
Result<http::Response> add_paper_sent(const http::Command&);
Result<http::Response> show_description_form(const http::Query&);
Result<http::Response> describe_item_sent(const http::Command&);

// --- A meeting under way ---
Result<http::Response> show_presence_form(const http::Query&);
Result<http::Response> record_movement_sent(const http::Command&);
Result<http::Response> hand_over_chair_sent(const http::Command&);
Result<http::Response> show_treatment_form(const http::Query&);
Result<http::Response> make_proposal_sent(const http::Command&);
Result<http::Response> withdraw_proposal_sent(const http::Command&);
Result<http::Response> show_vote_form(const http::Query&);
Result<http::Response> hold_vote_sent(const http::Command&);
Result<http::Response> record_dissent_sent(const http::Command&);
Result<http::Response> record_outcome_sent(const http::Command&);

// --- Minutes ---
Result<http::Response> show_newest_minutes(const http::Query&);
Result<http::Response> show_minutes(const http::Query&);
Result<http::Response> show_minutes_text(const http::Query&);
Result<http::Response> draft_minutes_sent(const http::Command&);
Result<http::Response> approve_minutes_sent(const http::Command&);
Result<http::Response> sign_minutes_sent(const http::Command&);
Result<http::Response> publish_minutes_sent(const http::Command&);
Result<http::Response> show_correction_form(const http::Query&);
Result<http::Response> correct_minutes_sent(const http::Command&);

} // namespace governance
