#pragma once
// Files beside answers: added and taken away by whoever may change the answer, until the hearing closes.
#include "governance/stored_file.hpp"
#include "hearings/actions/acting.hpp"
#include "hearings/domain/attachment.hpp"
#include "platform/json/described.hpp"

namespace hearings {

struct NewAttachment {
    Line<200> title;
    std::vector<Line<40>> organisations; ///< Number, slug or id of each whose answer it stands beside.
};
BOOST_DESCRIBE_STRUCT(NewAttachment, (), (title, organisations))

/// Puts the file beside the answer of each organisation named; all or none. Appends hearings.attachment_added for each.
///
/// Needs hearings.answer as give_answer does. Fails with platform.right_missing, hearings.hearing_not_open,
/// hearing_is_withdrawn, speaks_for_itself, attachments_too_many, what governance::require_size fails with, and
/// platform.request_faulty: hearings.organisation_unknown, not_addressed, answer_missing.
Result<AttachmentId> attach_file(const Acting&, const Hearing&, const NewAttachment&, const governance::StoredFile&,
                                 governance::Scanning);

/// Takes it from one organisation's answer. Appends hearings.attachment_removed. Fails with platform.right_missing,
/// hearings.attachment_not_found, hearing_not_open, hearing_is_withdrawn, speaks_for_itself.
Result<void> detach_file(const Acting&, const Hearing&, directory::OrganisationId, AttachmentId);

/// What the scanner said of it; nothing when it could not be asked. Appends hearings.attachment_scanned. Does nothing
/// when the scanner's word is not awaited, so that it may be called twice.
Result<void> judge_attachment(const Acting&, AttachmentId, const std::optional<governance::Verdict>&);

} // namespace hearings
