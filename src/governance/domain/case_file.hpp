#pragma once
// All that belongs to a case, and the same as somebody may see it.
#include "governance/domain/case.hpp"
#include "governance/domain/document.hpp"
#include "governance/domain/shield.hpp"

namespace governance {

struct CaseFile {
    Case matter;
    std::vector<Document> documents;
    std::vector<Shield> shields;

    [[nodiscard]] const Shield* shield_of(ShieldField field, Date today) const {
        return governance::shield_of(shields, field, today);
    }
    [[nodiscard]] const Shield* shield_of(DocumentId document, Date today) const {
        return governance::shield_of(shields, document, today);
    }
};

/// The file without what is shielded on the day: shielded fields are empty, and of a shielded document only id, case,
/// kind, date, state and time of adding remain. Of removed documents nobody sees file name and digest. All that leaves
/// the program for readers without the right goes through here.
CaseFile public_part(CaseFile, Date today);

} // namespace governance
