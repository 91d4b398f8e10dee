#pragma once
// Answering a hearing, in one's own name or through a network for the members it names.
#include "hearings/actions/acting.hpp"
#include "hearings/domain/answer.hpp"
#include "platform/json/described.hpp"

namespace hearings {

struct NewReply {
    int question = 0; ///< From 1.
    std::optional<int> option;
    Prose<10000> text;
};
BOOST_DESCRIBE_STRUCT(NewReply, (), (question, option, text))

struct NewAnswer {
    std::vector<Line<40>> organisations; ///< Number, slug or id of each that the answer is for.
    Stance stance = Stance::support;
    Prose<20000> text; ///< Plain text; support_if needs it, for the condition.
    std::vector<NewReply> replies;
    std::optional<Line<200>> legal_basis; ///< Text and replies are withheld under it.
};
BOOST_DESCRIBE_STRUCT(NewAnswer, (), (organisations, stance, text, replies, legal_basis))

/// Gives, or gives anew, the same answer for each organisation named; all or none. Appends hearings.answer_given or
/// hearings.answer_changed for each. An organisation that has spoken itself is not spoken for by its network again.
///
/// Needs hearings.answer for each organisation, or for a network that it is a member of. Fails with
/// platform.right_missing, hearings.hearing_not_open, hearings.speaks_for_itself and platform.request_faulty:
/// hearings.organisation_unknown, not_addressed, condition_missing, reply_faulty.
Result<void> give_answer(const Acting&, const Hearing&, const NewAnswer&);

/// Takes the answer back until the hearing closes; it is silence again. Appends hearings.answer_withdrawn. An
/// organisation may take back what its network said, and the network then no longer speaks for it. Fails with
/// platform.right_missing, hearings.answer_not_found, hearings.hearing_not_open, hearings.speaks_for_itself.
Result<void> withdraw_answer(const Acting&, const Hearing&, directory::OrganisationId);

/// For whom somebody speaks in a hearing.
struct Voice {
    directory::OrganisationId organisation;
    std::optional<directory::OrganisationId> network; ///< Through which; nothing in the organisation's own name.
};
/// Nothing when the principal may not speak for it.
Result<std::optional<Voice>> voice_for(db::Reader&, const Principal&, directory::OrganisationId, Date today);
/// All addressed organisations that the principal may speak for, own name first.
Result<std::vector<Voice>> voices_in(db::Reader&, const Principal&, const Hearing&, Date today);

} // namespace hearings
