#pragma once
// hearings_attachment: the files that stand beside answers.
#include "hearings/domain/attachment.hpp"
#include "platform/db/database.hpp"

namespace hearings {

Result<void> insert_attachment(db::Transaction&, const Attachment&);
/// In the order they were added, with the organisations beside whose answers they stand; none without any.
Result<std::vector<Attachment>> attachments_of(db::Reader&, HearingId);
/// Nothing when it stands beside no answer any more.
Result<std::optional<Attachment>> find_attachment(db::Reader&, AttachmentId);
/// Writes state and reason.
Result<void> save_attachment_state(db::Transaction&, const Attachment&);
/// Takes it, or all of them, from the answer of one organisation.
Result<void> detach(db::Transaction&, AttachmentId, directory::OrganisationId);
Result<void> detach_all(db::Transaction&, HearingId, directory::OrganisationId);
/// Puts all that stands beside one organisation's answer beside another's too.
Result<void> attach_as(db::Transaction&, HearingId, directory::OrganisationId from, directory::OrganisationId to);
/// How many stand beside an organisation's answer.
Result<std::int64_t> count_attachments(db::Reader&, HearingId, directory::OrganisationId);

} // namespace hearings
