#include "governance/actions/documents.hpp"
#include "governance/jobs/case_jobs.hpp"
#include "governance/store/document_store.hpp"

namespace governance {

static Result<std::optional<Document>> read_document(const Services& services, DocumentId id) {
    const auto lease = TRY(services.database.reader());
    return find_document(*lease, id);
}

Result<void> scan_document(const Services& services, const std::string& clamd, DocumentId id) {
    const auto document = TRY(read_document(services, id));
    if (!document || !waits_for_scanner(document->state)) return {};
    const auto said = ask_scanner(services, clamd, document->digest);
    const auto verdict = said ? std::optional{*said} : std::nullopt;
    TRY(services.database.write([&](db::Transaction& transaction) {
        return judge_document(transaction, services, the_program("virussjekk"), id, verdict, services.clock.now());
    }));
    return said ? Result<void>{} : said.error();
}

} // namespace governance
