#pragma once
// Decision records, as they were written. Never changed or removed.
#include "governance/domain/decision_record.hpp"
#include "platform/db/database.hpp"

namespace governance {

struct KeptRecord {
    VoteId vote;
    std::string document; ///< The exact bytes that the hash is of.
    std::string sha256;
};
Result<void> insert_record(db::Transaction&, const DecisionRecord&, const KeptRecord&);
/// Fails with governance.decision_not_found.
Result<KeptRecord> load_record(db::Reader&, VoteId);
/// Of all votes on the case, oldest first.
Result<std::vector<KeptRecord>> records_of_case(db::Reader&, CaseId);
/// With where it was decided; of bodies that are open, newest first.
struct ListedRecord {
    KeptRecord kept;
    std::string body_nb, body_nn, body_slug;
    std::string item; ///< "18/2026"; empty for other business.
};
Result<std::vector<ListedRecord>> newest_records(db::Reader&, int limit);
/// By id, after the one given; for going through all of them.
Result<std::vector<KeptRecord>> records_after(db::Reader&, const std::optional<VoteId>&, int limit);

} // namespace governance
