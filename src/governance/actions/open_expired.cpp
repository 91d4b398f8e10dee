#include "governance/actions/case_change.hpp"
#include "governance/actions/shields.hpp"
#include "governance/store/case_store.hpp"

namespace governance {

Result<void> open_expired(db::Transaction& transaction, CaseId id, Instant now) {
    const auto matter = TRY(find_case(transaction, id));
    return matter ? index_case(transaction, *matter, norwegian_date(now)) : Result<void>{};
}

} // namespace governance
