#include "hearings/store/attachment_store.hpp"

#include "hearings/store/columns.hpp"

#include <fmt/format.h>
#include <map>

namespace hearings {

static constexpr std::string_view attachment_query =
    "SELECT a.id, a.hearing_id, a.title, a.file_name, a.media_type, a.size, a.digest, a.state, a.state_reason,"
    " a.added_at, beside.organisation_id FROM hearings_attachment a"
    " JOIN hearings_answer_attachment beside ON beside.attachment_id = a.id WHERE {} = $1"
    " ORDER BY a.added_at, a.id, beside.organisation_id";

static Attachment attachment_of(const db::Row& row) {
    const auto digest = blobs::Digest::parse(row.text(6));
    ensure(digest.has_value());
    return {.id = row.id<AttachmentId>(0),
            .hearing = row.id<HearingId>(1),
            .title = row.text(2),
            .file = {row.text(3), row.text(4), static_cast<std::uint64_t>(row.number(5)), *digest},
            .state = word_at<governance::DocumentState>(row, 7),
            .state_reason = row.text(8),
            .added_at = row.instant(9),
            .organisations = {}};
}

/// One row for each answer it stands beside, those of one attachment next to each other.
static std::vector<Attachment> attachments_in(const db::Rows& rows) {
    std::vector<Attachment> found;
    for (const auto& row : rows) {
        const auto id = row.id<AttachmentId>(0);
        if (found.empty() || found.back().id != id) found.push_back(attachment_of(row));
        found.back().organisations.push_back(row.id<directory::OrganisationId>(10));
    }
    return found;
}

Result<void> insert_attachment(db::Transaction& transaction, const Attachment& fresh) {
    TRY(transaction.enqueue(
        "INSERT INTO hearings_attachment (id, hearing_id, title, file_name, media_type, size, digest, state,"
        " state_reason, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        {fresh.id, fresh.hearing, fresh.title, fresh.file.name, fresh.file.media_type, fresh.file.size,
         fresh.file.digest.to_string(), word(fresh.state), fresh.state_reason, fresh.added_at}));
    for (const auto organisation : fresh.organisations) {
        TRY(transaction.enqueue("INSERT INTO hearings_answer_attachment (attachment_id, hearing_id, organisation_id)"
                                " VALUES ($1, $2, $3)",
                                {fresh.id, fresh.hearing, organisation}));
    }
    return {};
}

Result<std::vector<Attachment>> attachments_of(db::Reader& reader, HearingId hearing) {
    return attachments_in(TRY(reader.query(fmt::format(attachment_query, "a.hearing_id"), {hearing})));
}

Result<std::optional<Attachment>> find_attachment(db::Reader& reader, AttachmentId id) {
    auto found = attachments_in(TRY(reader.query(fmt::format(attachment_query, "a.id"), {id})));
    if (found.empty()) return std::optional<Attachment>{};
    return std::optional{std::move(found.front())};
}

Result<void> save_attachment_state(db::Transaction& transaction, const Attachment& changed) {
    return transaction.enqueue("UPDATE hearings_attachment SET state = $2, state_reason = $3 WHERE id = $1",
                               {changed.id, word(changed.state), changed.state_reason});
}

Result<void> detach(db::Transaction& transaction, AttachmentId id, directory::OrganisationId organisation) {
    return transaction.enqueue(
        "DELETE FROM hearings_answer_attachment WHERE attachment_id = $1 AND organisation_id = $2", {id, organisation});
}

Result<void> detach_all(db::Transaction& transaction, HearingId hearing, directory::OrganisationId organisation) {
    return transaction.enqueue("DELETE FROM hearings_answer_attachment WHERE hearing_id = $1 AND organisation_id = $2",
                               {hearing, organisation});
}

Result<void> attach_as(db::Transaction& transaction, HearingId hearing, directory::OrganisationId from,
                       directory::OrganisationId to) {
    return transaction.enqueue("INSERT INTO hearings_answer_attachment (attachment_id, hearing_id, organisation_id)"
                               " SELECT attachment_id, hearing_id, $3 FROM hearings_answer_attachment"
                               " WHERE hearing_id = $1 AND organisation_id = $2"
                               " ON CONFLICT (attachment_id, organisation_id) DO NOTHING",
                               {hearing, from, to});
}

Result<std::int64_t> count_attachments(db::Reader& reader, HearingId hearing, directory::OrganisationId organisation) {
    const auto row = TRY(reader.find("SELECT COUNT(*) FROM hearings_answer_attachment WHERE hearing_id = $1"
                                     " AND organisation_id = $2",
                                     {hearing, organisation}));
    return row->number(0);
}

} // namespace hearings
