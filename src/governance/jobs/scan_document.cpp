#include "governance/actions/documents.hpp"
#include "governance/jobs/case_jobs.hpp"
#include "governance/store/document_store.hpp"
#include "platform/content/antivirus.hpp"

namespace governance {

using namespace std::chrono_literals;

static constexpr std::size_t piece_size = 64 * 1024;

/// The bytes of the document, piece by piece.
static content::Pieces pieces_of(blobs::Store& store, const Document& document) {
    return [&store, digest = document.digest, offset = std::uint64_t{0}]() mutable -> Result<std::string> {
        auto piece = TRY(store.read_part(digest, offset, piece_size));
        offset += piece.size();
        return piece;
    };
}

static Result<std::optional<Document>> read_document(const Services& services, DocumentId id) {
    const auto lease = TRY(services.database.reader());
    return find_document(*lease, id);
}

Result<void> scan_document(const Services& services, const std::string& clamd, DocumentId id) {
    const auto document = TRY(read_document(services, id));
    const bool waits =
        document && (document->state == DocumentState::scanning || document->state == DocumentState::held);
    if (!waits) return {};
    const auto said = content::scan(clamd, pieces_of(services.blobs, *document), 60s);
    std::optional<Verdict> verdict;
    if (said) verdict = Verdict{.is_clean = said->is_clean, .finding = said->signature};
    TRY(services.database.write([&](db::Transaction& transaction) {
        return judge_document(transaction, services, the_program("virussjekk"), id, verdict, services.clock.now());
    }));
    return said ? Result<void>{} : said.error();
}

} // namespace governance
