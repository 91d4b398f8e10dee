#include "governance/http/case_reading.hpp"

namespace governance {

DocumentView document_view_of(const CaseFile& file, const Document& document, Date today, bool sees_shielded) {
    const auto* found = file.shield_of(document.id, today);
    const bool is_hidden = found != nullptr && !sees_shielded;
    const bool is_removed = document.state == DocumentState::removed;
    DocumentView shown{.id = document.id,
                       .kind = document.kind,
                       .title = {},
                       .language = {},
                       .dated = document.dated,
                       .media_type = {},
                       .size = {},
                       .sha256 = {},
                       .state = document.state,
                       .state_reason = {},
                       .is_late = document.is_late,
                       .added_at = document.added_at,
                       .removed_at = document.removed_at,
                       .url = {},
                       .shielded = {},
                       .shield_id = {}};
    shown.language = i18n::code(document.language);
    if (!is_hidden) {
        shown.title = document.title;
        shown.state_reason = document.state_reason;
        shown.media_type = document.media_type;
    }
    if (!is_hidden && !is_removed) {
        shown.size = document.size;
        shown.sha256 = document.digest.to_string();
        if (document.state == DocumentState::available) {
            shown.url = file.matter.url() + "/documents/" + document.id.to_string();
        }
    }
    if (found) {
        shown.shielded = ShieldNote{found->legal_basis, found->until};
        shown.shield_id = found->id;
    }
    return shown;
}

} // namespace governance
