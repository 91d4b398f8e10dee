#pragma once
// Whether decisions still follow from what they were decided from: in the database, and in a file alone.
#include "platform/i18n/translator.hpp"
#include "platform/services.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace governance {

/// Something about one decision that is not as it must be.
struct DecisionFault {
    enum class Kind : std::uint8_t {
        unreadable,    ///< No record of ours, or written another way.
        rules_differ,  ///< The rules do not have the hash that stands beside them.
        refused,       ///< Such a vote cannot be decided at all; `recomputed` names the error.
        differs,       ///< A member of the working comes out otherwise.
        hash_differs,  ///< The document does not have the hash that was kept for it.
        not_in_journal ///< No event of the journal holds its hash.
    } kind;
    std::string vote;
    std::string member, recorded, recomputed;
};

struct DecisionReport {
    std::int64_t checked = 0;
    std::vector<DecisionFault> faults;
    [[nodiscard]] bool holds() const { return faults.empty(); }
};

/// Decides every record again, and looks for its hash in the journal. Fails only when the database cannot be read.
Result<DecisionReport> verify_decisions(db::Reader&, journal::Journal&);
/// The same for a file that is one record, or the export of a case; other files have none.
DecisionReport verify_decisions_in(std::string_view file);
/// Whether the file is one decision record.
bool is_decision_record(std::string_view file);
/// The report for people: how many were decided again, and each thing that is wrong.
std::string words(const DecisionReport&, const i18n::Translator&);

} // namespace governance
