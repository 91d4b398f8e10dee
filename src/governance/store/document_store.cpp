#include "governance/store/document_store.hpp"
#include "governance/store/columns.hpp"

namespace governance {

static constexpr std::string_view document_columns =
    "SELECT id, case_id, kind, title, language, dated, file_name, media_type, "
    "size, digest, state, state_reason, is_late, "
    "added_at, removed_at FROM governance_document ";

static Document document_from(const db::Row& row) {
    const auto digest = blobs::Digest::parse(row.text(9));
    ensure(digest.has_value());
    return {.id = row.id<DocumentId>(0),
            .case_id = row.id<CaseId>(1),
            .kind = word_at<DocumentKind>(row, 2),
            .title = row.text(3),
            .language = language_at(row, 4),
            .dated = row.date(5),
            .file_name = row.text(6),
            .media_type = row.text(7),
            .size = static_cast<std::uint64_t>(row.number(8)),
            .digest = *digest,
            .state = word_at<DocumentState>(row, 10),
            .state_reason = row.text(11),
            .is_late = row.flag(12),
            .added_at = row.instant(13),
            .removed_at = row.maybe_instant(14)};
}

Result<std::vector<Document>> documents_of(db::Reader& reader, CaseId id) {
    const auto rows =
        TRY(reader.query(std::string{document_columns} + "WHERE case_id = $1 ORDER BY added_at, id", {id}));
    std::vector<Document> found;
    found.reserve(rows.size());
    for (const auto& row : rows) {
        found.push_back(document_from(row));
    }
    return found;
}

Result<std::optional<Document>> find_document(db::Reader& reader, DocumentId id) {
    const auto row = TRY(reader.find(std::string{document_columns} + "WHERE id = $1", {id}));
    return row ? std::optional{document_from(*row)} : std::nullopt;
}

Result<void> insert_document(db::Transaction& transaction, const Document& fresh) {
    return transaction.enqueue("INSERT INTO governance_document (id, case_id, kind, title, language, dated, file_name, "
                               "media_type, size, digest, "
                               "state, state_reason, is_late, added_at, removed_at) "
                               "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
                               {fresh.id, fresh.case_id, word(fresh.kind), fresh.title, i18n::code(fresh.language),
                                fresh.dated, fresh.file_name, fresh.media_type, fresh.size, fresh.digest.to_string(),
                                word(fresh.state), fresh.state_reason, fresh.is_late, fresh.added_at,
                                fresh.removed_at});
}

Result<void> save_document_state(db::Transaction& transaction, const Document& changed) {
    return transaction.enqueue(
        "UPDATE governance_document SET state = $1, state_reason = $2, removed_at = $3 WHERE id = $4",
        {word(changed.state), changed.state_reason, changed.removed_at, changed.id});
}

} // namespace governance
