#pragma once
// What the journal says of a case, in the terms of an archive: who made, closed and changed what, and when.
#include "platform/journal/journal.hpp"

#include <map>
#include <optional>

namespace archive {

/// An endring of Noark 5: what changed, from what, to what. No value is ever one that can be shielded.
struct NoarkChange {
    std::string unit;     ///< referanseArkivenhet: the case's or the document's id.
    std::string metadata; ///< referanseMetadata: the element's name.
    Instant at;
    std::string who, before, after;
};

struct CaseHistory {
    std::string created_by, closed_by;
    std::optional<Instant> closed_at;
    std::vector<NoarkChange> changes;                        ///< In the order they happened.
    std::map<std::string, std::string> added_by, removed_by; ///< Of documents, by id.
};

/// events: about the case, newest first, as the journal gives them.
CaseHistory history_of(const std::string& case_id, const std::vector<journal::StoredEvent>& events);

} // namespace archive
