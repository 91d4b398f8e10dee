#include "governance/store/case_file_store.hpp"
#include "governance/domain/errors.hpp"
#include "governance/store/case_store.hpp"
#include "governance/store/document_store.hpp"
#include "governance/store/shield_store.hpp"

namespace governance {

static Result<CaseFile> with_documents(db::Reader& reader, std::optional<Case> found, const std::string& key) {
    if (!found) return case_not_found.error({{"number", key}});
    const auto id = found->id;
    auto documents = TRY(documents_of(reader, id));
    auto shields = TRY(shields_of(reader, id));
    return CaseFile{.matter = *std::move(found), .documents = std::move(documents), .shields = std::move(shields)};
}

Result<CaseFile> read_case_file(db::Reader& reader, CaseNumber number) {
    return with_documents(reader, TRY(find_case(reader, number)), number.to_string());
}

Result<CaseFile> read_case_file(db::Reader& reader, CaseId id) {
    return with_documents(reader, TRY(find_case(reader, id)), id.to_string());
}

} // namespace governance
