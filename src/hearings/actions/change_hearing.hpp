#pragma once
// What may still change in a hearing that is not over: its closing day, its documents, or that it is held at all.
#include "hearings/actions/acting.hpp"
#include "platform/json/described.hpp"

namespace hearings {

struct NewExtension {
    Date closes_on; ///< Later than the day it would have closed: nobody gets less time than they were told.
    Line<500> reason;
};
BOOST_DESCRIBE_STRUCT(NewExtension, (), (closes_on, reason))

/// Moves the closing day; answers stay as they are. Appends hearings.hearing_extended for all that are asked.
///
/// Needs hearings.hold for the case. Fails with platform.right_missing, hearings.hearing_is_over, hearing_is_withdrawn
/// and platform.request_faulty: hearings.closes_not_later, closes_too_soon (the rules of the body ask for more days now
/// than when it was planned; none of them is ever gone below).
Result<void> extend_hearing(const Acting&, const Hearing&, const NewExtension&);

struct NewWithdrawal {
    Line<500> reason;
};
BOOST_DESCRIBE_STRUCT(NewWithdrawal, (), (reason))

/// Calls it off. What was answered stays to be read. Appends hearings.hearing_withdrawn for all that are asked.
///
/// Needs hearings.hold for the case. Fails with platform.right_missing, hearings.hearing_is_over, hearing_is_withdrawn.
Result<void> withdraw_hearing(const Acting&, const Hearing&, const NewWithdrawal&);

struct MoreDocuments {
    std::vector<governance::DocumentId> documents; ///< Of the case, open to all.
};
BOOST_DESCRIBE_STRUCT(MoreDocuments, (), (documents))

/// Lays more documents of the case before those that are asked. Appends hearings.documents_added for all of them.
///
/// Needs hearings.hold for the case. Fails with platform.right_missing, hearings.hearing_is_over, hearing_is_withdrawn
/// and platform.request_faulty: hearings.document_unknown (one that is there already, too; none at all).
Result<void> add_documents(const Acting&, const Hearing&, const MoreDocuments&);

} // namespace hearings
