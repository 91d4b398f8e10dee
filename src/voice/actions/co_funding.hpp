#pragma once
#include "voice/actions/acting.hpp"
#include "voice/actions/requests.hpp"
#include "voice/domain/co_funding.hpp"

namespace voice {

/// Takes an application in for a statement (rule R19). Needs voice.ask_statement for the applicant, or voice.speak, and
/// voice.exempt when an exemption is needed and given. Only voice.speak may give an earlier day than today for when it
/// came. Fails with platform.right_missing, voice.deadline_passed, voice.too_short_notice, and as faults with
/// directory.organisation_not_found, voice.counterpart_not_state and voice.day_in_future.
Result<CoFundingStatement> ask_statement(const Acting&, const NewCoFundingRequest&, bool is_invented = false);

/// Says what the sector means, and makes the document that follows the application. Needs voice.speak. Fails with
/// voice.co_funding_statement_not_found, voice.comment_given_already, voice.deadline_passed, voice.basis_not_decided,
/// voice.stale_version, and as faults with platform.empty, voice.speaker_not_appointed and voice.body_may_not_speak.
Result<CoFundingStatement> give_statement(const Acting&, std::string_view number, const NewCoFundingComment&,
                                          std::optional<std::int64_t> version = {});

/// Needs voice.keep_rules. Fails with voice.comment_rule_not_ahead, and as faults with platform.number_out_of_range.
Result<CommentRule> add_comment_rule(const Acting&, const NewCommentRule&);

} // namespace voice
